import Tensors

extension Subject {
  /// Returns the input with some of its pixels painted over, all others as they were to the last bit.
  ///
  /// - Parameter mask: 1 for what stays and 0 for what goes, `[N, 1, height, width]`.
  /// - Returns: `[N, channels, height, width]`.
  public func painted(keeping mask: Tensor) -> Tensor {
    precondition(
      mask.rank == 4 && mask.shape[1...] == [1, height, width],
      "a mask is [N, 1, \(height), \(width)], not \(mask.shape)")
    return input.replacing(with: absent, where: mask .== 0)
  }

  /// Returns the input with some of its pixels painted over, all others as they were to the last bit.
  ///
  /// - Parameter pixels: Their places in reading order, row · width + column.
  /// - Returns: A tensor of the input's shape.
  public func painted(over pixels: some Sequence<Int>) -> Tensor {
    var kept = [Float](repeating: 1, count: height * width)
    for pixel in pixels { kept[pixel] = 0 }
    return painted(keeping: Tensor(kept, shape: [1, 1, height, width]))
  }

  /// Returns the input without the pixels that a map ranks first.
  ///
  /// - Parameters:
  ///   - map: A number for each pixel, `[height, width]`; axes of size 1 may stand in front.
  ///   - share: The part of the pixels that goes, rounded to whole ones.
  /// - Returns: A tensor of the input's shape.
  public func painted(overTopOf map: Tensor, share: Double = 0.1) -> Tensor {
    Subjects.painted(
      input, overTopOf: map.reshaped(to: [1, height, width]), share: share, with: absent)
  }

  /// Returns the input without pixels that are drawn, by which a map's choice is to be judged.
  ///
  /// - Parameters:
  ///   - share: The part of the pixels that goes, rounded to whole ones.
  ///   - generator: The source of randomness.
  /// - Returns: A tensor of the input's shape.
  public func paintedAtRandom(
    share: Double = 0.1, using generator: inout SplitMix64
  ) -> Tensor {
    let order = permutation(of: height * width, using: &generator)
    return painted(over: order.prefix(pixelCount(share, of: order.count)))
  }
}

/// Returns images without the pixels that each one's map ranks first, all others as they were to the
/// last bit.
///
/// - Parameters:
///   - images: The images, `[N, channels, height, width]`.
///   - maps: A number for each pixel, `[N, height, width]`.
///   - share: The part of the pixels that goes, rounded to whole ones.
///   - absent: What stands where a pixel is painted over, `[N or 1, channels or 1, 1, 1]`.
/// - Returns: A tensor of the images' shape.
public func painted(
  _ images: Tensor, overTopOf maps: Tensor, share: Double = 0.1, with absent: Tensor
) -> Tensor {
  let (count, height, width) = (images.shape[0], images.shape[2], images.shape[3])
  precondition(
    maps.shape == [count, height, width],
    "maps to paint \(images.shape) by are [\(count), \(height), \(width)], not \(maps.shape)")
  let plane = height * width
  var covered = [Float](repeating: 0, count: count * plane)
  let orders = maps.reshaped(to: [count, plane]).sortOrder(descending: true)
  for (image, order) in orders.enumerated() {
    for pixel in order.prefix(pixelCount(share, of: plane)) { covered[image * plane + pixel] = 1 }
  }
  return images.replacing(
    with: absent, where: Tensor(covered, shape: [count, 1, height, width]))
}

/// How many pixels a share of them is.
private func pixelCount(_ share: Double, of count: Int) -> Int {
  precondition((0...1).contains(share), "a share of \(share) does not lie between 0 and 1")
  return Int((share * Double(count)).rounded())
}
