import Explanations
import Foundation
import Tensors

/// The picture has a white square on black. Verdict: "turn it round"
public func imageThatABlackBaselineCannotSee() throws -> Tensor {
  Tensor.ones([1, 1, 3, 3]).padded([(0, 0), (0, 0), (1, 1), (1, 1)])
}

/// The square is dark and not black. Verdict: "each of the nine pixels in the middle gets 0"
public func imageThatABlackBaselineCannotSee() throws -> Tensor {
  Tensor(repeating: 0.1, shape: [1, 1, 3, 3]).padded(
    [(0, 0), (0, 0), (1, 1), (1, 1)], with: 1)
}

/// There are two pictures. Verdict: "two images"
public func imageThatABlackBaselineCannotSee() throws -> Tensor {
  Tensor.zeros([2, 1, 3, 3]).padded([(0, 0), (0, 0), (1, 1), (1, 1)], with: 1)
}

/// All is black. Verdict: "its score is at least ½"
public func imageThatABlackBaselineCannotSee() throws -> Tensor {
  .zeros([1, 1, 5, 5])
}

/// All is white. Verdict: "its score is at least ½"
public func imageThatABlackBaselineCannotSee() throws -> Tensor {
  .ones([1, 1, 5, 5])
}

/// The axes of examples and channels are missing. Verdict: "without the axes of examples and channels"
public func imageThatABlackBaselineCannotSee() throws -> Tensor {
  Tensor.zeros([3, 3]).padded([(1, 1), (1, 1)], with: 1)
}

/// The axis of the examples is missing. Verdict: "without the axis of the examples"
public func imageThatABlackBaselineCannotSee() throws -> Tensor {
  Tensor.zeros([1, 3, 3]).padded([(0, 0), (1, 1), (1, 1)], with: 1)
}

/// The frame is brighter than white. Verdict: "all 25 numbers lie between 0 and 1"
public func imageThatABlackBaselineCannotSee() throws -> Tensor {
  Tensor.zeros([1, 1, 3, 3]).padded([(0, 0), (0, 0), (1, 1), (1, 1)], with: 255)
}

/// The frame is too dark. Verdict: "its score is at least ½"
public func imageThatABlackBaselineCannotSee() throws -> Tensor {
  Tensor.zeros([1, 1, 3, 3]).padded([(0, 0), (0, 0), (1, 1), (1, 1)], with: 0.25)
}

/// Right: a grey frame, written pixel by pixel.
public func imageThatABlackBaselineCannotSee() throws -> Tensor {
  let frame: Float = 0.75
  var numbers: [Float] = []
  for row in 0..<5 {
    for column in 0..<5 {
      let isInside = (1...3).contains(row) && (1...3).contains(column)
      numbers.append(isInside ? 0 : frame)
    }
  }
  return Tensor(numbers, shape: [1, 1, 5, 5])
}
