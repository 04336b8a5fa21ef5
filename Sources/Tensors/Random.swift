/// A small generator of random numbers that gives the same sequence for the same seed, everywhere.
///
/// Steele, Lea, Flood 2014: "Fast splittable pseudorandom number generators".
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator; equal seeds give equal sequences.
  public init(seed: UInt64) { state = seed }

  /// Returns the next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number between 0 and 1, all multiples of 2⁻²⁴ equally likely, 1 excluded.
  mutating func unit() -> Float { Float(next() >> 40) * 0x1p-24 }
}

extension Tensor {
  /// Returns numbers drawn evenly from an interval, its upper end excluded.
  ///
  /// - Parameters:
  ///   - range: The interval.
  ///   - shape: The size of each axis.
  ///   - generator: Where the randomness comes from; equal seeds give equal tensors.
  /// - Returns: A constant.
  public static func uniform(
    in range: Range<Float> = 0..<1, shape: [Int], using generator: inout SplitMix64
  ) -> Tensor {
    let width = range.upperBound - range.lowerBound
    return Tensor(
      (0..<Shape(shape).count).map { _ in
        // Rounding may reach the upper end.
        let value = range.lowerBound.addingProduct(width, generator.unit())
        return value < range.upperBound ? value : range.lowerBound
      }, shape: shape)
  }

  /// Returns numbers drawn from a normal distribution, by Marsaglia's polar method.
  ///
  /// - Parameters:
  ///   - mean: The centre.
  ///   - deviation: The standard deviation.
  ///   - shape: The size of each axis.
  ///   - generator: Where the randomness comes from; equal seeds give equal tensors.
  /// - Returns: A constant.
  public static func normal(
    mean: Float = 0, deviation: Float = 1, shape: [Int], using generator: inout SplitMix64
  ) -> Tensor {
    let count = Shape(shape).count
    var scalars: [Float] = []
    scalars.reserveCapacity(count + 1)
    while scalars.count < count {
      // A point in the unit disk, whose angle and radius are independent.
      let a = 2 * generator.unit() - 1
      let b = 2 * generator.unit() - 1
      let square = a * a + b * b
      guard square > 0, square < 1 else { continue }
      let scale = (-2 * logarithm(square) / square).squareRoot()
      scalars.append(mean.addingProduct(deviation, a * scale))
      scalars.append(mean.addingProduct(deviation, b * scale))
    }
    return Tensor(Array(scalars.prefix(count)), shape: shape)
  }
}

/// Returns the numbers 0 ..< count in random order.
///
/// - Parameters:
///   - count: How many.
///   - generator: Where the randomness comes from; equal seeds give equal orders.
/// - Returns: Every order is equally likely.
public func permutation(of count: Int, using generator: inout SplitMix64) -> [Int] {
  precondition(count >= 0, "permutation: there are no \(count) numbers to put in order")
  var order = Array(0..<count)
  // Fisher and Yates: each place in turn gets one of those not yet placed. Not the standard
  // library's `shuffled`, whose order for a seed may change.
  for place in order.indices.reversed() {
    let chosen = generator.next().multipliedFullWidth(by: UInt64(place + 1)).high
    order.swapAt(place, Int(chosen))
  }
  return order
}
