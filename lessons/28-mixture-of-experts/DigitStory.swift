import Datasets
import Figures
import MixtureOfExperts
import Showing
import Tensors
import Texts

extension Demo {
  /// What the experts of a real mixture answer for, whether they are needed, and whether it lasts.
  static func tellOfDigits(_ show: Demonstration) throws {
    show.page.section("What does each expert answer for?")
    let (training, test) = (try Digits.training(), try Digits.test())
    let mixtures = try show.progress("Training on digits", Array(UInt64(1)...5)) { seed in
      try DigitMixture(training, test, seed: seed)
    }
    guard let first = mixtures.first else { return }
    let routing = try first.routing()
    let whole = DigitMixture.meanDigit(test)
    let plates = try (0..<DigitMixture.experts).map { expert in
      let heat = try Heat(
        first.meanDigit(of: expert) - whole, .signed, scaledBy: .fixed(0.5))
      let most = (0..<10).sorted { routing[$0][expert] > routing[$1][expert] }
      let names = most.filter { routing[$0][expert] >= 20 }.map { "\($0)" }
      let label = "expert \(expert): \(names.joined(separator: ", "))"
      return Plate(
        heat.picture.scaled(by: 16), "\(label)",
        alternative: "Red where the digits of expert \(expert) have more ink than the mean digit.")
    }
    let bar = try Heat(whole, .signed, scaledBy: .fixed(0.5)).bar("ink, beside the mean digit")
    show.plates(
      plates, columns: 3, bar: bar,
      caption: "Test digits that go to each expert first, their mean less the mean of all.",
      as: "experts.png")
    let columns = (0..<DigitMixture.experts).map { "\($0)" }
    let chart = MatrixChart(
      "Which digits go to which expert first",
      subtitle: "percent of the digit; rows: digits, columns: experts",
      rows: (0..<10).map { "digit \($0)" }, columns: columns, values: routing, decimals: 0)
    show.keep(chart, as: "digits.svg")
    show.page.chart(chart)
    try tellOfNeed(first, routing, columns, show)
    try tellOfSeeds(mixtures, test, show)
  }

  /// Which digits suffer when an expert is closed.
  private static func tellOfNeed(
    _ mixture: DigitMixture, _ routing: [[Double]], _ columns: [String], _ show: Demonstration
  ) throws {
    let before = try mixture.accuracies()
    let lost = try (0..<DigitMixture.experts).map { expert in
      zip(before, try mixture.accuracies(without: [expert])).map { $0 - $1 }
    }
    let values = (0..<10).map { digit in lost.map { $0[digit] } }
    let chart = MatrixChart(
      "What is lost when an expert is closed",
      subtitle: "points of accuracy; rows: digits, columns: the expert that is closed",
      rows: (0..<10).map { "digit \($0)" }, columns: columns, values: values, decimals: 0)
    show.keep(chart, as: "closed.svg")
    show.page.chart(chart)
    var (much, little) = ([Double](), [Double]())
    for digit in 0..<10 {
      for expert in 0..<DigitMixture.experts {
        if routing[digit][expert] >= 50 { much.append(values[digit][expert]) }
        if routing[digit][expert] < 5 { little.append(values[digit][expert]) }
      }
    }
    show.page.text(
      """
      It reads \(before.reduce(0, +) / 10, decimals: 1) % of the digits rightly. Where an expert is \
      first for half of a digit or more (\(much.count) times), closing it costs \
      \(Spread(much).text(decimals: 1)) points; the least is \(much.min() ?? 0, decimals: 1), the most \
      \(much.max() ?? 0, decimals: 1). Where it is first for fewer than 5 % (\(little.count) times), \
      closing it costs \(Spread(little).text(decimals: 1)) points.
      """)
  }

  /// Whether mixtures from other first weights divide the digits in the same way.
  private static func tellOfSeeds(
    _ mixtures: [DigitMixture], _ test: Digits, _ show: Demonstration
  ) throws {
    let choices = try mixtures.map { try $0.choices() }
    let digits = try choices.map { try normalisedMutualInformation(test.labels, $0) }
    let pairs = try choices.indices.flatMap { one in
      try (0..<one).map { try normalisedMutualInformation(choices[one], choices[$0]) }
    }
    let (six, ten) = (entropy(of: Array(0..<DigitMixture.experts)), entropy(of: Array(0..<10)))
    let bound = 2 * six / (six + ten)
    let accuracies = try mixtures.map { try $0.accuracies().reduce(0, +) / 10 }
    show.page.text(
      """
      \(mixtures.count) mixtures that differ in their first weights read \
      \(Spread(accuracies).text(decimals: 1)) % rightly. Experts and digits say \
      \(Spread(digits).text(decimals: 2)) about each other, and the experts of two mixtures \
      \(Spread(pairs).text(decimals: 2)). As many experts with an even load could say at most \
      \(bound, decimals: 2) about ten digits.
      """)
  }
}
