// swift-tools-version: 6.2
import Foundation
import PackageDescription

// This file describes two packages: the course, and in `exercises/`, where it is a symbolic link,
// the learner's own. So a lesson is one line, and both see a change of it at once; SwiftPM would not
// read a list in a file of its own again when it changes.

/// The curriculum, in teaching order: one line a lesson, which the command line reads as well.
///
/// A lesson lives in folders of the same name under lessons/, solutions/ and exercises/. `needs` are
/// the libraries that its technique uses besides Tensors and Explanations.
let curriculum: [Entry] = [
  .lesson("00-first-look"),
  .part("The lab"),
  .lesson("01-tensors-and-gradients"),
  .lesson("02-planting-the-truth"),
  .lesson("03-vanilla-gradients", needs: "Layers"),
  .lesson("04-measuring-explanations", needs: "Layers"),
  .lesson("05-smoothgrad", module: "SmoothGrad"),
  .part("Attribution"),
  .lesson("07-integrated-gradients"),
  .lesson("08-grad-cam", module: "GradCAM", needs: "Layers"),
  .lesson("10-lrp", module: "LRP", needs: "Layers"),
  .lesson("13-shapley"),
  .lesson("16-permutation-importance"),
  .part("Other lenses"),
  .lesson("18-adversarial"),
  .part("Interpretable by design"),
  .lesson("28-mixture-of-experts"),
  .lesson("29-concept-bottleneck"),
  .lesson("30-knn-retrieval", module: "KNNRetrieval", needs: "Layers"),
]

/// What a learner's file is compiled with: a variable that is not used yet must not stop a check.
let lenient: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// How hard the compiler tries to understand an expression of a lesson before it gives up, by far
/// more than any that is right needs; without a limit it can take a quarter of a minute, in which a
/// learner waits for nothing.
let effort: [SwiftSetting] = [.unsafeFlags(["-Xfrontend", "-solver-scope-threshold=100000"])]

/// What the course itself is compiled with: a warning is an error, since a build that compiles nothing
/// anew would not show it again. A compiler that nobody has tried may warn of more.
#if compiler(<6.4)
  let settings = lenient + [.treatAllWarnings(as: .error)]
#else
  let settings = lenient
#endif

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

/// Compiles for that processor.
let forProcessor: [SwiftSetting] =
  (hasWideVectors ? [] : [.define("NARROW_VECTORS")]) + [.unsafeFlags(processorFlags)]

/// Number crunching is optimised in debug builds too, because lessons run under `swift test`.
///
/// It is compiled as one module, because a closure that is not inlined into its loop costs a
/// hundredfold; the compiler remarks that this is not incremental, and that is the price. With
/// `-assert-config Debug` a failed precondition still says why in optimised code. Exclusive access
/// is checked by the compiler where it can be; checks at run time would double the time of small
/// operators.
let optimised: [SwiftSetting] =
  forProcessor + [
    .unsafeFlags([
      "-O", "-disable-batch-mode", "-wmo", "-num-threads", "2", "-assert-config", "Debug",
      "-enforce-exclusivity=unchecked",
    ])
  ]

/// Text is put together once and read for minutes, so release builds do not optimise what makes it:
/// optimising its interpolations took a fifth of the time that a package of one's own takes to build.
let drawnOnce: [SwiftSetting] = [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// Links a program with the Swift runtime and Foundation inside it, on Linux; elsewhere the system has
/// them.
///
/// References are then counted by direct calls, which makes small operators a fifth faster, and the
/// program starts sooner. The libraries that Foundation consists of are named because nothing else
/// brings them; it is lld, since the default linker warns of a function in Foundation.
let runtimeInside: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-use-ld=lld", "-lCoreFoundation", "-lFoundationInternationalization",
      "-lFoundationEssentials", "-l_FoundationICU", "-l_FoundationCShims",
      "-l_FoundationCollections", "-lswiftSynchronization",
    ], .when(platforms: [.linux]))
]

/// A line of the curriculum.
struct Entry {
  /// The lesson, unless the line begins a part.
  var lesson: Lesson?

  /// Gives the lessons that follow a common title.
  static func part(_ title: String) -> Entry { Entry() }

