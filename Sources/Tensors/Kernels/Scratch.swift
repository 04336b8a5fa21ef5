/// Calls `body` with room for `count` numbers of undefined value, aligned to 64 bytes.
///
/// - Parameters:
///   - count: How many numbers fit.
///   - body: What uses the room; the pointer is not valid after it.
func withScratch(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) {
  let room = unsafe Memory.take(count: count)
  unsafe body(room)
  unsafe Memory.giveBack(room, count: count)
}
