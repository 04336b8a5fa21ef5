import Foundation
import Tensors

/// Named tensors and notes of a file in the safetensors format, every number as a `Float`.
///
/// The format is simple enough to state whole. A file is
///
///     8 bytes    N, the length of the header, the low byte first
///     N bytes    the header: {"name": {"dtype": "F16", "shape": [2, 3], "data_offsets": [0, 12]},
///                "__metadata__": {"any": "text"}}, filled up with spaces
///     the rest   the numbers, each tensor at its offsets, row-major, the low byte first
///
/// where the tensors together cover the rest exactly: no gap, no overlap, nothing left over.
///
/// A file may come from anywhere, so every word of its header is checked against the bytes that are
/// really there before anything is allocated by it. Whatever the bytes are, reading them either
/// gives all the tensors or throws a `SafetensorsError`; it never traps.
///
/// The number types F64, F32, F16, BF16, I64, I32, U8 and BOOL are read. F16, BF16, U8 and BOOL fit
/// a `Float` exactly; F64, I64 and I32 are rounded to the nearest `Float`, to the even one of two
/// equally near, and an F64 beyond the largest `Float` becomes infinite. A BOOL is 0 for a zero
/// byte and 1 for any other.
public struct Safetensors: Sendable {
  /// What errors call this file: its path, or the name it was decoded under.
  public let name: String

  /// The tensors by their names.
  public var tensors: [String: Tensor]

  /// The notes of the header's `__metadata__`; empty where the file has none.
  public var metadata: [String: String]

  /// Reads the file at a path, following links, and refuses folders and devices.
  public init(contentsOf path: String) throws(SafetensorsError) {
    let file = try OpenFile(path: path)
    let first = [UInt8](try file.read(min(8, file.byteCount)))
    let length = try SafetensorsHeader.length(
      from: first[...], fileCount: file.byteCount, file: path)
    let start = first + [UInt8](try file.read(length))
    let header = try SafetensorsHeader(from: start[...], fileCount: file.byteCount, file: path)
    // The entries come in the order of their bytes and leave no hole, so nothing has to be skipped.
    try self.init(header, name: path) { range throws(SafetensorsError) in
      try file.read(range.count)
    }
  }

  /// Decodes the bytes of a whole file.
  ///
  /// - Parameters:
  ///   - bytes: The file from its first byte to its last.
  ///   - name: What errors call the file.
  /// - Throws: An error that says what in the file is wrong and what to do.
  public init(decoding bytes: [UInt8], name: String) throws(SafetensorsError) {
    let length = try SafetensorsHeader.length(
      from: bytes.prefix(8), fileCount: bytes.count, file: name)
    let header = try SafetensorsHeader(
      from: bytes.prefix(8 + length), fileCount: bytes.count, file: name)
    try self.init(header, name: name) { range in bytes[range] }
  }

  /// Creates a file, which so far is only in memory.
  ///
  /// - Parameters:
  ///   - name: What errors call it.
  ///   - tensors: The tensors by their names.
  ///   - metadata: Notes for the header's `__metadata__`.
  public init(
    name: String = "the safetensors", tensors: [String: Tensor], metadata: [String: String] = [:]
  ) {
    self.name = name
    self.tensors = tensors
    self.metadata = metadata
  }

  private init<Source: ContiguousBytes>(
    _ header: SafetensorsHeader, name: String,
    bytes: (Range<Int>) throws(SafetensorsError) -> Source
  ) throws(SafetensorsError) {
    self.name = name
    self.metadata = header.metadata
    self.tensors = [:]
    for entry in header.entries {
      let scalars = try bytes(entry.bytes).withUnsafeBytes { entry.type.floats(from: $0) }
      tensors[entry.name] = Tensor(scalars, shape: entry.shape)
    }
  }

  /// The tensor of a name, or an error that names the nearest ones there are.
  public func tensor(named name: String) throws(SafetensorsError) -> Tensor {
    guard let tensor = tensors[name] else {
      let nearest = names(near: name)
      throw SafetensorsError(
        file: self.name,
        problem: .missingTensor(name: name, nearest: nearest, count: tensors.count))
    }
    return tensor
  }
}

/// A file that is read from its start to its end, a piece at a time.
///
/// Never the whole at once, since half the time of loading goes to memory touched for the first
/// time; and not memory-mapped, since a mapped file that another process cuts short kills the
/// reader.
private struct OpenFile {
  let path: String
  let byteCount: Int
  private let handle: FileHandle

  init(path: String) throws(SafetensorsError) {
    let target = URL(filePath: path).resolvingSymlinksInPath()
    let keys: Set<URLResourceKey> = [.isRegularFileKey, .isDirectoryKey, .fileSizeKey]
    let reason: SafetensorsError.Unreadable
    if let values = try? target.resourceValues(forKeys: keys) {
      if values.isRegularFile == true, let byteCount = values.fileSize {
        if let handle = try? FileHandle(forReadingFrom: target) {
          self.path = path
          self.byteCount = byteCount
          self.handle = handle
          return
        }
        reason = .refused
      } else {
        reason = values.isDirectory == true ? .folder : .special
      }
    } else {
      reason = .missing
    }
    throw SafetensorsError(file: path, problem: .unreadable(reason))
  }

  /// The next bytes, all of them or none.
  func read(_ count: Int) throws(SafetensorsError) -> Data {
    guard count > 0 else { return Data() }
    guard let bytes = try? handle.read(upToCount: count), bytes.count == count else {
      throw SafetensorsError(file: path, problem: .unreadable(.refused))
    }
    return bytes
  }
}

extension Safetensors {
  /// At most three names that differ from the given one by a third of its letters or less.
  func names(near name: String) -> [String] {
    let wanted = Array(name.utf8)
    // The distance takes a step for every pair of letters: nobody mistypes a name this long.
    let longest = 200
    guard wanted.count <= longest else { return [] }
    let limit = max(2, wanted.count / 3)
    let near = tensors.keys.compactMap { other -> (distance: Int, name: String)? in
      let letters = Array(other.utf8.prefix(longest + 1))
      guard letters.count <= longest, abs(letters.count - wanted.count) <= limit else { return nil }
      let distance = Self.editDistance(wanted, letters)
      return distance <= limit ? (distance, other) : nil
    }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// How many letters must be inserted, deleted or replaced to turn one word into another.
  ///
  ///     d(i, j) = min(d(i-1, j) + 1, d(i, j-1) + 1, d(i-1, j-1) + [aᵢ ≠ bⱼ])
  ///
  /// kept one row at a time.
  private static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(diagonal + 1, row[j] + 1, replaced)
      }
    }
    return row[b.count]
  }
}
