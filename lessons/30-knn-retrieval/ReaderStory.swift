import Figures
import Showing

extension Demo {
  static func tellOfReaders(_ show: Demonstration) throws {
    show.page.section("Readers whose teacher is known")
    show.page.text(
      """
      Three networks were taught to call a picture by its tag, three by its shape, on the same \
      pictures. Each searches a memory of 1,000 pictures with 250 queries. Purity by the tag should be \
      1 for the first and chance for the others. How far apart does it put the two groups, in parts \
      of what is above chance?
      """)
    let pairs = try show.progress("Training two readers", Readers.seeds) { seed in
      try Readers.measured(seed: seed)
    }
    let distance = Spread(pairs.map(\.distance))
    let chance = Spread(Readers.chance(repetitions: 200))
    show.score(
      "purity beyond chance", distance.mean, spread: distance.deviation, question: .readersApart,
      chance: 0, chanceSpread: chance.deviation, within: 0.75...1)
    show.page.text(
      """
      Readers of the tag: \(Spread(pairs.map(\.ofTag)).text(decimals: 2)). Readers of the shape: \
      \(Spread(pairs.map(\.ofShape)).text(decimals: 2)). Apart: \(distance.text(decimals: 2)).
      """)
    show.truth(
      "Both teachers are known, so a perfect instrument puts their pupils 1 apart.",
      question: .readersApart,
      measure: Axis("how far apart the two groups are put", including: 0...1))
  }
}
