import Tensors

/// Returns the largest patch of a mask; pixels that touch, if only at a corner, are of one patch.
///
/// Of two equally large ones it is the first in reading order.
///
/// - Parameter mask: Pixels that are 0 or not, `[height, width]`.
/// - Returns: 1 for the pixels of the patch and 0 for all others, in the same shape.
public func largestComponent(of mask: Tensor) -> Tensor {
  let (height, width) = (mask.shape[0], mask.shape[1])
  var isLeft = mask.scalars.map { $0 != 0 }
  var largest: [Int] = []
  for start in isLeft.indices where isLeft[start] {
    var patch = [start]
    isLeft[start] = false
    var next = 0
    while next < patch.count {
      let (row, column) = (patch[next] / width, patch[next] % width)
      next += 1
      for y in max(row - 1, 0)...min(row + 1, height - 1) {
        for x in max(column - 1, 0)...min(column + 1, width - 1) where isLeft[y * width + x] {
          isLeft[y * width + x] = false
          patch.append(y * width + x)
        }
      }
    }
    if patch.count > largest.count { largest = patch }
  }
  var component = [Float](repeating: 0, count: height * width)
  for pixel in largest { component[pixel] = 1 }
  return Tensor(component, shape: [height, width])
}
