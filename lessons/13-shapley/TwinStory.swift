import Datasets
import Figures
import Layers
import Models
import Shapley
import Showing
import Tensors

extension Demo {
  /// Five networks that learned the same from the same rows, from different beginnings.
  static func tellOfSeeds(_ patient: Patient, _ show: Demonstration) throws {
    show.page.section("Five networks, one biopsy")
    let size = ["radius", "perimeter", "area"].compactMap { patient.names.firstIndex(of: $0) }
    let table = patient.rows.training.inputs
    let correlation = (table[.all, size[0]] * table[.all, size[1]]).mean().scalar
    show.page.text(
      """
      Radius, perimeter and area tell the same thing three times: the first two have a correlation \
      of \(Double(correlation), decimals: 3). Five networks were trained on the same rows, only \
      their first weights and the order of the rows were others.
      """)
    let networks = try show.progress("Training a network", Array(UInt64(1)...5)) { seed in
      try Recipe.tableNet.train(seed) { _ in }
    }
    let background = Patient.hundred(of: patient.rows) { _ in true }
    let scores = networks.map { Patient.logOdds(of: $0, patient.rows) }
    var credits: [[Double]] = []
    var rows: [[PageTable.Cell]] = []
    for (index, score) in scores.enumerated() {
      let bars = try Patient.shapley(of: score, at: patient.x, background: background)
      credits.append(size.map { bars[$0] })
      rows.append([
        .number(Double(index + 1)),
        .number(100 * Double(networks[index].accuracy(on: patient.rows.test))),
        .number(Double(try score(patient.x)[0].scalar)),
        .number(credits[index].reduce(0, +)),
      ])
    }
    show.page.table(
      PageTable(
        ["network", "right, %", "log odds", "the three together"], rows: rows, decimals: 2))
    let chart = MatrixChart(
      "Five networks, one biopsy: which of the three was it?",
      subtitle: "Shapley values in log odds of malignant; a row is a network",
      rows: (1...credits.count).map { "network \($0)" },
      columns: size.map { patient.names[$0] }, values: credits, decimals: 2)
    show.keep(chart, as: "networks.svg")
    show.page.chart(chart)
    let heldBack = HeldBack(patient.rows)
    let others = try heldBack.disagreement(of: scores, on: size, background: background)
    show.page.text(
      """
      All five are good networks. Which of the three numbers counts most is up to chance; what they \
      count together is steadier. It is so for others, too: of the \(heldBack.biopsies.count) \
      malignant biopsies that were held back, for \(others) the five networks do not agree on which \
      of the three has the longest bar.
      """)
  }

  /// Four models that no row can tell apart.
  static func tellOfTwins(_ show: Demonstration) throws {
    show.page.section("Four models that no row can tell apart")
    show.page.text(
      """
      A column x is there twice, and its copy is always the same. Here x and its copy are 1, and in \
      the background 0. On every row there could be, these four models give the same answer.
      """)
    let models: [(String, Float, Float)] = [
      ("2 x", 2, 0), ("2 copy", 0, 2), ("x + copy", 1, 1), ("4 x − 2 copy", 4, -2),
    ]
    let rows: [[PageTable.Cell]] = try models.map { name, x, copy in
      let credits = try Patient.shapley(
        of: { $0.matmul(Tensor([x, copy])) }, at: [[1, 1]], background: [[0, 0]])
      return [.text(name), .number(Double(x + copy))] + credits.map { .number($0) }
    }
    show.page.table(
      PageTable(["model", "answer", "credit of x", "credit of its copy"], rows: rows))
    show.page.text(
      """
      Each account is right about its model. About the world none of them says which of the two \
      matters, and nothing could.
      """)
  }
}
