import Synchronization

/// Blocks for large tensors, kept for the next one of the same size class.
///
/// Fresh memory from the system costs a page fault every 4 KiB, which takes longer than adding two
/// tensors; in a training loop every size comes again.
enum Memory {
  /// Vectors of a cache line's width are read fastest from such addresses.
  private static let alignment = 64
  /// No more than this waits for reuse; the rest goes back to the system.
  private static let mostKeptBytes = 64 << 20

  private struct Shelf: ~Copyable {
    var blocks: [Int: [UInt]] = [:]
    var keptBytes = 0
  }

  private static let shelf = Mutex(Shelf())

  /// A block for at least `count` numbers, with anything in it.
  static func take(count: Int) -> UnsafeMutablePointer<Float> {
    let bytes = sizeClass(of: count)
    let kept = shelf.withLock { shelf -> UInt? in
      guard let address = shelf.blocks[bytes]?.popLast() else { return nil }
      shelf.keptBytes -= bytes
      return address
    }
    if let kept, let pointer = unsafe UnsafeMutablePointer<Float>(bitPattern: kept) {
      return unsafe pointer
    }
    return
      unsafe UnsafeMutableRawPointer
      .allocate(byteCount: bytes, alignment: alignment)
      .bindMemory(to: Float.self, capacity: bytes / MemoryLayout<Float>.size)
  }

  /// Takes back a block that `take(count:)` gave for the same count.
  static func giveBack(_ pointer: UnsafeMutablePointer<Float>, count: Int) {
    let bytes = sizeClass(of: count)
    let address = UInt(bitPattern: pointer)
    let isKept = shelf.withLock { shelf -> Bool in
      guard shelf.keptBytes + bytes <= mostKeptBytes else { return false }
      shelf.blocks[bytes, default: []].append(address)
      shelf.keptBytes += bytes
      return true
    }
    if !isKept { unsafe UnsafeMutableRawPointer(pointer).deallocate() }
  }

  /// The bytes of a block: the next eighth of a power of two, so that at most an eighth is wasted
  /// and sizes that differ a little can share blocks.
  private static func sizeClass(of count: Int) -> Int {
    let bytes = max(count * MemoryLayout<Float>.stride, 4096)
    let step = 1 << (Int.bitWidth - bytes.leadingZeroBitCount - 1 - 3)
    return (bytes + step - 1) & ~(step - 1)
  }
}
