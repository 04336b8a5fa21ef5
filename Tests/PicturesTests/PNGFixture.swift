import Foundation
import Pictures

/// The PNG files beside the tests, and what they hold.
struct PNGFixture: Decodable {
  let width: Int
  let height: Int
  let channels: Int
  let bits: Int
  let samples: [UInt16]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// What each file holds, by its name.
  static func all() throws -> [String: PNGFixture] {
    let data = try Data(contentsOf: folder.appending(path: "samples.json"))
    return try JSONDecoder().decode([String: PNGFixture].self, from: data)
  }

  /// The files in the order of their names.
  static func files() throws -> [(name: String, bytes: [UInt8])] {
    try all().keys.sorted().map { ($0, try bytes($0)) }
  }

  static func path(_ name: String) -> String { folder.appending(path: "\(name).png").path }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: "\(name).png")))
  }
}

/// A PNG taken apart, to be put together again wrongly.
struct PNGChunks {
  var chunks: [(kind: String, data: [UInt8])] = []

  init(_ bytes: [UInt8]) {
    var offset = 8
    while offset + 12 <= bytes.count {
      let length = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      let kind = String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self)
      chunks.append((kind, Array(bytes[offset + 8..<offset + 8 + length])))
      offset += 12 + length
    }
  }

  /// The file with sound checksums.
  var bytes: [UInt8] {
    var result: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    for (kind, data) in chunks {
      let body = Array(kind.utf8) + data
      result += bigEndian(UInt32(data.count)) + body + bigEndian(checksum(body))
    }
    return result
  }

  /// The same file with another size in its header.
  func claiming(width: UInt32, height: UInt32) -> [UInt8] {
    var changed = self
    changed.chunks[0].data.replaceSubrange(0..<8, with: bigEndian(width) + bigEndian(height))
    return changed.bytes
  }
}

func bigEndian(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) } }

/// CRC-32, PNG specification, annex D, a bit at a time.
func checksum(_ bytes: [UInt8]) -> UInt32 {
  var crc = UInt32.max
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
  }
  return ~crc
}

/// Why a picture cannot be read; nil where it can.
func decodingProblem(of bytes: [UInt8]) -> PictureError.Problem? {
  do throws(PictureError) {
    _ = try Picture(png: bytes, name: "x")
    return nil
  } catch {
    return error.problem
  }
}

/// A folder that is gone afterwards.
func withTemporaryFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}
