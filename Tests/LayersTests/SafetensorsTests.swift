import Foundation
import Layers
import Tensors
import Testing

@Suite struct `Safetensors that are sound` {
  @Test func `every number type is read by its values`() throws {
    let file = try Safetensors(decoding: SafetensorsFixture.everyType.bytes, name: "good")
    #expect(file.name == "good")
    #expect(file.metadata == ["made by": "hand", "empty": ""])
    let expected: [String: Tensor] = [
      "double": Tensor([1.5, .infinity], shape: [2]),
      "empty": Tensor([], shape: [3, 0, 2]),
      "single": Tensor([-2.25, .pi], shape: [2, 1]),
      "half": Tensor([1, -2, 0.333251953125, 65504], shape: [2, 2]),
      "brain": Tensor([1, -3.140625], shape: [2]),
      "long": Tensor([-7, 0x1p63], shape: [2]),
      "int": Tensor([16_777_216, -0x1p31], shape: [1, 2]),
      "byte": Tensor([0, 1, 255], shape: [3]),
      "truth": Tensor([0, 1, 1], shape: [3]),
      "scalar": Tensor([42], shape: []),
    ]
    #expect(file.tensors == expected)
  }

  @Test func `special halves keep their meaning`() throws {
    let halves: [(bits: UInt16, value: Float)] = [
      (0x0000, 0), (0x8000, -0.0), (0x0001, 0x1p-24), (0x83FF, -0x1.FF8p-15), (0x0400, 0x1p-14),
      (0x7C00, .infinity), (0xFC00, -.infinity), (0x3C01, 1 + 0x1p-10),
    ]
    let numbers = try scalars(of: "F16", littleEndian(halves.map(\.bits)))
    // By their bits, since -0 equals 0.
    #expect(numbers.map(\.bitPattern) == halves.map(\.value.bitPattern))
    let nans = try scalars(of: "F16", littleEndian([0x7E00, 0xFE00, 0x7C01] as [UInt16]))
    #expect(nans.map(\.isNaN) == [true, true, true])
  }

  @Test func `all finite halves are what the formula of the format says`() throws {
    let all = (0...UInt16.max).filter { $0 & 0x7C00 != 0x7C00 }
    let numbers = try scalars(of: "F16", littleEndian(all))
    var wrong = 0
    for (bits, number) in zip(all, numbers) {
      let exponent = Int(bits >> 10 & 31)
      let fraction = Double(bits & 1023) / 1024
      let magnitude =
        exponent == 0
        ? fraction * 0x1p-14
        : Double(sign: .plus, exponent: exponent - 15, significand: 1 + fraction)
      let value = bits & 0x8000 == 0 ? magnitude : -magnitude
      wrong += number.bitPattern == Float(value).bitPattern ? 0 : 1
    }
    #expect(wrong == 0)
  }

  @Test func `special doubles, singles and brain floats keep their meaning`() throws {
    let doubles = try scalars(
      of: "F64", littleEndian([-0.0, 1e-300, -.infinity, 1 + 0x1p-24].map(\.bitPattern)))
    #expect(doubles.map(\.bitPattern) == [-0.0, 0, -.infinity, 1].map { Float($0).bitPattern })
    let singles: [Float] = [-0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -.infinity]
    let read = try scalars(of: "F32", littleEndian(singles.map(\.bitPattern)))
    #expect(read.map(\.bitPattern) == singles.map(\.bitPattern))
    let brains = try scalars(
      of: "BF16", littleEndian([0x8000, 0x7F80, 0x0001, 0x7FC0] as [UInt16]))
    #expect(brains.map(\.bitPattern) == [0x8000_0000, 0x7F80_0000, 0x0001_0000, 0x7FC0_0000])
  }

  @Test func `integers beyond 24 bits are rounded to the even neighbour`() throws {
    let numbers = try scalars(
      of: "I64", littleEndian([16_777_217, 16_777_219, -16_777_217, 33_554_434] as [Int64]))
    #expect(numbers == [16_777_216, 16_777_220, -16_777_216, 33_554_432])
  }

  @Test func `tensors may stand in the header in any order`() throws {
    let entries = [
      SafetensorsFixture.entry("later", "U8", "[2]", "[1,3]"),
      SafetensorsFixture.entry("first", "U8", "[1]", "[0,1]"),
    ]
    var fixture = SafetensorsFixture(header: "{\(entries.joined(separator: ","))}")
    fixture.data = [7, 8, 9]
    let file = try Safetensors(decoding: fixture.bytes, name: "good")
    #expect(file.tensors["first"]?.scalars == [7])
    #expect(file.tensors["later"]?.scalars == [8, 9])
  }

