internal import CPNG
import Foundation

extension Picture {
  /// The longest side of a picture that is read, in pixels.
  ///
  /// Limits, because 20 kilobytes of a PNG can be an honest gigabyte of black.
  public static let largestSide = 1 << 16

  /// The most pixels of a picture that is read.
  public static let largestArea = 1 << 26

  /// Reads a PNG file: greys, colours or a palette, with or without transparency, interlaced or not.
  ///
  /// Numbers come as they are stored: sixteen bits stay sixteen, greys of 1, 2 and 4 bits are spread
  /// over 0…255, a palette's colours are looked up, and neither a colour profile nor gamma bends
  /// any of them. A colour that the file declares transparent becomes an alpha channel.
  ///
  /// - Parameter path: Where the file is; links are followed.
  /// - Throws: An error if there is no such file, or it is no sound PNG to its last byte.
  public init(contentsOf path: String) throws(PictureError) {
    try self.init(png: bytesOfFile(at: path), name: path)
  }

  /// Decodes the bytes of a PNG file.
  ///
  /// Memory is taken as pixels arrive, never by what the header claims.
  ///
  /// - Parameters:
  ///   - bytes: The file from its first byte to its last.
  ///   - name: What errors call the picture.
  /// - Throws: An error if the bytes are no sound PNG.
  public init(png bytes: [UInt8], name: String = "the picture") throws(PictureError) {
    guard bytes.starts(with: signature) else {
      let isStart = !bytes.isEmpty && signature.starts(with: bytes)
      throw PictureError(
        name: name,
        problem: isStart ? .cutOff(byteCount: bytes.count) : .notPNG(found: format(of: bytes)))
    }
    do throws(PictureError.Problem) {
      self = try bytes.withUnsafeBufferPointer(decode)
    } catch {
      throw PictureError(name: name, problem: error)
    }
  }
}

extension PictureError.Problem: Error {}

/// What every PNG begins with.
private let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

/// What a file is that is no PNG, where its first bytes tell.
private func format(of bytes: [UInt8]) -> String? {
  func has(_ text: String, at offset: Int = 0) -> Bool {
    bytes.dropFirst(offset).starts(with: text.utf8)
  }
  return if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
    "JPEG"
  } else if has("GIF8") {
    "GIF"
  } else if has("RIFF"), has("WEBP", at: 8) {
    "WebP"
  } else if has("BM") {
    "BMP"
  } else if has("II*\0") || has("MM\0*") {
    "TIFF"
  } else if has("ftyp", at: 4) {
    "HEIC or AVIF"
  } else {
    nil
  }
}

/// The bytes of a file, which is not read further than its signature where that is not PNG's.
private func bytesOfFile(at path: String) throws(PictureError) -> [UInt8] {
  let target = URL(filePath: path).resolvingSymlinksInPath()
  if let problem = Picture.problem(at: target) { throw PictureError(name: path, problem: problem) }
  do {
    let handle = try FileHandle(forReadingFrom: target)
    let start = [UInt8](try handle.read(upToCount: 16) ?? Data())
    guard start.starts(with: signature) else { return start }
    return start + (try handle.readToEnd() ?? Data())
  } catch {
    throw PictureError(name: path, problem: .refused)
  }
}

extension Picture {
  /// Why a place holds no ordinary file; nil where it does.
  static func problem(at place: URL) -> PictureError.Problem? {
    let keys: Set<URLResourceKey> = [.isRegularFileKey, .isDirectoryKey]
    guard let values = try? place.resourceValues(forKeys: keys) else { return .missing }
    if values.isDirectory == true { return .folder }
    return values.isRegularFile == true ? nil : .special
  }
}

/// One of the small pictures that make up an interlaced one, or the whole of one that is not.
private struct Pass {
  let row: Int
  let column: Int
  let rowStep: Int
  let columnStep: Int

  static let whole = [Pass(row: 0, column: 0, rowStep: 1, columnStep: 1)]

  /// Adam7, PNG specification §8.2.
  static let interlaced = [
    Pass(row: 0, column: 0, rowStep: 8, columnStep: 8),
    Pass(row: 0, column: 4, rowStep: 8, columnStep: 8),
    Pass(row: 4, column: 0, rowStep: 8, columnStep: 4),
    Pass(row: 0, column: 2, rowStep: 4, columnStep: 4),
    Pass(row: 2, column: 0, rowStep: 4, columnStep: 2),
    Pass(row: 0, column: 1, rowStep: 2, columnStep: 2),
    Pass(row: 1, column: 0, rowStep: 2, columnStep: 1),
  ]
}

private func decode(
  _ bytes: UnsafeBufferPointer<UInt8>
) throws(PictureError.Problem) -> Picture {
  guard let file = CPNGMake() else { throw .damaged(reason: "out of memory") }
  defer { CPNGFree(file) }
  file.pointee.next = bytes.baseAddress
  file.pointee.left = bytes.count

  func run(
    _ step: CPNGStep, into row: UnsafeMutablePointer<UInt8>? = nil
  ) throws(PictureError.Problem) {
    guard CPNGRun(file, step, row) == 0 else { return }
    if file.pointee.isCutOff != 0 { throw .cutOff(byteCount: bytes.count) }
    throw .damaged(
      reason: withUnsafeBytes(of: file.pointee.message) { text in
        String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
      })
  }

  try run(CPNGReadHeader)
  let (width, height) = (Int(file.pointee.width), Int(file.pointee.height))
  guard max(width, height) <= Picture.largestSide, width * height <= Picture.largestArea else {
    throw .tooLarge(width: width, height: height)
  }
  try run(CPNGReadStart)
  let bits = Int(file.pointee.bits)
  guard let channels = Picture.Channels(rawValue: Int(file.pointee.channels)) else {
    throw .damaged(reason: "\(file.pointee.channels) channels")
  }
  let passes = file.pointee.isInterlaced == 0 ? Pass.whole : Pass.interlaced

  var samples: [UInt16] = []
  var row = [UInt8](repeating: 0, count: width * channels.rawValue * bits / 8)
  for pass in passes where pass.column < width {
    let columns = (width - pass.column + pass.columnStep - 1) / pass.columnStep
    let count = columns * channels.rawValue
    for _ in stride(from: pass.row, to: height, by: pass.rowStep) {
      try row.withUnsafeMutableBufferPointer { buffer throws(PictureError.Problem) in
        try run(CPNGReadRow, into: buffer.baseAddress)
      }
      if bits == 8 {
        samples.append(contentsOf: row[..<count].lazy.map(UInt16.init))
      } else {
        samples.append(
          contentsOf: (0..<count).lazy.map { UInt16(row[2 * $0]) << 8 | UInt16(row[2 * $0 + 1]) })
      }
    }
  }
  try run(CPNGReadEnd)
  if file.pointee.isInterlaced != 0 {
    samples = put(samples, width: width, height: height, channels: channels.rawValue)
  }
  return Picture(width: width, height: height, channels: channels, bits: bits, samples: samples)
}

/// Puts the pixels of an interlaced picture's passes, one after the other, at their places.
private func put(_ passes: [UInt16], width: Int, height: Int, channels: Int) -> [UInt16] {
  var result = [UInt16](repeating: 0, count: passes.count)
  var next = 0
  for pass in Pass.interlaced {
    for row in stride(from: pass.row, to: height, by: pass.rowStep) {
      for column in stride(from: pass.column, to: width, by: pass.columnStep) {
        for channel in 0..<channels {
          result[(row * width + column) * channels + channel] = passes[next]
          next += 1
        }
      }
    }
  }
  return result
}
