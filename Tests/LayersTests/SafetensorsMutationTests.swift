import Layers
import Tensors
import Testing

@Suite struct `Safetensors that are damaged` {
  @Test func `a file cut at any byte is refused`() throws {
    let whole = SafetensorsFixture.everyType.bytes
    _ = try Safetensors(decoding: whole, name: "broken.safetensors")
    for count in whole.indices {
      _ = refusal(of: Array(whole[..<count]))
    }
  }

  @Test func `a file with any byte at its end is refused`() {
    for byte in [0, 0x20, 0x7D] as [UInt8] {
      let error = refusal(of: SafetensorsFixture.everyType.bytes + [byte])
      #expect(error?.problem == .leftover(byteCount: 1))
    }
  }

  @Test func `ten thousand damaged files are read or refused, and never trap`() {
    var random = SplitMix64(seed: 20)
    let fixture = Self.fewKilobytes
    let whole = fixture.bytes
    let headerCount = fixture.header.utf8.count
    var loaded = 0
    for _ in 0..<10_000 {
      var bytes = whole
      var headerCount = headerCount
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        Self.mutate(&bytes, headerCount: &headerCount, using: &random)
      }
      do throws(SafetensorsError) {
        let file = try Safetensors(decoding: bytes, name: "damaged")
        let scalars = file.tensors.values.reduce(0) { $0 + $1.scalars.count }
        #expect(scalars <= bytes.count)
        loaded += 1
      } catch {
        let text = error.description
        if !text.hasPrefix("damaged: ") || !text.hasSuffix(".") || text.utf8.count > 1000 {
          Issue.record("\(text)")
        }
      }
    }
    // Damage to the data alone goes unnoticed; damage to the header hardly ever does.
    #expect((500..<9_500).contains(loaded))
  }

  private static let fewKilobytes: SafetensorsFixture = {
    var tensors: [(name: String, type: String, shape: [Int], bytes: [UInt8])] = []
    let types = [("F64", 8), ("F32", 4), ("F16", 2), ("BF16", 2), ("I64", 8), ("U8", 1)]
    for index in 0..<24 {
      let (type, width) = types[index % types.count]
      let shape = [index % 4, 9, 5]
      let bytes = (0..<shape.reduce(width, *)).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      tensors.append((name: "blocks.\(index).weight", type: type, shape: shape, bytes: bytes))
    }
    return SafetensorsFixture(tensors, metadata: #"{"made by":"h\u00e4nd"}"#)
  }()

  private static let pieces: [[UInt8]] = [
    "[", "]", "{", "}", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "-1", "1e3", "1.5", "0",
    "9223372036854775807", "18446744073709551616", "\"shape\":[0],", "\"a\":{},", "[[[[[[[[", " ",
    "\"__metadata__\":{\"a\":\"b\"},", "\0", "\u{FEFF}", "\"dtype\":\"F8_E4M3\",",
    "\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]},",
  ].map { Array($0.utf8) }

  private static func mutate(
    _ bytes: inout [UInt8], headerCount: inout Int, using random: inout SplitMix64
  ) {
    guard bytes.count > 16, headerCount > 8, headerCount + 8 < bytes.count else { return }
    let anywhere = Int.random(in: 0..<bytes.count, using: &random)
    let inHeader = Int.random(in: 8..<8 + headerCount, using: &random)
    let before = bytes.count
    switch Int.random(in: 0..<9, using: &random) {
    case 0: bytes[anywhere] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes[anywhere] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: anywhere)
    case 3: bytes.removeSubrange(anywhere..<min(anywhere + 9, bytes.count))
    case 4:
      let lengths = [0, 1, UInt64(headerCount) + 1, 1 << 32, 1 << 63, .max, random.next()]
      bytes.replaceSubrange(0..<8, with: littleEndian([lengths[anywhere % lengths.count]]))
    case 5: bytes[inHeader] = UInt8(ascii: "0") + UInt8.random(in: 0..<10, using: &random)
    case 6:
      // A digit for a digit leaves the JSON whole, so what it says is tried.
      let digits = bytes[8..<8 + headerCount].indices.filter { (0x30...0x39).contains(bytes[$0]) }
      if let place = digits.randomElement(using: &random) {
        bytes[place] = UInt8.random(in: 0x30...0x39, using: &random)
      }
    case 7:
      bytes.insert(contentsOf: pieces[anywhere % pieces.count], at: inHeader)
    default:
      let start = Int.random(in: 8..<8 + headerCount, using: &random)
      let end = min(start + Int.random(in: 1..<120, using: &random), 8 + headerCount)
      bytes.insert(contentsOf: Array(bytes[start..<end]), at: inHeader)
    }
    // Half the time the length follows what was done to the header, so the header is read at all.
    let change = bytes.count - before
    if change != 0, 8 + headerCount + change > 16, Bool.random(using: &random) {
      headerCount += change
      bytes.replaceSubrange(0..<8, with: littleEndian([UInt64(headerCount)]))
    }
  }
}