  /// A lesson.
  ///
  /// - Parameters:
  ///   - folder: The name of its folders, its number and its slug.
  ///   - module: The name of its module, where that is not made of the words of the slug.
  ///   - needs: The libraries that its technique uses besides Tensors.
  /// - Returns: The line.
  static func lesson(
    _ folder: String, module: String? = nil, needs: String...
  ) -> Entry {
    let slug = folder.drop { $0 != "-" }.dropFirst()
    let name = slug.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return Entry(
      lesson: Lesson(
        folder: folder, slug: String(slug), module: module ?? name.joined(), needs: needs))
  }
}

/// A lesson's targets: what it teaches, how that is checked, what is shown.
struct Lesson {
  let folder: String
  let slug: String
  let module: String
  let needs: [String]

  /// The libraries that the checks of every lesson use.
  static let checkLibraries = ["Tensors", "Explanations", "Checking", "Expecting"]

  /// The targets of one package.
  ///
  /// - Parameters:
  ///   - path: The folder of the technique.
  ///   - checks: The folder of its checks.
  ///   - demo: The folder of what is shown, where that is built.
  ///   - settings: What they are compiled with.
  ///   - library: Finds a library of the course.
  /// - Returns: The technique, its checks, and what is shown.
  func targets(
    module path: String, checks: String, demo: String?, settings: [SwiftSetting],
    library: (String) -> Target.Dependency
  ) -> [Target] {
    let technique = Target.Dependency(stringLiteral: module)
    let forChecks = Set(needs + Lesson.checkLibraries).sorted()
    let forDemo = [
      "Texts", "Tensors", "Layers", "Explanations", "Figures", "Pages", "Pictures", "Datasets",
      "Models", "Showing",
      "Subjects",
    ]
    var targets: [Target] = [
      .target(
        name: module, dependencies: (needs + ["Tensors", "Explanations"]).map(library), path: path,
        swiftSettings: settings + effort),
      .testTarget(
        name: "\(module)Checks", dependencies: [technique] + forChecks.map(library),
        path: checks, swiftSettings: settings),
    ]
    if let demo {
      targets.append(
        .executableTarget(
          name: "lesson-\(slug)", dependencies: [technique] + forDemo.map(library), path: demo,
          exclude: ["lesson.md", "figures"], swiftSettings: settings))
    }
    return targets
  }
}

/// The libraries that lessons are written with.
///
/// Figures brings Pages and Pictures along, and whoever depends on it names all three: SwiftPM builds
/// a module anew when one that it names has changed, and no further.
let libraries = [
  "Texts", "Tensors", "Layers", "Explanations", "Figures", "Pages", "Pictures", "Checking",
  "Expecting", "Datasets", "Models", "Showing", "Subjects",
]

let lessons = curriculum.compactMap(\.lesson)

