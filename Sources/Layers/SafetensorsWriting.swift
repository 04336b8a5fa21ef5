import Foundation
import Tensors

/// How numbers are kept in a file that is written.
public enum StorageFormat: Sendable {
  /// Every number exactly, four bytes each.
  case float32
  /// Rounded to the nearest half, to the even one of two equally near: two bytes, three digits.
  case float16
}

extension Safetensors {
  /// Returns the bytes of the file: equal tensors and notes give equal bytes.
  ///
  /// Tensors stand in the order of their names, and the first begins at a multiple of 8 bytes.
  ///
  /// - Parameter format: How the numbers are kept.
  /// - Returns: The file from its first byte to its last.
  /// - Throws: An error if a tensor has a name that the format does not allow, or an element that a
  ///   half cannot hold.
  public func encoded(as format: StorageFormat = .float32) throws(SafetensorsError) -> [UInt8] {
    let names = tensors.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let type = format == .float16 ? StoredNumber.float16 : .float32
    var entries: [String] = []
    if !metadata.isEmpty {
      let notes = metadata.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      let members = notes.map { "\(json($0.key)):\(json($0.value))" }.joined(separator: ",")
      entries.append("\(json(SafetensorsHeader.metadataKey)):{\(members)}")
    }
    var end = 0
    for (name, tensor) in names.map({ ($0, tensors[$0, default: .zeros([0])]) }) {
      guard name != SafetensorsHeader.metadataKey, !name.utf8.contains(0) else {
        throw SafetensorsError(file: self.name, problem: .forbiddenName(name))
      }
      let start = end
      end += tensor.count * type.byteCount
      let sizes = tensor.shape.map(String.init).joined(separator: ",")
      entries.append(
        #"\#(json(name)):{"dtype":"\#(type.rawValue)","shape":[\#(sizes)],"#
          + #""data_offsets":[\#(start),\#(end)]}"#)
    }
    var header = Array("{\(entries.joined(separator: ","))}".utf8)
    header += repeatElement(UInt8(ascii: " "), count: (8 - header.count % 8) % 8)

    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + header.count + end)
    append(UInt64(header.count), to: &bytes)
    bytes += header
    for name in names {
      for (index, scalar) in tensors[name, default: .zeros([0])].scalars.enumerated() {
        switch format {
        case .float32: append(scalar.bitPattern, to: &bytes)
        case .float16:
          let half = scalar.halfBits
          guard half & 0x7FFF != 0x7C00 || scalar.isInfinite else {
            throw SafetensorsError(
              file: self.name, problem: .beyondHalf(tensor: name, index: index, value: scalar))
          }
          append(half, to: &bytes)
        }
      }
    }
    return bytes
  }

  /// Writes the file to a path, as a whole or not at all: whoever reads meanwhile sees the old one.
  ///
  /// - Parameters:
  ///   - path: Where to; a file that is there is replaced.
  ///   - format: How the numbers are kept.
  /// - Throws: An error if the tensors do not fit the format, or the system refuses.
  public func write(
    to path: String, as format: StorageFormat = .float32
  ) throws(SafetensorsError) {
    let bytes = try encoded(as: format)
    do {
      // Of a link the file behind it is replaced, not the link.
      try Data(bytes).write(to: URL(filePath: path).resolvingSymlinksInPath(), options: .atomic)
    } catch {
      throw SafetensorsError(file: path, problem: .unwritable)
    }
  }
}

private func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
  withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
}

/// A string as JSON writes it, in quotes.
private func json(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case "\u{0}"..<" ":
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

extension Float {
  /// The 16 bits of the nearest half, to the even one of two equally near.
  ///
  /// Normal halves have 13 bits of fraction fewer: adding half of what these bits can say, less one
  /// unless the last bit kept is odd, carries into the kept bits exactly when rounding to even goes
  /// up. Halves below 2⁻¹⁴ are multiples of 2⁻²⁴, as are the `Float`s from ½ to 1: adding ½ rounds
  /// them, and the bits above those of ½ count them.
  var halfBits: UInt16 {
    let sign = UInt16(truncatingIfNeeded: bitPattern >> 16) & 0x8000
    let positive = bitPattern & 0x7FFF_FFFF
    if isNaN { return sign | 0x7E00 }
    // From 65520 on the nearest half would need another exponent.
    if positive >= 0x477F_F000 { return sign | 0x7C00 }
    if positive < 0x3880_0000 {
      let rounded = (Float(bitPattern: positive) + 0.5).bitPattern
      return sign | UInt16(truncatingIfNeeded: rounded &- 0x3F00_0000)
    }
    let rounded = positive &+ 0x0FFF &+ (positive >> 13 & 1)
    return sign | UInt16(truncatingIfNeeded: (rounded &- 0x3800_0000) >> 13)
  }
}