  @Test func `white space is allowed wherever JSON allows it`() throws {
    let header = "{ \"a\"\t:\n{\r\"dtype\" : \"U8\" , \"shape\" : [ 1 , 1 ] , "
    let rest = "\"data_offsets\" :[0 ,1]}\n} \n  "
    let bytes = SafetensorsFixture(header: header + rest, dataCount: 1).bytes
    #expect(try Safetensors(decoding: bytes, name: "good").tensors["a"]?.shape == [1, 1])
  }

  @Test func `a file may have no tensors and empty notes`() throws {
    for header in ["{}", "{}   ", #"{"__metadata__":{}}"#] {
      let file = try Safetensors(
        decoding: SafetensorsFixture(header: header).bytes, name: "good")
      #expect(file.tensors.isEmpty && file.metadata.isEmpty)
    }
  }

  @Test func `escapes are undone in names and in notes`() throws {
    let name = #"\u0061\"\\\/\b\f\n\r\t\u00e9\uD83D\ude00é😀"#
    let entry = SafetensorsFixture.entry(name, "\\u00558", "[]", "[0,1]")
    let header = "{\(entry),\"__metadata\\u005f_\":{\"k\\u0065y\":\"\\u0000\"}}"
    let file = try Safetensors(
      decoding: SafetensorsFixture(header: header, dataCount: 1).bytes, name: "good")
    #expect(Array(file.tensors.keys) == ["a\"\\/\u{8}\u{C}\n\r\té😀é😀"])
    #expect(file.metadata == ["key": "\0"])
  }

  @Test func `a missing tensor is reported with the names nearest to it`() throws {
    let file = try Safetensors(decoding: SafetensorsFixture.everyType.bytes, name: "good")
    #expect(try file.tensor(named: "half").shape == [2, 2])
    let near = #expect(throws: SafetensorsError.self) { try file.tensor(named: "singel") }
    #expect(
      near?.problem == .missingTensor(name: "singel", nearest: ["single"], count: 10))
    expectSentence(try #require(near), "good", "\"singel\"", "\"single\"", "10 tensors")
    let far = #expect(throws: SafetensorsError.self) {
      try file.tensor(named: "classifier.weight")
    }
    expectSentence(try #require(far), "good", "\"classifier.weight\"")
    let long = #expect(throws: SafetensorsError.self) {
      try file.tensor(named: String(repeating: "half", count: 100_000))
    }
    expectSentence(try #require(long), "good", "…")
  }

  private func scalars(of type: String, _ bytes: [UInt8]) throws -> [Float] {
    let widths = ["F64": 8, "I64": 8, "F32": 4, "F16": 2, "BF16": 2]
    let count = try bytes.count / #require(widths[type])
    let fixture = SafetensorsFixture([("x", type, [count], bytes)], metadata: nil)
    return try Safetensors(decoding: fixture.bytes, name: "good").tensor(named: "x").scalars
  }
}

@Suite struct `Safetensors on disk` {
  @Test func `a file is read by its path and through a link`() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "gewichte é.safetensors")
      try Data(SafetensorsFixture.everyType.bytes).write(to: file)
      let link = folder.appending(path: "link")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
      for path in [file.path, link.path] {
        let read = try Safetensors(contentsOf: path)
        #expect(read.name == path)
        #expect(read.tensors.count == 10)
      }
    }
  }

  @Test func `a missing file, a folder and a device are told apart`() throws {
    try inTemporaryFolder { folder in
      let missing = folder.appending(path: "none.safetensors").path
      expectUnreadable(missing, .missing, "none.safetensors", "check the path")
      expectUnreadable(folder.path, .folder, folder.lastPathComponent, "folder")
      expectUnreadable("/dev/zero", .special, "/dev/zero", "ordinary file")
      expectUnreadable("", nil)
      expectUnreadable(missing + "\0", nil)
    }
  }

  @Test func `an empty and a cut file are refused by their paths`() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "cut.safetensors")
      for count in [0, 7, 8, 100, SafetensorsFixture.everyType.bytes.count - 1] {
        try Data(SafetensorsFixture.everyType.bytes.prefix(count)).write(to: file)
        let error = #expect(throws: SafetensorsError.self) {
          try Safetensors(contentsOf: file.path)
        }
        expectSentence(try #require(error), "cut.safetensors", "fetch it again")
      }
    }
  }

  private func expectUnreadable(
    _ path: String, _ reason: SafetensorsError.Unreadable?, _ words: String...
  ) {
    do throws(SafetensorsError) {
      _ = try Safetensors(contentsOf: path)
      Issue.record("«\(path)» was read")
    } catch {
      if let reason { #expect(error.problem == .unreadable(reason)) }
      for word in words { expectSentence(error, word) }
    }
  }

  private func inTemporaryFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "safetensors-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}
