import Tensors

/// What a step of a tape computes.
public enum Operation: String, Codable, Equatable, Sendable, CaseIterable {
  /// Nothing: a value that is handed in from outside.
  case input
  /// a + b, where the smaller of the two is broadcast.
  case add
  /// a · b, element by element, where the smaller of the two is broadcast.
  case multiply
  /// The product of two matrices, `[rows, inner]` and `[inner, columns]`.
  case matmul
  /// x where it is positive, and 0 elsewhere.
  case relu
  /// The sum of all elements, of shape `[]`.
  case sum

  /// How many values it takes.
  public var inputCount: Int {
    switch self {
    case .input: 0
    case .relu, .sum: 1
    case .add, .multiply, .matmul: 2
    }
  }
}

/// One line of a computation: an operation, and the steps whose values it takes.
///
///     let tape = [Step(.input), Step(.relu, of: 0), Step(.add, of: 0, 1)]   // x + relu(x)
///
/// A tape is a list of steps in the order in which they are computed, so a step takes only values
/// of earlier steps. It may take the same one twice.
public struct Step: Codable, Equatable, Sendable, CustomStringConvertible {
  /// What the step computes.
  public var operation: Operation

  /// The steps whose values it takes, by their place on the tape, counted from 0.
  public var inputs: [Int]

  /// Notes down an operation and what it is applied to.
  ///
  /// - Parameters:
  ///   - operation: What the step computes.
  ///   - inputs: The steps whose values it takes, by their place on the tape.
  public init(_ operation: Operation, of inputs: Int...) {
    self.operation = operation
    self.inputs = inputs
  }

  /// The operation and its inputs, `add(0, 1)`.
  public var description: String {
    "\(operation.rawValue)(\(inputs.map(String.init).joined(separator: ", ")))"
  }
}

/// Computes the value of every step of a tape, from the first to the last.
///
/// Stops if there are fewer values than inputs.
///
/// - Parameters:
///   - tape: What to compute.
///   - inputs: A value for each `input` of the tape, in order.
/// - Returns: A value for each step.
public func forward(through tape: [Step], from inputs: [Tensor]) -> [Tensor] {
  var rest = inputs[...]
  var values: [Tensor] = []
  for step in tape {
    let operands = step.inputs.map { values[$0] }
    switch step.operation {
    case .input: values.append(rest.removeFirst())
    case .add: values.append(operands[0] + operands[1])
    case .multiply: values.append(operands[0] * operands[1])
    case .matmul: values.append(operands[0].matmul(operands[1]))
    case .relu: values.append(operands[0].relu())
    case .sum: values.append(operands[0].sum())
    }
  }
  return values
}
