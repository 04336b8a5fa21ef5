import Explanations
import MeasuringExplanations
import Tensors

/// How alike two lists of numbers are ranked.
func runRankCorrelation(_ run: CaseRun) throws -> [String: Tensor] {
  ["rho": Tensor([try rankCorrelation(run.input("a"), run.input("b"))], shape: [1])]
}

/// The box of what stands out, as left, top, right and bottom, the last two behind the end.
///
/// A pixel lies in the box exactly if a box of this one pixel overlaps it, so that the measure says
/// where the box is.
func runLocalizationBox(_ run: CaseRun) throws -> [String: Tensor] {
  let given = try run.input("map")
  let map = given.reshaped(to: Array(given.shape.suffix(2)))
  let threshold = run.float("threshold", or: .nan)
  var pixels: [(row: Int, column: Int)] = []
  for row in 0..<map.shape[0] {
    for column in 0..<map.shape[1] {
      let pixel = Box(rows: row..<row + 1, columns: column..<column + 1)
      if try boxOverlap(map: map, truth: pixel, threshold: threshold) > 0 {
        pixels.append((row, column))
      }
    }
  }
  guard let first = pixels.first, let last = pixels.last else { return [:] }
  let edges = [first.column, first.row, last.column + 1, last.row + 1]
  return ["box": Tensor(edges.map { Float($0) }, shape: [4])]
}
