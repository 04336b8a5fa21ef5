/// Reads the JSON of a safetensors header from left to right, each value as the type it must have.
///
/// The caller says what comes next, so there is no tree of values and no recursion: a bracket where
/// the format has none ends the reading, however many follow it. Unlike a general JSON parser it
/// refuses a key that occurs twice, of which another reader might believe the other one.
struct JSONHeaderReader {
  /// The header, with the indices that its bytes have in the file.
  private let bytes: ArraySlice<UInt8>
  private let file: String
  private var position: Int

  /// The name under which the reader is now, for the words of an error; nil between entries.
  var entry: String?

  /// A reader at the start of a header that is checked to be UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: The header, with the indices that its bytes have in the file.
  ///   - file: What errors call the file.
  /// - Throws: An error if the bytes are not UTF-8 or do not begin with a brace.
  init(_ bytes: ArraySlice<UInt8>, file: String) throws(SafetensorsError) {
    self.bytes = bytes
    self.file = file
    self.position = bytes.startIndex
    if let offset = firstBrokenByte() {
      throw SafetensorsError(file: file, problem: .headerNotUTF8(offset: offset))
    }
    // The format begins the header with a brace; JSON itself would allow a space.
    guard next == UInt8(ascii: "{") else { throw malformed(expected: "\"{\"") }
  }

  /// Reads an object, handing each key to a closure that reads the value.
  mutating func object(
    _ member: (inout JSONHeaderReader, String) throws(SafetensorsError) -> Void
  ) throws(SafetensorsError) {
    var keys: Set<String> = []
    try expect("{", expected: "an object")
    guard !skip("}") else { return }
    repeat {
      let key = try string(expected: "a key in quotes")
      // As `String` compares, so two spellings of one accented letter are one key, and no
      // dictionary of the keys can lose a value.
      guard keys.insert(key).inserted else {
        throw SafetensorsError(file: file, problem: .duplicateKey(key, entry: entry))
      }
      try expect(":", expected: "\":\"")
      try member(&self, key)
    } while skip(",")
    try expect("}", expected: "\",\" or \"}\"")
  }

  /// Reads a list of integers that are not negative.
  mutating func integers() throws(SafetensorsError) -> [Int] {
    var integers: [Int] = []
    try expect("[", expected: "a list of integers")
    guard !skip("]") else { return integers }
    repeat { integers.append(try integer()) } while skip(",")
    try expect("]", expected: "\",\" or \"]\"")
    return integers
  }

  /// Reads a string, with every escape that JSON has.
  mutating func string(expected: String = "a string") throws(SafetensorsError) -> String {
    try expect("\"", expected: expected)
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escaped().utf8
      case 0..<0x20: throw malformed(expected: "a letter or an escaped control character")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw malformed(expected: "a closing quote")
  }

  /// Refuses anything but white space behind what has been read.
  mutating func end() throws(SafetensorsError) {
    skipSpace()
    guard next == nil else { throw malformed(expected: "nothing but spaces") }
  }
}

// MARK: - Pieces

extension JSONHeaderReader {
  private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  private mutating func expect(
    _ mark: Unicode.Scalar, expected: String
  ) throws(SafetensorsError) {
    guard skip(mark) else { throw malformed(expected: expected) }
  }

  private mutating func integer() throws(SafetensorsError) -> Int {
    skipSpace()
    let digits = bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    // 1.0 and 1e3 are integers in mathematics, but no writer needs them and readers disagree.
    let following = bytes[digits.endIndex...].first
    let isPlain = following.map { !Array(".eE+-".utf8).contains($0) } ?? true
    guard !digits.isEmpty, isPlain, digits.count == 1 || digits.first != UInt8(ascii: "0") else {
      throw malformed(expected: "a non-negative integer in plain digits")
    }
    guard let value = Int(String(decoding: digits, as: UTF8.self)) else {
      throw malformed(expected: "an integer below 2^63")
    }
    position = digits.endIndex
    return value
  }

  /// The character that the escape at the reader's position stands for.
  private mutating func escaped() throws(SafetensorsError) -> String {
    let start = position
    position += 1
    if let character = next.flatMap(Self.plainEscape) {
      position += 1
      return character
    }
    guard let unit = codeUnit() else {
      position = start
      throw malformed(expected: "an escape that JSON has")
    }
    // Beyond U+FFFF a character is two escapes, a high and a low surrogate; alone neither means
    // anything.
    var units = [unit]
    if UTF16.isLeadSurrogate(unit), next == UInt8(ascii: "\\") {
      position += 1
      if let second = codeUnit() { units.append(second) }
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      position = start
      throw malformed(expected: "a whole pair of surrogates")
    }
    return text
  }

  /// What a letter behind a backslash stands for, or nil where one letter is not enough.
  private static func plainEscape(_ letter: UInt8) -> String? {
    switch Unicode.Scalar(letter) {
    case "\"", "\\", "/": String(Unicode.Scalar(letter))
    case "b": "\u{8}"
    case "f": "\u{C}"
    case "n": "\n"
    case "r": "\r"
    case "t": "\t"
    default: nil
    }
  }

  /// The value of `uXXXX` at the reader's position, or nil where there is none.
  private mutating func codeUnit() -> UInt16? {
    let digits = bytes[position...].dropFirst().prefix(4)
    guard next == UInt8(ascii: "u"), digits.count == 4 else { return nil }
    var value: UInt16 = 0
    for digit in digits {
      guard let nibble = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      value = value << 4 | UInt16(nibble)
    }
    position = digits.endIndex
    return value
  }

  /// Where the header stops being UTF-8, or nil where it does not.
  private func firstBrokenByte() -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var parser = UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = bytes.startIndex
    while case .valid(let encoded) = parser.parseScalar(from: &rest) { offset += encoded.count }
    return offset
  }

  /// The error that something else than the expected is at the reader's position.
  private func malformed(expected: String) -> SafetensorsError {
    let marks = Array("{}[]:,\" \t\r\n".utf8)
    let rest = bytes[position...]
    let word = rest.prefix(24).prefix { !marks.contains($0) }
    let found = word.isEmpty ? rest.prefix(1) : word
    return SafetensorsError(
      file: file,
      problem: .malformedHeader(
        offset: position, entry: entry, expected: expected,
        found: String(decoding: found, as: UTF8.self)))
  }
}
