import KNNRetrieval
import Tensors

/// The nearest keys of each query by the measure of the case, and how alike they are.
func runRetrieval(_ run: CaseRun) throws -> [String: Tensor] {
  let name = try run.text("similarity")
  guard let measure = Measure(rawValue: name) else { return [:] }
  let found = try similarities(of: run.input("queries"), to: run.input("keys"), by: measure)
  let k = try run.integer("k")
  let none = [Int](repeating: -1, count: found.shape[0])
  let neighbours = try nearest(k, in: found, excluding: none)
  return [
    "indices": Tensor(neighbours.joined().map { Float($0) }, shape: [neighbours.count, k]),
    "similarities": found.taking(neighbours, along: 1),
  ]
}