let course = Package(
  name: "Glassbox",
  platforms: [.macOS(.v15)],
  // Benchmarks is none: it contains solutions, whose names the learner's package has as well.
  products: libraries.map { .library(name: $0, targets: [$0]) } + [
    // What the command line links checks to: one library is linked in a tenth of the time.
    .library(
      name: "CheckLibraries", type: .dynamic,
      targets: Set(lessons.flatMap(\.needs) + Lesson.checkLibraries).sorted()),
    .executable(name: "explore", targets: ["explore"]),
    .executable(name: "train", targets: ["train"]),
  ],
  targets: [
    // Floor 1
    .target(name: "Texts", swiftSettings: settings + drawnOnce),
    .testTarget(name: "TextsTests", dependencies: ["Texts"], swiftSettings: settings),

    .target(name: "CourseFiles", swiftSettings: settings),
    .testTarget(
      name: "CourseFilesTests", dependencies: ["CourseFiles", "Datasets"], swiftSettings: settings),

    .target(name: "Tensors", swiftSettings: settings + optimised + [.strictMemorySafety()]),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors"], swiftSettings: settings),

    .systemLibrary(
      name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .target(name: "Pictures", dependencies: ["CPNG"], swiftSettings: settings + optimised),
    .testTarget(
      name: "PicturesTests", dependencies: ["Pictures", "Tensors"], exclude: ["Fixtures"],
      swiftSettings: settings),

    // Floor 2
    .target(
      name: "Pages", dependencies: ["Pictures", "Texts"], swiftSettings: settings + drawnOnce),
    .testTarget(
      name: "PagesTests", dependencies: ["Pages", "Pictures", "Tensors", "Texts"],
      swiftSettings: settings),

    .target(
      name: "Layers", dependencies: ["Tensors", "Texts"], swiftSettings: settings + optimised),
    .testTarget(name: "LayersTests", dependencies: ["Layers", "Tensors"], swiftSettings: settings),

    .target(
      name: "Figures", dependencies: ["Pages", "Pictures", "Tensors", "Texts"],
      swiftSettings: settings + optimised),
    .testTarget(
      name: "FiguresTests", dependencies: ["Figures", "Pages", "Pictures", "Tensors"],
      swiftSettings: settings),

    // The words that lessons share
    .target(name: "Explanations", dependencies: ["Tensors"], swiftSettings: settings + optimised),
    .testTarget(
      name: "ExplanationsTests", dependencies: ["Explanations", "Tensors"],
      swiftSettings: settings),

    // What checks share; with Swift Testing, for the checks alone
    .target(
      name: "Checking", dependencies: ["Explanations", "Tensors"], swiftSettings: settings),
    .testTarget(
      name: "CheckingTests", dependencies: ["Checking", "Explanations", "Tensors"],
      swiftSettings: settings),
    .target(
      name: "Expecting", dependencies: ["Checking", "Explanations", "Tensors"],
      swiftSettings: settings),
    .testTarget(
      name: "ExpectingTests", dependencies: ["Expecting", "Checking", "Explanations", "Tensors"],
      swiftSettings: settings),

    // Floor 3
    .target(
      name: "Datasets", dependencies: ["CourseFiles", "Figures", "Pages", "Pictures", "Tensors"],
      resources: [.copy("Resources")],
      swiftSettings: settings + optimised),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Datasets", "Figures", "Pages", "Pictures", "Tensors"],
      swiftSettings: settings),

    // Floor 4
    .target(
      name: "Models", dependencies: ["CourseFiles", "Datasets", "Layers", "Tensors"],
      resources: [.copy("Resources")], swiftSettings: settings),
    .testTarget(
      name: "ModelsTests",
      dependencies: [
        "Models", "CourseFiles", "Datasets", "Figures", "Pages", "Pictures", "Layers", "Tensors",
      ],
      exclude: ["expected-top5.json"],
      swiftSettings: settings),
    .executableTarget(
      name: "explore",
      dependencies: [
        "Models", "Datasets", "Figures", "Pages", "Pictures", "Layers", "Tensors", "Texts",
      ],
      swiftSettings: settings, linkerSettings: runtimeInside),
    .executableTarget(
      name: "train", dependencies: ["Models", "Datasets", "Layers", "Tensors", "Texts"],
      swiftSettings: settings, linkerSettings: runtimeInside),

    // What demos share: the page of a story, pictures and scores that are kept
    .target(
      name: "Showing",
      dependencies: ["Figures", "Pages", "Pictures", "Explanations", "Tensors", "Texts"],
      swiftSettings: settings),
    .testTarget(
      name: "ShowingTests",
      dependencies: [
        "Showing", "Explanations", "Figures", "Pages", "Pictures", "Tensors", "Texts",
      ],
      swiftSettings: settings),

    // One picture under explanation
    .target(
      name: "Subjects",
      dependencies: [
        "Datasets", "Models", "Figures", "Pages", "Pictures", "Explanations", "Layers", "Tensors",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "SubjectsTests",
      dependencies: [
        "Subjects", "Datasets", "Models", "Figures", "Pages", "Pictures", "Explanations", "Layers",
        "Tensors",
        "Texts",
      ],
      swiftSettings: settings),

    // The command line's substance, which knows no tensor
    .target(name: "CourseKit", dependencies: ["Texts"], swiftSettings: settings),
    .testTarget(
      name: "CourseKitTests", dependencies: ["CourseKit", "Texts"], swiftSettings: settings),

    // What it advises is tried with the compiler and these modules
    .testTarget(
      name: "AdviceTests", dependencies: ["CourseKit", "Layers", "Tensors"],
      swiftSettings: settings),

    // The command line: arguments in, text out; its tests start it as a program
    .executableTarget(
      name: "course", dependencies: ["CourseKit", "Texts"], swiftSettings: settings,
      linkerSettings: runtimeInside),
    .testTarget(
      name: "CourseTests", dependencies: ["CourseKit"], swiftSettings: settings),

    // What only those need who work on the course: its proof, students' copies. Students' copies
    // have none of it, and nobody's first check waits for it
    .target(name: "Upkeep", dependencies: ["CourseKit", "Texts"], swiftSettings: settings),
    .testTarget(
      name: "UpkeepTests", dependencies: ["Upkeep", "CourseKit"], swiftSettings: settings),
    .executableTarget(
      name: "maintain", dependencies: ["Upkeep", "CourseKit", "Texts"], swiftSettings: settings,
      linkerSettings: runtimeInside),

    // Every line of docs/
    .testTarget(
      name: "DocumentationTests",
      dependencies: ["Models", "Datasets", "Figures", "Pages", "Pictures", "Layers", "Tensors"],
      exclude: ["Fixtures"],
      swiftSettings: settings),

    // Agreement with PyTorch, Captum, Zennit and scikit-learn
    .testTarget(
      name: "ConformanceTests", dependencies: ["Models", "Layers", "Explanations", "Tensors"],
      path: "Tests/Conformance",
      exclude: ["Cases", "README.md"], swiftSettings: settings),

    // Times beside those of the Python libraries
    .executableTarget(
      name: "Benchmarks", dependencies: ["Models", "Layers", "Explanations", "Tensors"],
      path: "Benchmarks",
      exclude: ["compare"], resources: [.embedInCode("peers.json")],
      swiftSettings: settings + forProcessor, linkerSettings: runtimeInside),
  ]
)

/// The learner's own package: the same modules with holes, checked by the same files.
///
/// `COURSE_ONLY` names the one lesson to build, so that a file that does not compile stops no other
/// lesson; with `COURSE_DEMO` what a lesson shows is built on the learner's code.
func exercises(among lessons: [Lesson]) -> Package {
  let only = Context.environment["COURSE_ONLY"] ?? ""
  let showsDemos = Context.environment["COURSE_DEMO"] != nil
  let chosen = lessons.filter { only.isEmpty || only == $0.folder || only == $0.slug }
  return Package(
    name: "Exercises",
    platforms: [.macOS(.v15)],
    // The course's proof lays out packages like this one elsewhere.
    dependencies: [
      .package(name: "Glassbox", path: Context.environment["COURSE_ROOT"] ?? "..")
    ],
    targets: chosen.flatMap { lesson in
      lesson.targets(
        module: lesson.folder, checks: "Tests/\(lesson.folder)",
        demo: showsDemos ? "Demos/\(lesson.folder)" : nil, settings: lenient,
        library: { .product(name: $0, package: "Glassbox") })
    })
}

/// Told apart by what only the whole course has; a copy for students has no solutions.
func exists(_ path: String) -> Bool {
  FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(path)")
}

if exists("solutions") {
  course.targets += lessons.flatMap { lesson in
    lesson.targets(
      module: "solutions/\(lesson.folder)", checks: "exercises/Tests/\(lesson.folder)",
      demo: "lessons/\(lesson.folder)", settings: settings,
      library: { Target.Dependency(stringLiteral: $0) })
  }
  // The methods of all lessons side by side
  course.targets.append(
    .executableTarget(
      name: "lesson-compare",
      dependencies: [
        "Texts", "Tensors", "Layers", "Explanations", "Figures", "Pages", "Pictures", "Datasets",
        "Models", "Showing",
        "Subjects",
      ],
      path: "lessons/compare", swiftSettings: settings))
  // What lessons promise beyond their checks, on data that learners need not wait for
  course.targets.append(
    .testTarget(
      name: "LessonTests",
      dependencies: [
        "Tensors", "Layers", "Explanations", "Figures", "Pages", "Pictures", "Datasets", "Models",
        "Subjects",
      ],
      swiftSettings: settings))
  // What agrees with other libraries, is timed beside them, shown beside the others and tested
  // further is what is taught. None of these is among the products, or the modules would be met
  // twice in exercises/.
  let ofAllLessons = ["ConformanceTests", "Benchmarks", "lesson-compare", "LessonTests"]
  for target in course.targets where ofAllLessons.contains(target.name) {
    target.dependencies += lessons.map { Target.Dependency(stringLiteral: $0.module) }
  }
} else {
  course.targets.removeAll {
    $0.type == .test || ["Benchmarks", "Upkeep", "maintain"].contains($0.name)
  }
}

// With `COURSE_TESTS` only those tests are built: all of them in optimised code take minutes.
if let only = Context.environment["COURSE_TESTS"] {
  course.targets.removeAll { $0.type == .test && $0.name != only }
}

let package = exists("Sources") ? course : exercises(among: lessons)
