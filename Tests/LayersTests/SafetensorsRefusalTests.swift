import Layers
import Testing

@Suite struct `Safetensors whose header is no header` {
  @Test func `fewer than eight bytes are refused`() {
    for count in 0..<8 {
      let error = refusal(of: [UInt8](repeating: 1, count: count))
      #expect(error?.problem == .tooShort(byteCount: count))
    }
  }

  @Test(arguments: [3, 1 << 31, 1 << 53, 1 << 63 - 1, 1 << 63, .max - 7, .max] as [UInt64])
  func `a header longer than the file is refused`(length: UInt64) throws {
    let error = try #require(refusal(of: littleEndian([length]) + [0x7B, 0x7D]))
    #expect(error.problem == .headerTooLong(stated: length, available: 2))
    expectSentence(error, "\(length) bytes", "only 2 follow")
  }

  @Test func `bytes that are not UTF-8 are refused by their place`() throws {
    for broken: [UInt8] in [[0xFF], [0xC3, 0x22], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5]] {
      let header = Array(#"{"é"#.utf8) + broken + Array("\":{}}".utf8)
      let error = try #require(refusal(of: littleEndian([UInt64(header.count)]) + header))
      #expect(error.problem == .headerNotUTF8(offset: 12))
      expectSentence(error, "UTF-8", "byte 12")
    }
  }

  @Test(arguments: ["", " {}", "[]", "null", "3", "\"a\"", "x", "\0", "\u{FEFF}{}"])
  func `a header that is no object is refused`(header: String) {
    expectMalformed(header, at: 8)
  }

