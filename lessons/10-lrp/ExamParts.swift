import Datasets
import Explanations
import Figures
import LRP
import Layers
import Models
import Showing
import Subjects
import Tensors
import Texts

/// What is told where the right answer is known: the exam of lesson 04.
extension Demo {
  static func tellOfShapes(_ show: Demonstration) throws {
    show.page.section("Two hundred shapes")
    let exam = try ShapesExam()
    let maps = try show.progress("sharing out", RuleSet.allCases) { rules in
      try rules.maps(of: exam.network, at: exam.images, labels: exam.shapes.labels)
    }
    let names = RuleSet.allCases.map(\.rawValue) + ["the image itself"]
    let all = maps + [exam.images.sum(along: 1)]
    let shares = all.map(exam.shares)
    let peaks = all.map(exam.peaks)
    let chance = exam.areas
    show.page.table(
      PageTable(
        ["rules", "on the shape", "standard error", "highest on it"],
        rows: names.indices.map { method in
          let spread = Spread(shares[method])
          return [
            .text(names[method]), .number(spread.mean), .text(spread.error.text(decimals: 3)),
            .number(Spread(peaks[method]).mean),
          ]
        } + [["chance", .number(Spread(chance).mean), "", .number(Spread(chance).mean)]],
        decimals: 3))
    let expected = [0.68...0.7, 0.91...0.93, 0.775...0.795, 0.737...0.757, 0.785...0.805]
    for (method, rules) in RuleSet.allCases.enumerated() where rules != .zero {
      show.score(
        rules.rawValue, shares[method], question: .shareOnTheShape, chance: chance,
        within: expected[method])
      show.score(
        rules.rawValue, peaks[method], question: .peakOnTheShape, chance: chance, within: 0.98...1)
    }
    // One knob, turned.
    let knob: [Float] = [0, 0.01, 0.05, 0.25, 1, 4]
    let turned = try knob.map { epsilon -> (share: Spread, arriving: Float) in
      let rules = composite(
        for: exam.network, first: .epsilon(epsilon), convolutions: .epsilon(epsilon),
        linear: .epsilon(epsilon))
      let maps = try (0..<4).map {
        try relevances(of: exam.network, at: exam.images, target: $0, rules: rules)[0].sum(along: 1)
      }
      let own = exam.shapes.labels.indices.map { maps[exam.shapes.labels[$0]][$0] }
      let chosen = Tensor.stacked(own, along: 0)
      let arriving = chosen.sum(along: 1, 2) / (try exam.score(of: exam.network)(exam.images))
      return (share: Spread(exam.shares(of: chosen)), arriving: arriving.mean().scalar)
    }
    show.page.table(
      PageTable(
        ["ε", "on the shape", "standard error", "of the logit, at the pixels"],
        rows: zip(knob, turned).map {
          [
            .text($0.shortText(digits: 2)), .number($1.share.mean),
            .text($1.share.error.text(decimals: 3)), .number(Double($1.arriving)),
          ]
        }, decimals: 3),
      caption: "LRP-ε with other ε in every layer; the last column is a mean over the images.")
    // A shape that every map can be looked at on.
    let shown = 4
    show.plates(
      [
        Plate(
          Picture(exam.images[shown]).scaled(by: 14), "a shape",
          alternative: "A coloured shape on a darker ground.")
      ]
        + (try zip(maps, names).map { map, name in
          Plate(
            try Picture.relevance(map[shown]).scaled(by: 14), Prose(verbatim: name),
            alternative: "Relevance of the shape’s pixels by \(name).")
        }), columns: 3, caption: "One of the 200; each map on its own scale.", as: "shape-rules.png"
    )
    show.truth(
      "Nothing but the shape tells its class, so what speaks for it should lie on it.",
      question: .shareOnTheShape,
      measure: Axis("part of what speaks for, on the shape", including: 0...1))
  }

