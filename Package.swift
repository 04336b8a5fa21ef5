// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// What every target is compiled with.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The processor that kernels are compiled for: this machine's own, unless `GLASSBOX_CPU` names
/// another (`GLASSBOX_CPU=x86-64-v3 swift build` runs on any x86 machine with AVX2).
let processor = Context.environment["GLASSBOX_CPU"] ?? "native"

/// Whether there are registers of sixteen numbers, as AVX-512 has; with narrower ones matrices are
/// multiplied in smaller tiles.
let hasWideVectors: Bool =
  if processor == "native" {
    (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.contains("avx512f") ?? false
  } else {
    processor == "x86-64-v4"
  }

#if arch(x86_64)
  let processorFlags = ["-Xcc", "-march=\(processor)"]
#else
  let processorFlags = ["-Xcc", "-mcpu=\(processor)"]
#endif

/// Number crunching is optimised in debug builds too, because lessons run under `swift test`.
///
/// It is compiled as one module, because a closure that is not inlined into its loop costs a
/// hundredfold; the compiler remarks that this is not incremental, which is meant. With
/// `-assert-config Debug` a failed precondition still says why in optimised code. Exclusive access
/// is checked by the compiler where it can be; checks at run time would double the time of small
/// operators.
let optimised: [SwiftSetting] =
  (hasWideVectors ? [] : [.define("NARROW_VECTORS")]) + [
    .unsafeFlags(
      [
        "-O", "-disable-batch-mode", "-wmo", "-num-threads", "2", "-assert-config", "Debug",
        "-enforce-exclusivity=unchecked",
      ] + processorFlags)
  ]

/// Links a program with the Swift runtime and Foundation inside it, where the toolchain can.
///
/// References are then counted by direct calls, which makes small operators a fifth faster, and the
/// program starts sooner. The libraries that Foundation consists of are named because nothing else
/// brings them; it is lld, since the default linker warns of a function in Foundation.
let runtimeInside: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-use-ld=lld", "-lCoreFoundation", "-lFoundationInternationalization",
      "-lFoundationEssentials", "-l_FoundationICU", "-l_FoundationCShims",
      "-l_FoundationCollections",
    ], .when(platforms: [.linux]))
]

let package = Package(
  name: "Glassbox",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Tensors", targets: ["Tensors"]),
    .library(name: "Layers", targets: ["Layers"]),
    .library(name: "Figures", targets: ["Figures"]),
    .library(name: "Datasets", targets: ["Datasets"]),
    .library(name: "Models", targets: ["Models"]),
    .executable(name: "Benchmarks", targets: ["Benchmarks"]),
    .executable(name: "explore", targets: ["explore"]),
    .executable(name: "train", targets: ["train"]),
  ],
  targets: [
    // Floor 1
    .target(name: "Tensors", swiftSettings: settings + optimised + [.strictMemorySafety()]),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors"], swiftSettings: settings),

    // Floor 2
    .target(name: "Layers", dependencies: ["Tensors"], swiftSettings: settings + optimised),
    .testTarget(name: "LayersTests", dependencies: ["Layers", "Tensors"], swiftSettings: settings),

    .systemLibrary(
      name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .target(
      name: "Figures", dependencies: ["Tensors", "CPNG"], swiftSettings: settings + optimised),
    .testTarget(
      name: "FiguresTests", dependencies: ["Figures", "Tensors"], exclude: ["Fixtures"],
      swiftSettings: settings),

    // Floor 3
    .target(
      name: "Datasets", dependencies: ["Figures", "Tensors"], resources: [.copy("Resources")],
      swiftSettings: settings + optimised),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Datasets", "Figures", "Tensors"],
      swiftSettings: settings),

    // Floor 4
    .target(
      name: "Models", dependencies: ["Datasets", "Layers", "Tensors"],
      resources: [.copy("Resources")], swiftSettings: settings),
    .testTarget(
      name: "ModelsTests", dependencies: ["Models", "Datasets", "Figures", "Layers", "Tensors"],
      exclude: ["expected-top5.json"],
      swiftSettings: settings),
    .executableTarget(
      name: "explore", dependencies: ["Models", "Datasets", "Figures", "Layers", "Tensors"],
      swiftSettings: settings, linkerSettings: runtimeInside),
    .executableTarget(
      name: "train", dependencies: ["Models", "Datasets", "Layers", "Tensors"],
      swiftSettings: settings, linkerSettings: runtimeInside),

    // Every line of docs/
    .testTarget(
      name: "DocumentationTests",
      dependencies: ["Models", "Datasets", "Figures", "Layers", "Tensors"], swiftSettings: settings),

    // Agreement with PyTorch, Captum, Zennit and scikit-learn
    .testTarget(
      name: "ConformanceTests", dependencies: ["Models", "Layers", "Tensors"],
      path: "Tests/Conformance",
      exclude: ["Cases", "README.md"], swiftSettings: settings),

    // Times beside those of the Python libraries
    .executableTarget(
      name: "Benchmarks", dependencies: ["Models", "Layers", "Tensors"], path: "Benchmarks",
      exclude: ["compare"], resources: [.embedInCode("peers.json")], swiftSettings: settings,
      linkerSettings: runtimeInside),
  ]
)