  @Test func `JSON that is broken is refused by its place`() {
    expectMalformed("{", at: 9)
    expectMalformed("{\"", at: 10)
    expectMalformed("{\"a\"}", at: 12)
    expectMalformed("{\"a\":}", at: 13, entry: "a")
    expectMalformed("{a:{}}", at: 9)
    expectMalformed("{'a':{}}", at: 9)
    expectMalformed("{,}", at: 9)
    expectMalformed("{}}", at: 10)
    expectMalformed("{}\0", at: 10)
    expectMalformed("{} {}", at: 11)
    expectMalformed(#"{"__metadata__":{},}"#, at: 27)
    expectMalformed(#"{"__metadata__":{} "a":{}}"#, at: 27)
    expectMalformed(#"{"__metadata__":{"a":"b",}}"#, at: 33, entry: "__metadata__")
    expectMalformed(#"{"__metadata__":{"a" "b"}}"#, at: 29, entry: "__metadata__")
    expectMalformed("{\"a\nb\":{}}", at: 11)
    expectMalformed("{/**/}", at: 9)
  }

  @Test(arguments: [
    #"\x"#, #"\u12"#, #"\u12G4"#, #"\u+123"#, #"\uD83D"#, #"\uDE00"#, #"\uD83D\u0041"#,
    #"\uD83Dx"#, #"\uD83D\uD83D"#, #"\uDE00\uD83D"#, #"\U0041"#, #"\uD83D\"#, #"\u４４４４"#,
  ])
  func `an escape that JSON does not have is refused`(escape: String) {
    expectMalformed(#"{"\#(escape)":{}}"#, at: 10)
  }

  @Test func `a million nested brackets are refused without a trap`() throws {
    for bracket in ["[", "{\"a\":", "{", "[{\"a\":", "[[],"] {
      let nest = String(repeating: bracket, count: 1_000_000)
      for before in ["", #"{"a":"#, #"{"a":{"shape":"#, #"{"a":{"shape":["#, #"{"__metadata__":"#] {
        _ = refusal(of: SafetensorsFixture(header: before + nest).bytes)
      }
    }
    expectMalformed(#"{"a":{"shape":[["#, at: 23, entry: "a", "integer", "\"[\"")
  }
}

@Suite struct `Safetensors whose entries are wrong` {
  private typealias Fixture = SafetensorsFixture

  @Test func `a name that occurs twice is refused, in whatever spelling`() {
    let a = Fixture.entry("a", "U8", "[1]", "[0,1]")
    for other in ["a", #"\u0061"#] {
      let b = Fixture.entry(other, "U8", "[1]", "[1,2]")
      expect("{\(a),\(b)}", 2, .duplicateKey("a", entry: nil), "\"a\" twice")
    }
    let composed = Fixture.entry("\u{E9}", "U8", "[1]", "[0,1]")
    let decomposed = Fixture.entry("e\u{301}", "U8", "[1]", "[1,2]")
    expect("{\(composed),\(decomposed)}", 2, .duplicateKey("\u{E9}", entry: nil))
    expect(#"{"__metadata__":{},"__metadata__":{}}"#, 0, .duplicateKey("__metadata__", entry: nil))
  }

  @Test func `a field or a note that occurs twice is refused`() {
    expect(
      #"{"a":{"dtype":"U8","dty\u0070e":"U8","shape":[],"data_offsets":[0,1]}}"#, 1,
      .duplicateKey("dtype", entry: "a"), "entry \"a\"", "\"dtype\" twice")
    expect(
      #"{"__metadata__":{"k":"1","k":"1"}}"#, 0, .duplicateKey("k", entry: "__metadata__"))
  }

  @Test func `a name with the character zero is refused`() {
    let entry = Fixture.entry(#"a\u0000b"#, "U8", "[1]", "[0,1]")
    expect("{\(entry)}", 1, .nulInName("a\0b"), "U+0000", #""a\0b""#)
  }

  @Test func `a missing and an unknown field are refused by their names`() {
    expect(
      #"{"a":{"shape":[],"data_offsets":[0,1]}}"#, 1, .missingField(tensor: "a", field: "dtype"),
      "no \"dtype\"")
    expect(
      #"{"a":{"dtype":"U8","data_offsets":[0,1]}}"#, 1, .missingField(tensor: "a", field: "shape"))
    expect(
      #"{"a":{"dtype":"U8","shape":[]}}"#, 1, .missingField(tensor: "a", field: "data_offsets"))
    expect(#"{"a":{}}"#, 0, .missingField(tensor: "a", field: "dtype"))
    expect(
      #"{"a":{"dtype":"U8","shape":[],"data_offsets":[0,1],"scale":{}}}"#, 1,
      .unknownField(tensor: "a", field: "scale"), "\"scale\"")
  }

  @Test(arguments: ["null", "true", "1", "[]", "\"U8\""])
  func `an entry that is no object is refused`(value: String) {
    expectMalformed(#"{"a":\#(value)}"#, at: 13, entry: "a", "an object")
  }

  @Test func `an unknown number type is told from an unsupported one`() {
    for type in ["F8_E4M3", "F8_E5M2", "I8", "I16", "U16", "U32", "U64", "F4", "C64"] {
      let entry = Fixture.entry("a", type, "[1]", "[0,1]")
      expect(
        "{\(entry)}", 1, .unsupportedType(tensor: "a", type: type), "\"a\"", type, "not supported",
        "F64, F32, F16, BF16, I64, I32, U8, BOOL")
    }
    for type in ["", "f32", "float32", "F32 ", "Q4"] {
      let entry = Fixture.entry("a", type, "[1]", "[0,4]")
      expect(
        "{\(entry)}", 4, .unknownType(tensor: "a", type: type), "does not know", "F64, F32, F16")
    }
    expectMalformed(#"{"a":{"dtype":7}}"#, at: 22, entry: "a", "a string")
  }

  @Test(arguments: [
    "-1", "-0", "1.0", "1.5", "1e3", "1E3", "1e-3", "01", "00", "+1", ".5", "0x10", "null", "true",
    "\"1\"", "[1]", "{}", "NaN", "Infinity", "1.", "1e", "-", "٣",
    "9223372036854775808", "18446744073709551615", "100000000000000000000000000000000000000000",
  ])
  func `a size or an offset that is no plain integer is refused`(number: String) {
    // The hexadecimal one fails only behind its zero.
    let place = number == "0x10" ? 1 : 0
    expectMalformed(#"{"a":{"shape":[\#(number)]}}"#, at: 23 + place, entry: "a", "byte 2", "\"a\"")
    expectMalformed(#"{"a":{"data_offsets":[0,\#(number)]}}"#, at: 32 + place, entry: "a")
  }

  @Test(arguments: ["null", "3", "\"[]\"", "{}"])
  func `a shape or offsets that are no list are refused`(value: String) {
    expectMalformed(#"{"a":{"shape":\#(value)}}"#, at: 22, entry: "a", "a list of integers")
    expectMalformed(#"{"a":{"data_offsets":\#(value)}}"#, at: 29, entry: "a", "a list of integers")
  }

  @Test func `a shape with too many axes or too large is refused`() {
    let flat = Fixture.entry("a", "U8", "[1,1,1,1,1,1,1,1]", "[0,1]")
    expect("{\(flat)}", 1, .tooManyAxes(tensor: "a", count: 8), "8 axes", "at most 7")
    let shapes = [
      [1 << 31], [0, 1 << 31], [Int.max], [Int.max, Int.max],
      [1 << 30, 1 << 30, 1 << 30], [1 << 30, 1 << 30, 1 << 30, 0], [0, 1 << 30, 1 << 30, 1 << 30],
      [1 << 30, 1 << 30],
    ]
    for shape in shapes {
      let entry = Fixture.entry("a", "F64", "\(shape)", "[0,0]")
      expect("{\(entry)}", 0, .shapeTooLarge(tensor: "a", shape: shape), "too large")
    }
  }

  @Test func `offsets that are not two in order are refused`() {
    for (offsets, count) in [("[]", 0), ("[0]", 1), ("[0,1,2]", 3)] {
      let entry = Fixture.entry("a", "U8", "[1]", offsets)
      expect("{\(entry)}", 1, .offsetCount(tensor: "a", count: count), "instead of 2")
    }
    let entry = Fixture.entry("a", "U8", "[1]", "[\(Int.max),0]")
    expect("{\(entry)}", 1, .reversedOffsets(tensor: "a", begin: .max, end: 0), "ends before it")
  }

  @Test func `a tensor beyond the end of the data is refused`() {
    let entry = Fixture.entry("a", "U8", "[4]", "[0,4]")
    expect("{\(entry)}", 3, .outside(tensor: "a", end: 4, available: 3), "byte 4", "only 3")
    let far = Fixture.entry("a", "U8", "[1]", "[\(Int.max - 1),\(Int.max)]")
    expect("{\(far)}", 3, .outside(tensor: "a", end: .max, available: 3))
  }

  @Test func `a length that is not the shape's is refused`() {
    let short = Fixture.entry("a", "F32", "[2,3]", "[0,23]")
    expect(
      "{\(short)}", 23,
      .lengthMismatch(tensor: "a", type: "F32", shape: [2, 3], needed: 24, stated: 23),
      "takes 24 bytes as F32", "span 23")
    let empty = Fixture.entry("a", "F32", "[2,0]", "[0,4]")
    expect(
      "{\(empty)}", 4,
      .lengthMismatch(tensor: "a", type: "F32", shape: [2, 0], needed: 0, stated: 4))
    let scalar = Fixture.entry("a", "F32", "[]", "[0,0]")
    expect(
      "{\(scalar)}", 0, .lengthMismatch(tensor: "a", type: "F32", shape: [], needed: 4, stated: 0))
  }

  @Test func `tensors that overlap are refused`() {
    let a = Fixture.entry("a", "U8", "[4]", "[0,4]")
    let b = Fixture.entry("b", "U8", "[4]", "[2,6]")
    expect(
      "{\(b),\(a)}", 6, .overlap(tensor: "b", other: "a", offset: 2), "byte 2", "belongs to \"a\"")
    let inside = Fixture.entry("b", "U8", "[0]", "[2,2]")
    expect("{\(a),\(inside)}", 4, .overlap(tensor: "b", other: "a", offset: 2))
    let same = Fixture.entry("b", "U8", "[4]", "[0,4]")
    #expect(refusal(of: Fixture(header: "{\(a),\(same)}", dataCount: 4).bytes) != nil)
  }

  @Test func `holes and bytes left over are refused`() {
    let a = Fixture.entry("a", "U8", "[4]", "[0,4]")
    let b = Fixture.entry("b", "U8", "[1]", "[6,7]")
    expect("{\(a),\(b)}", 7, .hole(tensor: "b", begin: 4, end: 6), "hole", "format forbids")
    expect("{\(b)}", 7, .hole(tensor: "b", begin: 0, end: 6))
    expect("{\(a)}", 5, .leftover(byteCount: 1), "left over", "format forbids")
    expect("{}", 3, .leftover(byteCount: 3))
  }

  @Test(arguments: ["null", "[]", "3", "\"x\""])
  func `metadata that is no object is refused`(value: String) {
    expectMalformed(#"{"__metadata__":\#(value)}"#, at: 24, entry: "__metadata__", "an object")
  }

  @Test(arguments: ["null", "[]", "3", "{}", "true"])
  func `notes that are not strings are refused`(value: String) {
    expectMalformed(
      #"{"__metadata__":{"k":\#(value)}}"#, at: 29, entry: "__metadata__", "a string")
  }

  @Test func `a name of a megabyte does not fill the error`() {
    let name = String(repeating: "e\u{301}\u{302}", count: 250_000)
    let entry = Fixture.entry(name, "Q4", "[1]", "[0,1]")
    expect("{\(entry)}", 1, .unknownType(tensor: name, type: "Q4"), "…")
  }

  private func expect(
    _ header: String, _ dataCount: Int, _ problem: SafetensorsError.Problem, _ words: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let bytes = Fixture(header: header, dataCount: dataCount).bytes
    guard let error = refusal(of: bytes, sourceLocation: sourceLocation) else { return }
    #expect(error.file == "broken.safetensors", sourceLocation: sourceLocation)
    #expect(error.problem == problem, sourceLocation: sourceLocation)
    for word in words { expectSentence(error, word, sourceLocation: sourceLocation) }
  }
}

/// Checks that a header is refused as malformed at an offset in the file.
private func expectMalformed(
  _ header: String, at offset: Int, entry: String? = nil, _ words: String...,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let bytes = SafetensorsFixture(header: header).bytes
  guard let error = refusal(of: bytes, sourceLocation: sourceLocation) else { return }
  guard case .malformedHeader(offset, entry, _, _) = error.problem else {
    Issue.record("\(error)", sourceLocation: sourceLocation)
    return
  }
  for word in words + ["byte \(offset)"] {
    expectSentence(error, word, sourceLocation: sourceLocation)
  }
}
