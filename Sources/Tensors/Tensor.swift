/// An immutable array of 32-bit numbers in any number of axes, which knows how it was computed.
///
///     let x: Tensor = [[1, 2], [3, 4]]
///     let y = (2 * x).exp().sum(along: 1)
///
/// Elements stand in row-major order: the last index moves fastest. A tensor that was `tracked()`,
/// or was computed from one, carries its history, from which `gradient(of:withRespectTo:)` finds
/// derivatives.
public struct Tensor: @unchecked Sendable {
  // Unchecked, because a managed buffer is mutable in principle; a tensor's is never written to
  // once somebody else may hold it.
  var storage: Storage
  /// How this value came about; nothing for a constant.
  var origin: Origin?

  init(_ storage: Storage, origin: Origin? = nil) {
    self.storage = storage
    self.origin = origin
  }

  /// Creates a constant whose elements a kernel writes, all of them.
  init(_ shape: Shape, filledBy fill: (UnsafeMutablePointer<Float>) -> Void) {
    unsafe self.init(Storage.make(shape, fill))
  }

  /// The largest number of axes a tensor may have.
  public static let largestRank = Shape.maximalRank

  /// Creates a tensor from its elements in row-major order.
  ///
  /// Stops if their number is not the product of the sizes.
  ///
  /// - Parameters:
  ///   - scalars: The elements; the last index moves fastest.
  ///   - shape: The size of each axis; `[]` for a single number.
  public init(_ scalars: [Float], shape: [Int]) {
    let shape = Shape(shape)
    precondition(
      scalars.count == shape.count,
      "the shape \(shape.array) has room for \(shape.count) elements, not for \(scalars.count)")
    unsafe self.init(shape) { elements in
      for (index, scalar) in scalars.enumerated() { unsafe elements[index] = scalar }
    }
  }

  /// Creates a tensor of one axis.
  public init(_ scalars: [Float]) {
    self.init(scalars, shape: [scalars.count])
  }

  // Where a literal could be several types, `[1, .nan]` say, it is a list of `Float`.

  /// Creates a tensor of one axis, rounding to 32 bits.
  @_disfavoredOverload
  public init(_ scalars: [Double]) {
    self.init(scalars.map { Float($0) })
  }

  /// Creates a tensor of one axis, rounding to 32 bits.
  @_disfavoredOverload
  public init(_ scalars: [Int]) {
    self.init(scalars.map { Float($0) })
  }

  /// Creates a single number, of shape `[]`.
  public init(_ scalar: Float) {
    self.init(repeating: scalar, Shape())
  }

  /// Creates a single number, of shape `[]`, rounded to 32 bits.
  @_disfavoredOverload
  public init(_ scalar: Double) {
    self.init(Float(scalar))
  }

  /// Creates a single number, of shape `[]`, rounded to 32 bits.
  @_disfavoredOverload
  public init(_ scalar: Int) {
    self.init(Float(scalar))
  }

  /// Creates a tensor whose elements are all the same.
  public init(repeating scalar: Float, shape: [Int]) {
    self.init(repeating: scalar, Shape(shape))
  }

  init(repeating scalar: Float, _ shape: Shape) {
    unsafe self.init(shape) { elements in
      unsafe elements.update(repeating: scalar, count: shape.count)
    }
  }

  /// Returns a tensor of zeros.
  public static func zeros(_ shape: [Int]) -> Tensor { Tensor(repeating: 0, shape: shape) }

  /// Returns a tensor of ones.
  public static func ones(_ shape: [Int]) -> Tensor { Tensor(repeating: 1, shape: shape) }

  /// Returns the numbers of a range, in order: `.counting(0..<3)` is `[0, 1, 2]`.
  public static func counting(_ range: Range<Int>) -> Tensor { Tensor(range.map { Float($0) }) }

  /// Returns evenly spaced numbers that begin and end with the bounds given.
  ///
  /// - Parameters:
  ///   - bounds: The first and the last number.
  ///   - count: How many numbers there are, at least two.
  /// - Returns: A tensor of one axis.
  public static func evenlySpaced(_ bounds: ClosedRange<Float>, count: Int) -> Tensor {
    precondition(count >= 2, "evenly spaced numbers are at least two, not \(count)")
    let (first, last) = (Double(bounds.lowerBound), Double(bounds.upperBound))
    return Tensor(
      (0..<count).map { index in
        // A mean of the two, which is exact at either end; first + (last - first) would not be.
        let share = Double(index) / Double(count - 1)
        return Float(first * (1 - share) + last * share)
      })
  }

  /// Returns the square matrix with ones on its diagonal.
  public static func identity(_ size: Int) -> Tensor {
    precondition(size >= 0, "identity: there is no matrix of size \(size)")
    var scalars = [Float](repeating: 0, count: size * size)
    for index in 0..<size { scalars[index * size + index] = 1 }
    return Tensor(scalars, shape: [size, size])
  }

  /// The size of each axis.
  public var shape: [Int] { storage.header.shape.array }

  /// The number of axes.
  public var rank: Int { Int(storage.header.shape.rank) }

  /// The number of elements.
  public var count: Int { storage.header.count }

  /// The elements in row-major order.
  public var scalars: [Float] {
    unsafe read { unsafe [Float](UnsafeBufferPointer(start: $0, count: count)) }
  }

  /// The only element of a tensor that holds a single number, whatever its shape.
  public var scalar: Float {
    precondition(
      count == 1, "scalar: a tensor of shape \(shape) is not a single number; reduce it first")
    return unsafe read { unsafe $0[0] }
  }

  /// The shape, as kernels want it.
  var layout: Shape { storage.header.shape }

  /// Lets a kernel read the elements, which stay alive until it is done.
  @inline(__always)
  func read<Result>(_ body: (UnsafePointer<Float>) -> Result) -> Result {
    defer { withExtendedLifetime(self) {} }
    return unsafe body(UnsafePointer(storage.header.elements))
  }
}

extension Tensor: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral
{
  /// Creates a single number, as in `2.5 * x`.
  public init(floatLiteral value: Float) { self.init(value) }

  /// Creates a single number, as in `2 * x`.
  public init(integerLiteral value: Int) { self.init(Float(value)) }

  /// Creates a tensor from rows, which may be numbers, literals or tensors of the same shape.
  public init(arrayLiteral rows: Tensor...) {
    self = rows.isEmpty ? .zeros([0]) : .stacked(rows, along: 0)
  }
}
