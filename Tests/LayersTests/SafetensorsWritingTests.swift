import Foundation
import Layers
import Tensors
import Testing

@Suite struct `Safetensors that are written` {
  private let file = Safetensors(
    name: "mine",
    tensors: [
      "b.weight": [[1.5, -2.25], [.init(Float.pi), 0]], "a": 42, "empty": .zeros([3, 0, 2]),
      "ä\"\n\u{1}": Tensor([Float.infinity, -0.0], shape: [2]),
    ], metadata: ["made by": "hand", "licence": "a \"b\" \\ c\n"])

  @Test func `what is written as singles is read again, notes included`() throws {
    let read = try Safetensors(decoding: file.encoded(), name: "again")
    #expect(read.tensors == file.tensors)
    #expect(read.metadata == file.metadata)
    let bits = read.tensors["ä\"\n\u{1}"]?.scalars.map(\.bitPattern)
    #expect(bits == [Float.infinity, -0.0].map(\.bitPattern))
  }

  @Test func `what halves can hold is read again from halves`() throws {
    var halves = file
    halves.tensors["b.weight"] = [[1.5, -2.25], [65504, 0x1p-24]]
    let bytes = try halves.encoded(as: .float16)
    #expect(try Safetensors(decoding: bytes, name: "again").tensors == halves.tensors)
    #expect(try bytes.count < halves.encoded().count)
  }

  @Test func `every finite half comes back with its bits`() throws {
    let all = (0...UInt16.max).filter { $0 & 0x7C00 != 0x7C00 }
    let fixture = SafetensorsFixture(
      [("x", "F16", [all.count], littleEndian(all))], metadata: nil)
    let written = try Safetensors(decoding: fixture.bytes, name: "x").encoded(as: .float16)
    #expect(written.suffix(2 * all.count) == littleEndian(all)[...])
  }

  @Test func `singles are rounded to the nearest half, to the even one of two`() throws {
    let cases: [(Float, Float)] = [
      (1 + 0x1p-11, 1), (1 + 0x1.8p-10, 1 + 0x1p-9), (1 + 0x1.002p-11, 1 + 0x1p-10),
      (65519.99, 65504), (0x1p-25, 0), (0x1.8p-24, 0x1p-23), (0x1.002p-25, 0x1p-24),
      (0x1.FFEp-15, 0x1p-14), (-2049, -2048), (-2051, -2052), (0x1p-100, 0),
    ]
    let written = Safetensors(tensors: ["x": Tensor(cases.map(\.0))])
    let read = try Safetensors(decoding: written.encoded(as: .float16), name: "x")
    #expect(try read.tensor(named: "x").scalars == cases.map(\.1))
  }

  @Test func `NaN stays NaN in a half`() throws {
    let written = Safetensors(tensors: ["x": Tensor([Float.nan])])
    let read = try Safetensors(decoding: written.encoded(as: .float16), name: "x")
    #expect(try read.tensor(named: "x").scalar.isNaN)
  }

  @Test func `tensors stand in the order of their names behind an aligned header`() throws {
    let bytes = try file.encoded()
    let length = bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect(length % 8 == 0)
    let header = String(decoding: bytes[8..<8 + length], as: UTF8.self)
    #expect(
      header.hasPrefix(#"{"__metadata__":{"licence":"a \"b\" \\ c\u000a","made by":"hand"},"#))
    let places = ["\"a\":", "\"b.weight\":", "\"empty\":", "\"ä"].map {
      header.range(of: $0)?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(try file.encoded() == bytes)
  }

  @Test func `names that the format keeps for itself are refused`() {
    expectError(SafetensorsError.self, "__metadata__") {
      _ = try Safetensors(tensors: ["__metadata__": 1]).encoded()
    }
    expectError(SafetensorsError.self, "another name") {
      _ = try Safetensors(tensors: ["a\0b": 1]).encoded()
    }
  }

  @Test func `a number beyond every half is refused, with its place`() {
    expectError(SafetensorsError.self, "\"w\"", "70000.0", "element 1", "float32") {
      _ = try Safetensors(tensors: ["w": [1, 70_000]]).encoded(as: .float16)
    }
  }

  @Test func `a file is replaced as a whole, through a link too`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (path, link) = (folder.appending(path: "w"), folder.appending(path: "link"))
    try Data("old".utf8).write(to: path)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: path)
    try file.write(to: link.path)
    #expect(try Safetensors(contentsOf: path.path).tensors == file.tensors)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["link", "w"])
    expectError(SafetensorsError.self, "cannot be written") {
      try file.write(to: folder.appending(path: "missing/w").path)
    }
  }
}