  static func tellOfRandomWeights(_ show: Demonstration) throws {
    show.page.section("The sanity check")
    let exam = try ShapesExam(20)
    let labels = exam.shapes.labels
    let prediction = show.page.predict(
      """
      The weights are replaced by random ones, layer by layer, beginning with the classifier. Whose map \
      hardly changes at first?
      """, options: RuleSet.allCases.map(\.rawValue))
    // From the classifier down; what is replaced stays replaced.
    let order = ["classifier", "conv4", "conv3", "conv2", "conv1"]
    let trained = try RuleSet.allCases.map {
      try $0.maps(of: exam.network, at: exam.images, labels: labels).abs()
    }
    // By rule, by depth, by network: the mean over the shapes.
    var alike = RuleSet.allCases.map { _ in order.map { _ in [Double]() } }
    _ = try show.progress("forgetting", exam.untrained.prefix(5)) { stranger in
      var network = exam.network
      for (depth, place) in order.enumerated() {
        network[place] = stranger[place]
        for (index, rules) in RuleSet.allCases.enumerated() {
          let maps = try rules.maps(of: network, at: exam.images, labels: labels).abs()
          let all = labels.indices.map { resemblance(of: maps[$0], to: trained[index][$0]) }
          alike[index][depth].append(all.reduce(0, +) / Double(all.count))
        }
      }
    }
    let plain = labels.indices.map { shape in
      resemblance(of: exam.images[shape].sum(along: 0), to: trained[0][shape])
    }
    show.page.chart(
      show.keep(
        LineChart(
          "What is left of a map when layers forget",
          x: Axis("layers with random weights"), y: Axis("alike", including: 0...1),
          lines: zip(RuleSet.allCases, alike).map { rules, alike in
            .init(
              rules.rawValue, x: (0...order.count).map(Double.init),
              y: [1] + alike.map { Spread($0).mean },
              band: [1...1]
                + alike.map {
                  let spread = Spread($0)
                  return spread.mean - spread.deviation...spread.mean + spread.deviation
                })
          }), as: "sanity.svg"),
      caption: """
        Spearman’s correlation of the magnitudes of both maps, mean over 20 shapes; the band is one \
        standard deviation over five random networks.
        """)
    show.page.table(
      PageTable(
        ["rules", "classifier random", "and convolution 4", "all five"],
        rows: zip(RuleSet.allCases, alike).map { rules, alike in
          [.text(rules.rawValue)] + [0, 1, 4].map { .text(Spread(alike[$0]).text(decimals: 2)) }
        }), caption: "Mean ± standard deviation over five random networks.")
    show.page.text(
      """
      The image itself, colours added up, and the magnitudes of LRP-0 correlate by \
      \(Spread(plain).text(decimals: 2)).
      """)
    let best = alike.indices.max { Spread(alike[$0][1]).mean < Spread(alike[$1][1]).mean } ?? 0
    show.page.outcome(
      of: prediction, "That of \(RuleSet.allCases[best].rawValue).",
      answer: RuleSet.allCases[best].rawValue)
    let expected = [0.23...0.33, 0.41...0.51, 0.3...0.46, 0.28...0.46, 0.26...0.4]
    for (index, rules) in RuleSet.allCases.enumerated() {
      show.score(
        "\(rules.rawValue), magnitudes", alike[index][order.count - 1], question: .leftWhenRandom,
        within: expected[index])
    }
    let shown = 4
    var half = exam.network
    for place in order.prefix(2) { half[place] = exam.untrained[0][place] }
    show.plates(
      try [RuleSet.zero, .zPlus].flatMap { rules in
        try [("trained", exam.network), ("two layers random", half)].map { name, network in
          let map = try rules.maps(
            of: network, at: exam.images[shown...shown], labels: [labels[shown]])
          return Plate(
            try Picture.relevance(map[0]).scaled(by: 14), "\(rules.rawValue), \(name)",
            alternative: "Relevance by \(rules.rawValue), \(name).")
        }
      }, columns: 2, caption: "The same shape, before and after the last two layers forgot.",
      as: "sanity.png")
  }

  static func tellOfTwoClasses(_ network: Network, _ show: Demonstration) throws {
    show.page.section("One picture, two questions")
    let wide = try Subject(
      values: Mosaic().values[.all, ..<224, .all], target: ImageNet.tigerCat, by: network)
    var plates: [Plate] = []
    var rows: [[PageTable.Cell]] = []
    for rules in [RuleSet.epsilon, .zPlus] {
      let maps = try [ImageNet.tigerCat, ImageNet.espresso].map {
        try wide.relevance(by: rules, of: $0)
      }
      rows.append([
        .text(rules.rawValue), .number(resemblance(of: maps[0], to: maps[1])),
        .number(share(of: maps[0], inside: Box(rows: 0..<224, columns: 0..<224))),
        .number(share(of: maps[1], inside: Box(rows: 0..<224, columns: 224..<448))),
      ])
      plates += try zip(maps, ["tiger cat", "espresso"]).map { map, name in
        Plate(
          try .relevance(map), "\(rules.rawValue), for *\(name)*",
          alternative: "Relevance of a cat and a cup for \(name).")
      }
    }
    show.plates(plates, columns: 1, panelWidth: 896, as: "two-classes.png")
    show.page.table(
      PageTable(
        ["rules", "alike", "cat’s half, tiger cat", "cup’s half, espresso"], rows: rows, decimals: 2
      ),
      caption: "Alike: Spearman’s correlation of the two maps.")
  }

  static func tellOfFourPhotographs(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Four photographs in one")
    // Every third of the 24: each takes about half a second.
    let orders = Mosaic.arrangements.indices.filter { $0 % 3 == 0 }.map { Mosaic.arrangements[$0] }
    let found = try show.progress("arranging", orders) { order in
      let mosaic = try Mosaic(order)
      let four = Subject(values: mosaic.values, target: ImageNet.tigerCat, by: network)
      let map = try four.relevance(by: .zPlus)
      let region = mosaic.quarter(of: .chelsea).mask(height: 448, width: 448)
      return (share: share(of: map, inside: region), isHit: hasPeak(map, inside: region))
    }
    let chance = [Double](repeating: 0.25, count: found.count)
    let shares = found.map(\.share)
    show.page.text(
      """
      Of what speaks for *tiger cat* by LRP-z+, \(Spread(shares).text(decimals: 3)) lies on the cat's \
      quarter (mean ± standard deviation over \(found.count) arrangements); the map is highest there in \
      \(found.count { $0.isHit }) of them.
      """)
    show.score("LRP-z+", shares, question: .shareOnTheCat, chance: chance, within: 0.84...0.885)
    show.score(
      "LRP-z+", found.map { $0.isHit ? 1 : 0 }, question: .peakOnTheCat, chance: chance,
      within: 0.85...1)
    show.league(caption: "Every method so far, in the exams of this lesson.", as: "league.svg")
  }
}
