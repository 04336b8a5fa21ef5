import Explanations
import Layers
import Models
import Shapley
import Tensors

/// All malignant biopsies that were held back: what is true of one patient need not be true of them.
struct HeldBack {
  let biopsies: [Tensor]

  init(_ rows: TableRows) {
    biopsies = rows.test.labels.indices.compactMap { index in
      rows.classes[rows.test.labels[index]] == "malignant"
        ? rows.test.inputs[index..<(index + 1)] : nil
    }
  }

  /// In how many the longest bar is not that of the column whose absence costs most.
  func disagreementOfBarAndLoss(_ score: Score, background: Tensor) throws -> Int {
    let columns = background.shape[1]
    let everybody = [Float](repeating: 1, count: columns)
    let masks = (0..<columns).flatMap { column in
      var mask = everybody
      mask[column] = 0
      return mask
    }
    return try biopsies.count { x in
      let bars = try Patient.shapley(of: score, at: x, background: background)
      let without = try coalitionValues(
        of: score, at: x, background: background, masks: Tensor(masks, shape: [columns, columns]))
      let own = Double(try score(x)[0].scalar)
      return HeldBack.longest(bars) != HeldBack.longest(without.scalars.map { own - Double($0) })
    }
  }

  /// In how many the longest bar among some columns is another one for one of the networks.
  func disagreement(
    of scores: [Score], on columns: [Int], background: Tensor
  ) throws -> Int {
    try biopsies.count { x in
      let longest = try scores.map { score in
        let bars = try Patient.shapley(of: score, at: x, background: background)
        return HeldBack.longest(columns.map { bars[$0] })
      }
      return Set(longest).count > 1
    }
  }

  private static func longest(_ bars: [Double]) -> Int? {
    bars.indices.max { abs(bars[$0]) < abs(bars[$1]) }
  }
}
