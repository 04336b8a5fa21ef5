import Layers
import Tensors

/// A number that stands for many: where one bit of them differs, it is another number.
///
///     hash ← (hash xor bits) · 1099511628211        FNV-1a, a number of 32 bits at a time
struct Fingerprint: Equatable, CustomStringConvertible {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Of the numbers of a tensor.
  init(of tensor: Tensor) { add(tensor) }

  /// Of all weights of a network.
  init(of network: Network) {
    for (_, weights) in network.parameters { add(weights) }
  }

  private mutating func add(_ tensor: Tensor) {
    for number in tensor.scalars { hash = (hash ^ UInt64(number.bitPattern)) &* 0x100_0000_01B3 }
  }

  /// Sixteen digits.
  var description: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
