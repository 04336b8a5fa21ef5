/// The shape and the elements of a tensor in one allocation, or a view of another's elements.
///
/// Elements that somebody else can see never change, which makes them safe to share between threads.
/// An operator that is handed the only reference may write its result over them.
final class Storage: ManagedBuffer<Storage.Header, Float> {
  /// What is known of the elements.
  @safe struct Header {
    let shape: Shape
    let count: Int
    /// The first element: in this allocation, in `Memory`, or in the owner's.
    let elements: UnsafeMutablePointer<Float>
    /// Who keeps the elements alive, if not this object itself.
    let owner: Storage?
    /// Whether the elements are to be given back to `Memory`.
    let isLarge: Bool
  }

  /// Up to here the elements stand behind the header; above they are a block of `Memory`.
  private static let largestInline = 1024

  deinit {
    if header.isLarge {
      unsafe Memory.giveBack(header.elements, count: header.count)
    }
  }

  /// Makes room for the elements of a tensor and has them filled.
  static func make(_ shape: Shape, _ fill: (UnsafeMutablePointer<Float>) -> Void) -> Storage {
    let count = shape.count
    let isLarge = count > largestInline
    let buffer = create(minimumCapacity: isLarge ? 0 : count) { buffer in
      let own = unsafe buffer.withUnsafeMutablePointerToElements { unsafe $0 }
      return unsafe Header(
        shape: shape, count: count, elements: isLarge ? Memory.take(count: count) : own,
        owner: nil, isLarge: isLarge)
    }
    let storage = unsafe unsafeDowncast(buffer, to: Storage.self)
    unsafe fill(storage.header.elements)
    return storage
  }

  /// Shows the same elements, or a part of them, in another shape.
  func view(_ shape: Shape, from start: Int = 0) -> Storage {
    let owner = header.owner ?? self
    let elements = unsafe header.elements + start
    let buffer = Storage.create(minimumCapacity: 0) { _ in
      unsafe Header(
        shape: shape, count: shape.count, elements: elements, owner: owner, isLarge: false)
    }
    return unsafe unsafeDowncast(buffer, to: Storage.self)
  }
}
