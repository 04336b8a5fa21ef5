internal import CPNG
import Foundation

extension Picture {
  /// The bytes of a PNG file of this picture: equal pictures give equal bytes with one libpng.
  public func png() -> [UInt8] {
    // Sixteen bits are stored with the high byte first.
    var rows: [UInt8] = []
    rows.reserveCapacity(samples.count * bits / 8)
    for sample in samples {
      if bits == 16 { rows.append(UInt8(truncatingIfNeeded: sample >> 8)) }
      rows.append(UInt8(truncatingIfNeeded: sample))
    }
    return rows.withUnsafeBufferPointer { rows in
      guard let file = CPNGMake() else { preconditionFailure("no memory for a PNG") }
      defer { CPNGFree(file) }
      file.pointee.width = UInt32(width)
      file.pointee.height = UInt32(height)
      file.pointee.bits = Int32(bits)
      file.pointee.channels = Int32(channels.rawValue)
      file.pointee.rows = rows.baseAddress
      precondition(CPNGRun(file, CPNGWriteAll, nil) == 1, "no memory for a PNG")
      return [UInt8](UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count))
    }
  }

  /// Writes a PNG file, as a whole or not at all: whoever reads meanwhile sees the old one.
  ///
  /// - Parameter path: Where to; a file that is there is replaced, a folder or a device is not.
  /// - Throws: An error if the system refuses.
  public func write(to path: String) throws(PictureError) {
    // Of a link the file behind it is replaced, not the link.
    let target = URL(filePath: path).resolvingSymlinksInPath()
    if let problem = Picture.problem(at: target), problem != .missing {
      throw PictureError(name: path, problem: problem)
    }
    do {
      try Data(png()).write(to: target, options: .atomic)
    } catch {
      throw PictureError(name: path, problem: .unwritable)
    }
  }
}
