import Tensors

/// The header of a safetensors file, checked against the bytes that are really there.
///
/// Who has one may trust it: names differ, every range lies inside the file and is as long as its
/// shape and type ask, and the ranges follow each other from the header's end to the file's end.
struct SafetensorsHeader {
  /// Where one tensor lies and how to read it.
  struct Entry {
    let name: String
    let type: StoredNumber
    let shape: [Int]
    /// The tensor's bytes, counted from the start of the file.
    let bytes: Range<Int>
  }

  /// The tensors in the order of their bytes.
  let entries: [Entry]

  /// The text under `__metadata__`, by its keys.
  let metadata: [String: String]

  /// The longest axis that a tensor may have.
  static let largestSize = (1 << 31) - 1

  /// The key that belongs to the notes and can name no tensor.
  static let metadataKey = "__metadata__"

  /// The number of bytes of the header that a file's first eight bytes state, if the file has them.
  static func length(
    from first: ArraySlice<UInt8>, fileCount: Int, file: String
  ) throws(SafetensorsError) -> Int {
    guard first.count == 8 else {
      throw SafetensorsError(file: file, problem: .tooShort(byteCount: first.count))
    }
    let stated = first.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let available = fileCount - 8
    // `exactly` because the stated length may exceed every `Int`.
    guard let length = Int(exactly: stated), length <= available else {
      throw SafetensorsError(
        file: file, problem: .headerTooLong(stated: stated, available: available))
    }
    return length
  }

  /// Reads the header and checks it against the size of the file.
  ///
  /// - Parameters:
  ///   - start: The start of the file: the eight bytes of the length, and the header.
  ///   - fileCount: The bytes of the whole file.
  ///   - file: What errors call the file.
  /// - Throws: An error that says what in the header is wrong and what to do.
  init(from start: ArraySlice<UInt8>, fileCount: Int, file: String) throws(SafetensorsError) {
    let dataStart = start.endIndex
    let dataCount = fileCount - dataStart
    var entries: [Entry] = []
    var metadata: [String: String] = [:]
    var reader = try JSONHeaderReader(start.dropFirst(8), file: file)
    try reader.object { reader, name throws(SafetensorsError) in
      reader.entry = name
      if name == Self.metadataKey {
        try reader.object { reader, key throws(SafetensorsError) in
          metadata[key] = try reader.string()
        }
      } else {
        guard !name.utf8.contains(0) else {
          throw SafetensorsError(file: file, problem: .nulInName(name))
        }
        let description = try TensorDescription(from: &reader, name: name, file: file)
        do throws(SafetensorsError.Problem) {
          entries.append(try description.entry(dataStart: dataStart, dataCount: dataCount))
        } catch {
          throw SafetensorsError(file: file, problem: error)
        }
      }
      reader.entry = nil
    }
    try reader.end()

    entries.sort {
      ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
    }
    do throws(SafetensorsError.Problem) {
      try Self.checkCover(entries, of: dataStart..<fileCount)
    } catch {
      throw SafetensorsError(file: file, problem: error)
    }
    self.entries = entries
    self.metadata = metadata
  }

  /// Refuses entries, in the order of their bytes, that do not cover the data exactly once.
  private static func checkCover(
    _ entries: [Entry], of data: Range<Int>
  ) throws(SafetensorsError.Problem) {
    var covered = data.lowerBound
    var previous = ""
    for entry in entries {
      let start = entry.bytes.lowerBound
      guard start >= covered else {
        throw .overlap(tensor: entry.name, other: previous, offset: start - data.lowerBound)
      }
      guard start == covered else {
        throw .hole(
          tensor: entry.name, begin: covered - data.lowerBound, end: start - data.lowerBound)
      }
      covered = entry.bytes.upperBound
      previous = entry.name
    }
    guard covered == data.upperBound else { throw .leftover(byteCount: data.upperBound - covered) }
  }
}

/// What the header says of one tensor, before any of it is believed.
private struct TensorDescription {
  let name: String
  let type: String
  let shape: [Int]
  let offsets: [Int]

  init(from reader: inout JSONHeaderReader, name: String, file: String) throws(SafetensorsError) {
    var type: String?
    var shape: [Int]?
    var offsets: [Int]?
    try reader.object { reader, field throws(SafetensorsError) in
      switch field {
      case "dtype": type = try reader.string()
      case "shape": shape = try reader.integers()
      case "data_offsets": offsets = try reader.integers()
      // Not skipped: a field that a later format adds may change what the others mean.
      default:
        throw SafetensorsError(file: file, problem: .unknownField(tensor: name, field: field))
      }
    }
    guard let type, let shape, let offsets else {
      let field = type == nil ? "dtype" : shape == nil ? "shape" : "data_offsets"
      throw SafetensorsError(file: file, problem: .missingField(tensor: name, field: field))
    }
    self.name = name
    self.type = type
    self.shape = shape
    self.offsets = offsets
  }

  /// The entry for this description, if it agrees with itself and lies inside the data.
  func entry(
    dataStart: Int, dataCount: Int
  ) throws(SafetensorsError.Problem) -> SafetensorsHeader.Entry {
    guard let number = StoredNumber(rawValue: type) else {
      throw StoredNumber.unsupported.contains(type)
        ? .unsupportedType(tensor: name, type: type) : .unknownType(tensor: name, type: type)
    }
    guard shape.count <= Tensor.largestRank else {
      throw .tooManyAxes(tensor: name, count: shape.count)
    }
    guard let needed = byteCount(of: number) else {
      throw .shapeTooLarge(tensor: name, shape: shape)
    }
    guard offsets.count == 2 else { throw .offsetCount(tensor: name, count: offsets.count) }
    let (begin, end) = (offsets[0], offsets[1])
    guard begin <= end else { throw .reversedOffsets(tensor: name, begin: begin, end: end) }
    guard end <= dataCount else { throw .outside(tensor: name, end: end, available: dataCount) }
    guard end - begin == needed else {
      throw .lengthMismatch(
        tensor: name, type: type, shape: shape, needed: needed, stated: end - begin)
    }
    return SafetensorsHeader.Entry(
      name: name, type: number, shape: shape, bytes: dataStart + begin..<dataStart + end)
  }

  /// The bytes that the shape takes, or nil where a tensor cannot have the shape.
  private func byteCount(of number: StoredNumber) -> Int? {
    var product = number.byteCount
    for size in shape {
      guard size <= SafetensorsHeader.largestSize else { return nil }
      // A zero is left out here: strides multiply the sizes behind it, and must not overflow.
      let (next, overflow) = product.multipliedReportingOverflow(by: max(size, 1))
      guard !overflow else { return nil }
      product = next
    }
    return shape.contains(0) ? 0 : product
  }
}
