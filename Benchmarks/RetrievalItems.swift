import KNNRetrieval
import Tensors

/// Exact search of the ten nearest of 50,000 rows, `c.knn.*`, as their lesson teaches it.
///
/// The rows have length 1 beforehand, as on the other side: their cosines are dot products. The items
/// for torch and for faiss differ in what the other side does.
let retrievalItems: [Item] = [
  Item(id: "c.knn.torch", label: "ten nearest of 50,000 × 64, 100 queries") { search(100) },
  Item(id: "c.knn.faiss", label: "ten nearest of 50,000 × 64, 100 queries, beside faiss") {
    search(100)
  },
  Item(id: "c.knn.torch.1q", label: "ten nearest of 50,000 × 64, one query") { search(1) },
  Item(id: "c.knn.faiss.1q", label: "ten nearest of 50,000 × 64, one query, beside faiss") {
    search(1)
  },
]

/// The call: dot products with every row, and the places of the ten largest.
private func search(_ queries: Int) -> () -> Void {
  var generator = SplitMix64(seed: 0)
  func rows(_ count: Int) -> Tensor {
    let rows = Tensor.normal(shape: [count, 64], using: &generator)
    return rows / rows.squared().sum(along: 1, keepingAxes: true).sqrt()
  }
  let (memory, asked) = (rows(50_000), rows(queries))
  let none = [Int](repeating: -1, count: queries)
  return {
    do {
      let found = try nearest(10, in: dotProducts(of: asked, to: memory), excluding: none)
      keep(Tensor(Float(found[0][0])))
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
