import Expecting
import Explanations
import LRP
import Testing

/// Ends the check unless a call throws one error and no other.
func expectRefusal<Value>(
  _ error: UnusableRule, given: KeyValuePairs<String, Any>, by call: () throws -> Value
) throws {
  do {
    _ = try call()
  } catch let found as UnusableRule {
    // By their words, since no NaN is equal to another.
    return try expect(found.description, is: error.description, given: given)
  } catch let unfinished as Unfinished {
    throw unfinished
  } catch {
    return try expect(
      false, "it is refused with the error “\(error)”; yours threw another one", given: given)
  }
  try expect(
    false, "it is refused with the error “\(error)”; yours returned a value", given: given)
}
