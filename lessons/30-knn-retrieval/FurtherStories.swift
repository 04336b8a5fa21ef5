import Datasets
import Figures
import Foundation
import KNNRetrieval
import Showing
import Tensors
import Texts

extension Demo {
  /// A query that may find itself does, and rows that many queries find.
  static func tellOfItself(_ digits: DigitMemory, _ show: Demonstration) throws {
    show.page.section("A query finds itself")
    let count = 1000
    let (asked, labels) = (digits.rows[..<count], Array(digits.memory.labels[..<count]))
    let cosines = try similarities(of: asked, to: digits.rows, by: .cosine)
    let pure = try [[Int](repeating: -1, count: count), Array(0..<count)].map { own in
      try purity(
        of: nearest(1, in: cosines, excluding: own), labels: digits.memory.labels,
        queryLabels: labels)
    }
    show.page.text(
      """
      The first 1,000 digits of the memory are queries. Where they may find themselves, the purity of \
      the nearest is \(pure[0], decimals: 3); where they may not, \(pure[1], decimals: 3).
      """)
    var hits = [Int](repeating: 0, count: digits.memory.count)
    for rows in try digits.nearest(k) { for row in rows { hits[row] += 1 } }
    show.page.text(
      """
      The 1,000 test digits name 5,000 neighbours. One row of the memory is named \
      \(hits.max() ?? 0) times, and \(hits.count { $0 == 0 }) of 4,000 rows never.
      """)
  }

  /// Every row is looked at, and still it takes no time that anybody would notice.
  static func tellOfFiftyThousand(_ show: Demonstration) throws {
    show.page.section("50,000 rows, each of them looked at")
    var generator = SplitMix64(seed: 1)
    let memory = Tensor.normal(shape: [50_000, 64], using: &generator)
    let queries = memory[..<100] + 0.1 * Tensor.normal(shape: [100, 64], using: &generator)
    for measure in Measure.allCases {
      var found: [[Int]] = []
      let time = try ContinuousClock().measure {
        found = try neighbours(10, of: queries, in: memory, by: measure)
      }
      let milliseconds =
        Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15
      show.page.text(
        """
        By \(measure.rawValue): 100 queries, each a row of 64 numbers with a little noise, find their \
        row \(found.enumerated().count { $1[0] == $0 }) times, in \(milliseconds, decimals: 0) ms on \
        this machine. That is 100 × 50,000 × 64 = 320 million products.
        """)
    }
  }

  /// What the next lesson is about: pictures that hold something which should not count.
  static func lookAhead(_ show: Demonstration) {
    var generator = SplitMix64(seed: 31)
    let pictures = TaggedShapes.draw(6, cue: .stripe, agreement: 1, using: &generator)
    let names = Shapes.classNames
    show.page.section("Next")
    show.plates(
      pictures.labels.indices.map { index in
        let name = names[pictures.labels[index]]
        return Plate(
          Picture(pictures.images[index]), "\(name)",
          alternative: "A \(name), and a ruler along the lower edge.")
      }, columns: 3, caption: "What tells these six apart?", as: "next.png")
  }
}
