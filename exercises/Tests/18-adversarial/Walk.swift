import Adversarial
import Tensors

/// Projected steps in loops, on numbers of which each has a loss of its own: c · (x − t)².
///
/// A mistake is the same walk with one change.
struct Walk {
  /// What each step takes off the slope.
  enum Slope { case sign, itself, upwardsAtZero }
  /// Where a slope is taken.
  enum Place { case picture, x, start }
  /// What a step is brought back around.
  enum Middle { case x, start, picture, nothing }

  var x: [Float]
  var start: [Float]
  var targets: [Float]
  var curves: [Float]
  var ball: Ball
  var step: Float
  var steps: Int
  var aim = Aim.towards
  var slope = Slope.sign
  var place = Place.picture
  /// What a step is added to.
  var origin = Place.picture
  var middle = Middle.x
  var hasBox = true
  var onlyAtTheEnd = false

  /// The loss of each example, whose numbers are a row's.
  func loss(shape: [Int]) -> (Tensor) -> Tensor {
    let row = [1] + shape.dropFirst()
    let count = row.reduce(1, *)
    let rows = shape[0]
    return { picture in
      // Each example has targets of its own, in the order of the batch.
      precondition(picture.shape[0] == rows && picture.count == rows * count)
      let distance = picture - Tensor(targets, shape: shape)
      let each = Tensor(curves, shape: shape) * distance.squared()
      return each.reshaped(to: [rows, count]).sum(along: 1)
    }
  }

  /// Where each number ends.
  var end: [Float] {
    x.indices.map { index in
      var picture = back(start[index], of: index, around: x[index])
      if middle == .nothing || onlyAtTheEnd { picture = start[index] }
      for _ in 0..<steps {
        let at = place == .picture ? picture : place == .x ? x[index] : start[index]
        let rise: Float = 2 * curves[index] * (at - targets[index])
        var move: Float = rise > 0 ? 1 : rise < 0 ? -1 : slope == .upwardsAtZero ? 1 : 0
        if slope == .itself { move = rise }
        let from: Float = origin == .picture ? picture : origin == .x ? x[index] : start[index]
        let candidate: Float = from + (aim == .away ? step : -step) * move
        switch middle {
        case .x: picture = onlyAtTheEnd ? candidate : back(candidate, of: index, around: x[index])
        case .start: picture = back(candidate, of: index, around: start[index])
        case .picture: picture = back(candidate, of: index, around: picture)
        case .nothing: picture = hasBox ? boxed(candidate) : candidate
        }
      }
      return onlyAtTheEnd ? back(picture, of: index, around: x[index]) : picture
    }
  }

  private func boxed(_ number: Float) -> Float { min(max(number, ball.low), ball.high) }

  private func back(_ number: Float, of index: Int, around middle: Float) -> Float {
    let near: Float = min(max(number, middle - ball.epsilon), middle + ball.epsilon)
    return hasBox ? boxed(near) : near
  }

  /// The walk with one change, as a tensor.
  func end(shape: [Int], _ change: (inout Walk) -> Void = { _ in }) -> Tensor {
    var other = self
    change(&other)
    return Tensor(other.end, shape: shape)
  }
}
