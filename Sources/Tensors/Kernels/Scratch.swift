import Synchronization

/// Blocks of memory that were given back, by the binary logarithm of their size.
private let spare = Mutex<[Int: [UInt]]>([:])

/// Calls `body` with room for `count` numbers of undefined value, aligned to 64 bytes.
///
/// Blocks are kept for the next call, because the pages of fresh memory cost a fault each.
///
/// - Parameters:
///   - count: How many numbers fit.
///   - body: What uses the room; the pointer is not valid after it.
func withScratch(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) {
  let size = max(10, Int.bitWidth - max(count &- 1, 1).leadingZeroBitCount)
  let cached = spare.withLock { $0[size]?.popLast() }
  let address =
    cached
    ?? UInt(
      bitPattern: UnsafeMutableRawPointer.allocate(
        byteCount: MemoryLayout<Float>.stride << size, alignment: 64))
  if let pointer = unsafe UnsafeMutablePointer<Float>(bitPattern: address) { unsafe body(pointer) }
  spare.withLock { $0[size, default: []].append(address) }
}
