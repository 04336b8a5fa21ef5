import Tensors
import Testing

/// Expects a tensor that the page gives to four decimals, or as many digits as `print` shows.
func expect(
  _ value: Tensor, is wanted: Tensor, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(
    value.isClose(to: wanted, within: roundingOfThePage),
    "the value is \(value), the page says \(wanted)", sourceLocation: sourceLocation)
}

/// Expects numbers in double precision that the page gives to four decimals.
func expect(
  _ value: [Double], is wanted: [Double], sourceLocation: SourceLocation = #_sourceLocation
) {
  let isClose =
    value.count == wanted.count
    && zip(value, wanted).allSatisfy { ($0 - $1).magnitude <= Double(roundingOfThePage) }
  #expect(isClose, "the value is \(value), the page says \(wanted)", sourceLocation: sourceLocation)
}

/// Expects exactly what the page gives.
func expect<Value: Equatable>(
  _ value: Value, is wanted: Value, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(value == wanted, sourceLocation: sourceLocation)
}

/// Half a unit of the last digit shown, and a little for the arithmetic.
private let roundingOfThePage: Float = 5.1e-5
