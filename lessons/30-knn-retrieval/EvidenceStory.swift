import Datasets
import Figures
import KNNRetrieval
import Showing
import Tensors
import Texts

extension Demo {
  static func tellOfEvidence(_ digits: DigitMemory, _ show: Demonstration) throws {
    show.page.section("Evidence by example")
    let found = try digits.nearest(k)
    let voted = try shares(of: digits.memory.labels, found, classes: 10).argmax(along: 1)
    let (labels, answers) = (digits.queries.labels, digits.answers)
    let isAgreed = found.indices.map { query in
      found[query].allSatisfy { digits.memory.labels[$0] == answers[query] }
    }
    // By rule, not by hand: of each kind the first.
    let plain = labels.indices.first { labels[$0] == 2 && answers[$0] == 2 && isAgreed[$0] } ?? 0
    let contradicted =
      labels.indices.last { answers[$0] != labels[$0] && voted[$0] == labels[$0] } ?? 0
    let confirmed = labels.indices.last { answers[$0] != labels[$0] && isAgreed[$0] } ?? 0
    let own = digits.memory.labels.indices.filter {
      digits.memory.labels[$0] == answers[contradicted]
    }
    let among = try nearest(
      k, in: digits.cosines[contradicted..<contradicted + 1].selecting(own, along: 1),
      excluding: [-1])[0].map { own[$0] }
    let rows: [(query: Int, neighbours: [Int])] = [
      (plain, found[plain]), (contradicted, found[contradicted]), (contradicted, among),
      (confirmed, found[confirmed]),
    ]
    show.plates(
      rows.flatMap { query, neighbours in plates(digits, query, neighbours) }, columns: k + 1,
      panelWidth: 224,
      caption: "The first of each row is the query; the third row searches among one class alone.",
      as: "evidence.png")
    show.page.table(
      PageTable(
        ["query", "is", "the network answers", "softmax of it", "the five nearest"],
        rows: [plain, contradicted, confirmed].map { query in
          [
            .text("\(query)"), .text("\(labels[query])"), .text("\(answers[query])"),
            .text(Double(digits.sureness[query]).text(decimals: 3)),
            .text(found[query].map { "\(digits.memory.labels[$0])" }.joined(separator: " ")),
          ]
        }), caption: "Digits of the 1,000 queries, counted from 0.")
    let errors = labels.indices.filter { answers[$0] != labels[$0] }
    show.page.text(
      """
      Of the network’s \(errors.count) errors, \(errors.count { voted[$0] == answers[$0] }) are the \
      neighbours’ as well, and \(errors.count { voted[$0] == labels[$0] }) the neighbours would mend. \
      \(labels.indices.count { answers[$0] == labels[$0] && voted[$0] != labels[$0] }) right answers \
      they would spoil.
      """)
  }

  /// A query, and digits of the memory with their labels and cosines.
  private static func plates(
    _ digits: DigitMemory, _ query: Int, _ neighbours: [Int]
  ) -> [Plate] {
    let (label, answer) = (digits.queries.labels[query], digits.answers[query])
    let known = neighbours.map { row in
      let label = digits.memory.labels[row]
      let cosine = Double(digits.cosines[query, row].scalar).text(decimals: 2)
      return Plate(
        Picture(digits.memory.images[row]), "\(label) (\(cosine))",
        alternative: "A \(label), cosine \(cosine).")
    }
    return [
      Plate(
        Picture(digits.queries.images[query]), "is a \(label), answer \(answer)",
        alternative: "The query, a \(label); the network answers \(answer).")
    ] + known
  }
}
