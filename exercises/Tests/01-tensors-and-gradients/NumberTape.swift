import Tensors
import TensorsAndGradients

/// Draws a tape of sums, products and relus of single numbers.
///
/// - Parameters:
///   - inputs: How many inputs it begins with.
///   - others: How many steps follow, each on any that stand before it.
///   - generator: Where randomness comes from.
/// - Returns: The tape.
func randomTape(inputs: Int, others: Int, using generator: inout SplitMix64) -> [Step] {
  var tape = [Step](repeating: Step(.input), count: inputs)
  for place in inputs..<inputs + others {
    // One of the last few, so that the tape is deep and not only wide.
    let first = Int.random(in: max(0, place - 4)..<place, using: &generator)
    let second = Int.random(in: 0..<place, using: &generator)
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: tape.append(Step(.relu, of: first))
    case 1, 2: tape.append(Step(.add, of: first, second))
    default: tape.append(Step(.multiply, of: first, second))
    }
  }
  return tape
}

/// A tape of single numbers, differentiated the other way round: from one step forwards.
///
/// A number and its slope with respect to one step travel through the tape together, by the rules
/// of school. There is no sweep backwards in it, so it can be the judge of one.
struct NumberTape {
  /// What is computed.
  let tape: [Step]

  /// The value of each step.
  private(set) var values: [Double] = []

  /// Computes the value of each step from those of the inputs, in order.
  init(_ tape: [Step], inputs: [Double]) {
    self.tape = tape
    var rest = inputs[...]
    for step in tape {
      let numbers = step.inputs.map { values[$0] }
      switch step.operation {
      case .input: values.append(rest.removeFirst())
      case .add: values.append(numbers[0] + numbers[1])
      case .multiply, .matmul: values.append(numbers[0] * numbers[1])
      case .relu: values.append(max(0, numbers[0]))
      case .sum: values.append(numbers[0])
      }
    }
  }

  /// How fast a result changes with the value of one step, when that value is moved by hand.
  func slope(of root: Int, withRespectTo place: Int) -> Double {
    var slopes: [Double] = []
    for (current, step) in tape.enumerated() {
      let before = step.inputs.map { slopes[$0] }
      let numbers = step.inputs.map { values[$0] }
      if current == place {
        slopes.append(1)
        continue
      }
      switch step.operation {
      case .input: slopes.append(0)
      case .add: slopes.append(before[0] + before[1])
      case .multiply, .matmul: slopes.append(before[0] * numbers[1] + numbers[0] * before[1])
      case .relu: slopes.append(numbers[0] > 0 ? before[0] : 0)
      case .sum: slopes.append(before[0])
      }
    }
    return slopes[root]
  }

  /// What a sweep gives that overwrites a gradient where it should add to it.
  ///
  /// - Parameter root: The result.
  /// - Returns: A number for each step.
  func overwrittenSlopes(of root: Int) -> [Double] {
    var gradients = [Double](repeating: 0, count: tape.count)
    gradients[root] = 1
    var needed: Set<Int> = [root]
    for place in (0...root).reversed() where needed.contains(place) {
      let step = tape[place]
      let numbers = step.inputs.map { values[$0] }
      let upstream = gradients[place]
      needed.formUnion(step.inputs)
      let parts: [Double] =
        switch step.operation {
        case .input: []
        case .add: [upstream, upstream]
        case .multiply, .matmul: [upstream * numbers[1], upstream * numbers[0]]
        case .relu: [numbers[0] > 0 ? upstream : 0]
        case .sum: [upstream]
        }
      // Here is the mistake: = for +=.
      for (input, part) in zip(step.inputs, parts) { gradients[input] = part }
    }
    return gradients
  }
}
