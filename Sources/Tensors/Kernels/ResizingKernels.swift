/// For each pixel of a resized axis, the two pixels it is made of and the share of the second.
struct ResizingWeights: Sendable {
  private(set) var first: [Int] = []
  private(set) var second: [Int] = []
  private(set) var share: [Float] = []

  init(from size: Int, to count: Int, by interpolation: Interpolation) {
    for index in 0..<count {
      switch interpolation {
      case .nearest:
        // The whole number below (i + ½) · size / n, found without rounding errors.
        let nearest = (2 * index + 1) * size / (2 * count)
        first.append(nearest)
        second.append(nearest)
        share.append(0)
      case .bilinear:
        let position = max(0, (Double(index) + 0.5) * Double(size) / Double(count) - 0.5)
        let below = min(Int(position), size - 1)
        first.append(below)
        second.append(min(below + 1, size - 1))
        share.append(Float(position - Double(below)))
      }
    }
  }

  var count: Int { first.count }
}

/// The images at the new size.
func resized(_ x: Tensor, _ vertical: ResizingWeights, _ horizontal: ResizingWeights) -> Tensor {
  var shape = x.layout
  let rank = x.rank
  let (height, width) = (shape[rank - 2], shape[rank - 1])
  (shape[rank - 2], shape[rank - 1]) = (vertical.count, horizontal.count)
  let planes = x.layout.count(of: 0..<rank - 2)
  let pixels = vertical.count * horizontal.count
  return unsafe Tensor(shape) { output in
    unsafe x.read { input in
      Threads.split(planes, grain: max(1, 8192 / pixels)) { range in
        for plane in range {
          let image = unsafe input + plane &* height &* width
          let result = unsafe output + plane &* pixels
          for row in 0..<vertical.count {
            let upper = unsafe image + vertical.first[row] &* width
            let lower = unsafe image + vertical.second[row] &* width
            let down = vertical.share[row]
            for column in 0..<horizontal.count {
              let (left, right) = (horizontal.first[column], horizontal.second[column])
              let along = horizontal.share[column]
              let top = unsafe blend(upper[left], upper[right], along)
              let bottom = unsafe blend(lower[left], lower[right], along)
              unsafe result[row &* horizontal.count &+ column] = blend(top, bottom, down)
            }
          }
        }
      }
    }
  }
}

/// `a (1 − share) + b share`; a alone where the share is 0, even if b is not a finite number.
@inline(__always)
private func blend(_ a: Float, _ b: Float, _ share: Float) -> Float {
  share == 0 ? a : (a * (1 - share)).addingProduct(b, share)
}

/// Gives each pixel's gradient to the pixels it was made of.
func resizedGradient(
  _ upstream: Tensor, _ vertical: ResizingWeights, _ horizontal: ResizingWeights, to shape: Shape
) -> Tensor {
  let rank = Int(shape.rank)
  let (height, width) = (shape[rank - 2], shape[rank - 1])
  let planes = shape.count(of: 0..<rank - 2)
  let pixels = vertical.count * horizontal.count
  return unsafe Tensor(shape) { output in
    unsafe upstream.read { input in
      Threads.split(planes, grain: max(1, 8192 / pixels)) { range in
        for plane in range {
          let gradient = unsafe output + plane &* height &* width
          unsafe gradient.update(repeating: 0, count: height &* width)
          let given = unsafe input + plane &* pixels
          for row in 0..<vertical.count {
            let upper = unsafe gradient + vertical.first[row] &* width
            let lower = unsafe gradient + vertical.second[row] &* width
            let down = vertical.share[row]
            for column in 0..<horizontal.count {
              let (left, right) = (horizontal.first[column], horizontal.second[column])
              let along = horizontal.share[column]
              let value = unsafe given[row &* horizontal.count &+ column]
              unsafe upper[left] += value * (1 - down) * (1 - along)
              unsafe upper[right] += value * (1 - down) * along
              unsafe lower[left] += value * down * (1 - along)
              unsafe lower[right] += value * down * along
            }
          }
        }
      }
    }
  }
}
