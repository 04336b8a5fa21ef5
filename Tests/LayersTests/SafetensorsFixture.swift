import Layers
import Testing

/// The bytes of a safetensors file, put together by hand.
struct SafetensorsFixture {
  /// The JSON of the header.
  var header: String
  /// What follows the header.
  var data: [UInt8]

  /// A file with any header, right or wrong, and so many zero bytes of data.
  init(header: String, dataCount: Int = 0) {
    self.header = header
    self.data = [UInt8](repeating: 0, count: dataCount)
  }

  /// A sound file of tensors given by their parts, laid out in this order.
  init(_ tensors: [(name: String, type: String, shape: [Int], bytes: [UInt8])], metadata: String?) {
    var entries = metadata.map { [#""__metadata__":\#($0)"#] } ?? []
    data = []
    for tensor in tensors {
      let end = data.count + tensor.bytes.count
      entries.append(
        Self.entry(tensor.name, tensor.type, "\(tensor.shape)", "[\(data.count),\(end)]"))
      data += tensor.bytes
    }
    header = "{\(entries.joined(separator: ","))}"
  }

  /// The whole file.
  var bytes: [UInt8] { littleEndian([UInt64(header.utf8.count)]) + header.utf8 + data }

  /// One member of the header.
  static func entry(
    _ name: String, _ type: String, _ shape: String, _ offsets: String
  ) -> String {
    #""\#(name)":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":\#(offsets)}"#
  }

  /// A sound file with every number type, a scalar, an empty tensor and notes.
  static let everyType = SafetensorsFixture(
    [
      ("double", "F64", [2], littleEndian([1.5, 1e300].map(\.bitPattern))),
      ("empty", "F32", [3, 0, 2], []),
      ("single", "F32", [2, 1], littleEndian([-2.25, Float.pi].map(\.bitPattern))),
      ("half", "F16", [2, 2], littleEndian([0x3C00, 0xC000, 0x3555, 0x7BFF] as [UInt16])),
      ("brain", "BF16", [2], littleEndian([0x3F80, 0xC049] as [UInt16])),
      ("long", "I64", [2], littleEndian([-7, Int64.max])),
      ("int", "I32", [1, 2], littleEndian([16_777_217, Int32.min])),
      ("byte", "U8", [3], [0, 1, 255]),
      ("truth", "BOOL", [3], [0, 1, 2]),
      ("scalar", "F32", [], littleEndian([Float(42).bitPattern])),
    ], metadata: #"{"made by":"hand","empty":""}"#)
}

/// The bytes of integers, the low byte of each first.
func littleEndian<Value: FixedWidthInteger>(_ values: [Value]) -> [UInt8] {
  values.flatMap { value in
    (0..<MemoryLayout<Value>.size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}

/// Decodes a file called «broken.safetensors» that must be refused, and gives the error.
func refusal(of bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation)
  -> SafetensorsError?
{
  do throws(SafetensorsError) {
    _ = try Safetensors(decoding: bytes, name: "broken.safetensors")
    Issue.record("the file was read", sourceLocation: sourceLocation)
    return nil
  } catch {
    expectSentence(error, sourceLocation: sourceLocation)
    return error
  }
}

/// Checks that an error is one sentence that begins with the file's name and holds some words.
func expectSentence(
  _ error: SafetensorsError, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = error.description
  let isOneLine = text.allSatisfy { !$0.isNewline }
  #expect(text.hasPrefix("\(error.file): "), sourceLocation: sourceLocation)
  #expect(text.hasSuffix("."), sourceLocation: sourceLocation)
  #expect(isOneLine, sourceLocation: sourceLocation)
  #expect(text.utf8.count < 600, sourceLocation: sourceLocation)
  for word in words {
    #expect(text.contains(word), sourceLocation: sourceLocation)
  }
}
