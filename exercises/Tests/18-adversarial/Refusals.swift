import Adversarial
import Expecting
import Explanations
import Tensors
import Testing

/// Ends the check unless a call throws one error and no other.
func expectRefusal<Result>(
  _ error: UnusableAttack, mistakes: KeyValuePairs<String, String> = [:],
  given: KeyValuePairs<String, Any>, by call: () throws -> Result
) throws {
  let result: Result
  do {
    result = try call()
  } catch let found as UnusableAttack {
    // By their words, since no NaN is equal to another.
    return try expect(found.description, is: error.description, mistakes: mistakes, given: given)
  } catch let unfinished as Unfinished {
    throw unfinished
  } catch {
    return try expect(
      false, "it is refused with the error “\(error)”; yours threw another one", given: given)
  }
  try expect(
    false, "it is refused with the error “\(error)”; yours returned \(result)", given: given)
}

/// A ball without inside.
struct EmptyBall: Sendable, CustomStringConvertible {
  let ball: Ball

  static let all: [EmptyBall] = [
    EmptyBall(ball: Ball(epsilon: -0.1, low: 0, high: 1)),
    EmptyBall(ball: Ball(epsilon: .nan, low: 0, high: 1)),
    // One that goes down would stop the program in `clamped`, before anything could be said.
    EmptyBall(ball: Ball(epsilon: 0.1, low: 1, high: 1)),
  ]

  var description: String { "ε = \(ball.epsilon), from \(ball.low) to \(ball.high)" }

  var given: KeyValuePairs<String, Any> {
    ["ε": ball.epsilon, "low": ball.low, "high": ball.high]
  }
}

/// A loss that ends where a learner asks too often.
struct Endless: Error {}

/// What a loss throws, to see it come out.
struct LossError: Error, Equatable {}

/// Ends the check unless an error of the loss comes out of a call as it is.
func expectLossError(_ call: () throws -> Void) throws {
  let sentence = "an error of the loss comes out as it is: `try` passes it on, `try?` swallows it"
  do {
    try call()
  } catch is LossError {
    return
  } catch let unfinished as Unfinished {
    throw unfinished
  } catch {
    return try expect(false, "\(sentence); yours threw “\(error)” instead")
  }
  try expect(false, "\(sentence); yours went on")
}
