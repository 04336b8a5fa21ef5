import Figures
import PermutationImportance
import Showing
import Texts

extension Demo {
  static func tellOfTellingColumns(_ show: Demonstration) throws {
    show.page.section("Which columns tell something?")
    show.page.text(
      """
      Twelve columns: x and z make the answer, y = 2x + z and noise; another column is a copy of x, \
      and nine are noise. A line is fitted to 18 rows, and asked about 500 others. All is done again \
      for 50 tables.
      """)
    let prediction = show.page.predict(
      "x has a copy. What does leaving x out and fitting anew cost, and what does permuting x cost?",
      options: ["both much", "leaving out nothing, permuting much", "permuting nothing", "neither"])
    let tables = try show.progress("Asking a table", Array(UInt64(1)...50)) { seed in
      try TellingTable(seed: seed).importances()
    }
    let columns = TellingTable.names.indices
    let means = columns.map { column in
      TellingTable.methods.indices.map { method in
        Showing.Spread(tables.map { $0[method][column] }).mean
      }
    }
    show.page.outcome(
      of: prediction,
      """
      Leaving x out costs \(means[0][2], decimals: 2), permuting it \(means[0][0], decimals: 2) on \
      the rows held back: a model that is fitted anew takes the copy, and one that is there cannot.
      """, answer: "leaving out nothing, permuting much")
    let matrix = MatrixChart(
      "Twelve columns, three of which tell something",
      subtitle: "mean squared error gained, mean of 50 tables", rows: TellingTable.names,
      columns: ["held back", "training", "left out"], values: means, decimals: 2)
    show.keep(matrix, as: "telling.svg")
    show.page.chart(matrix)
    show.keep(Diagrams.twins, as: "twins.svg")
    show.page.chart(Diagrams.twins)

    let question = Question.importanceOfTheTelling
    let chance = Showing.Spread(TellingTable.chance(repetitions: 1000))
    let bounds = [0.8...1, 0.5...0.9, 0.2...0.5]
    var rows: [[PageTable.Cell]] = []
    for (method, name) in TellingTable.methods.enumerated() {
      let share = Showing.Spread(tables.map { TellingTable.share(of: $0[method]) })
      show.score(
        name, share.mean, spread: share.deviation, question: question, chance: chance.mean,
        chanceSpread: chance.deviation, within: bounds[method])
      let noise = Showing.Spread(
        tables.map { table in table[method].dropFirst(TellingTable.telling).reduce(0, +) / 9 })
      rows.append([
        .text(name), .text(share.text(decimals: 2)), .text(noise.text(decimals: 3)),
      ])
    }
    show.page.table(
      PageTable(
        ["method", "where the weights put it", "a noise column, mean of nine"], rows: rows),
      caption: """
        Mean and standard deviation over 50 tables. By chance the share is \
        \(chance.text(decimals: 2)).
        """)
    show.truth(
      """
      The fitted line gives x, its copy and z the same weight, so a third of the importance belongs to \
      each of them, and nothing to noise.
      """, question: question, measure: Axis("part that lies there", including: 0...1))
  }
}
