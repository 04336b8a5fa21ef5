/// The sum of a vector's numbers, halves first.
///
/// - Parameter vector: The numbers.
/// - Returns: The sum.
@inline(__always)
func laneSum(_ vector: SIMD16<Float>) -> Float {
  let eight = vector.lowHalf + vector.highHalf
  let four = eight.lowHalf + eight.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}
