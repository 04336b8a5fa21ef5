import Datasets
import Figures
import LRP
import Layers
import Models
import Showing
import Subjects
import Tensors
import Texts

/// What is told of a network of three units, and of one digit.
extension Demo {
  static func tellOfTheSmallNetwork(_ show: Demonstration) throws {
    show.page.section("A number on every edge")
    let network = Network(
      input: [2],
      layers: [
        "fc1": .linear(Linear(weight: [[1, 1], [2, -1], [-1, 0]], bias: [1, 0, 0])), "relu": .relu,
        "fc2": .linear(Linear(weight: [[2, -1, 5]])),
      ])
    let x: Tensor = [[2, 1]]
    let found = try relevances(
      of: network, at: x, target: 0, rules: [.epsilon(0), .epsilon(0)])
    // What one unit alone hands to the inputs: all other relevance is taken away.
    guard case .linear(let first) = network["fc1"] else { return }
    let parts = try (0..<3).map { unit in
      let alone = found[1] * Tensor((0..<3).map { $0 == unit ? 1 : 0 })
      return try redistribute(alone, through: { first($0) }, at: x, epsilon: 0)
    }
    func number(_ tensor: Tensor) -> Double { (Double(tensor.scalar) * 1000).rounded() / 1000 }
    show.page.chart(show.keep(Diagrams.forward, as: "forward.svg"))
    show.page.chart(
      show.keep(
        Diagrams.backward(
          pixels: (0..<2).map { number(found[0][0, $0]) },
          units: (0..<3).map { number(found[1][0, $0]) },
          edges: (0..<2).map { input in (0..<3).map { number(parts[$0][0, input]) } },
          biases: (0..<3).map { number(found[1][0, $0]) - number(parts[$0].sum()) },
          output: number(found[3][0, 0])), as: "backward.svg"),
      caption: "Above what adds up to the score, below how it is shared out again.")
    let rows: [(String, [LRPRule])] = [
      ("LRP-0", [.epsilon(0), .epsilon(0)]), ("ε = 1", [.epsilon(1), .epsilon(1)]),
      ("γ = 1", [.gamma(1), .gamma(1)]), ("z⁺", [.zPlus, .zPlus]),
      ("α = 2, β = 1", [.alphaBeta(alpha: 2, beta: 1), .alphaBeta(alpha: 2, beta: 1)]),
      ("box 0…2, then LRP-0", [.box(low: 0, high: 2), .epsilon(0)]),
    ]
    show.page.table(
      PageTable(
        ["rule", "unit 1", "unit 2", "input 1", "input 2", "sum of the inputs"],
        rows: try rows.map { name, rules in
          let found = try relevances(of: network, at: x, target: 0, rules: rules)
          return [.text(name)]
            + [found[1][0, 0], found[1][0, 1], found[0][0, 0], found[0][0, 1], found[0].sum()].map {
              .number(number($0))
            }
        }, decimals: 2),
      caption: """
        The same score of 5, by six rules. αβ hands on 10 for 5: the first unit has no contribution below \
        zero that could be taken off.
        """)
  }

  static func tellOfRules(on digit: Subject, _ show: Demonstration) throws {
    show.page.section("One digit, five sets of rules")
    let maps = try RuleSet.allCases.map { rules in
      (
        rules: rules,
        map: try rules.relevances(of: digit.network, at: digit.input, target: digit.target)[0][0, 0]
      )
    }
    show.plates(
      [Plate(digit.picture.scaled(by: 16), "the digit", alternative: "A handwritten digit.")]
        + (try maps.map { rules, map in
          Plate(
            try Picture.relevance(map).scaled(by: 16), Prose(verbatim: rules.rawValue),
            alternative: "Relevance of the digit’s pixels by \(rules.rawValue).")
        }), columns: 3,
      bar: try Heat(maps[0].map, .signed, scaledBy: .percentile(99.5))
        .bar("part of the logit, for LRP-0"),
      caption: "Why \(digit.target)? Each map on its own scale: red speaks for, blue against.",
      as: "digit-rules.png")
    show.page.table(
      PageTable(
        ["rules", "for", "against", "sum", "of the logit"],
        rows: maps.map { rules, map in
          [
            .text(rules.rawValue), .number(Double(map.relu().sum().scalar)),
            .number(Double((-(-map).relu()).sum().scalar)), .number(Double(map.sum().scalar)),
            .number(Double(map.sum().scalar / digit.logit)),
          ]
        }, decimals: 2),
      caption: """
        What speaks for and against, added up; the logit is \(digit.logit.text(decimals: 2)).
        """)
  }

  static func tellOfConservation(on digit: Subject, _ show: Demonstration) throws {
    show.page.section("Where does the logit go?")
    let network = digit.network
    let prediction = show.page.predict(
      "By LRP-0, how much of the logit arrives at the pixels?",
      options: ["less than all of it", "all of it", "more than all of it"])
    var lines: [LineChart.Line] = []
    for rules in RuleSet.allCases {
      let found = try rules.relevances(of: network, at: digit.input, target: digit.target)
      let shares = biasShares(
        of: network, at: digit.input, relevances: found,
        rules: rules.rules(for: network, box: (0, 1)))
      let balances = try balances(of: found, biasShares: shares)
      let sums = [Double(digit.logit)] + balances.reversed().map { Double($0.leaving) }
      lines.append(.init(rules.rawValue, x: sums.indices.map(Double.init), y: sums))
      show.page.table(
        PageTable(
          ["layer", "entering", "leaving", "taken by the bias", "gap"],
          rows: zip(network.layers, balances).reversed()
            .filter { $1.bias != 0 || abs($1.gap) > 1e-3 }
            .map { layer, balance in
              [
                .text(layer.name), .number(Double(balance.entering)),
                .number(Double(balance.leaving)), .number(Double(balance.bias)),
                .number(abs(balance.gap) < 5e-4 ? 0 : Double(balance.gap)),
              ]
            }, decimals: 3),
        caption: """
          \(rules.rawValue), from the logit down: what enters and leaves each layer. A layer that is not \
          here hands on what entered.
          """)
      guard rules == .zero else { continue }
      show.page.outcome(
        of: prediction, "\((100 * sums[sums.count - 1] / sums[0]).text(decimals: 0)) % of it.",
        answer: sums[sums.count - 1] < sums[0] ? "less than all of it" : "more than all of it")
    }
    show.page.chart(
      show.keep(
        LineChart(
          "The sum of relevance on its way to the pixels",
          x: Axis("layers below the logit"), y: Axis("sum of relevance"),
          lines: lines), as: "conservation.svg"),
      caption: "Each step is a layer: classifier, mean, ReLU 4, convolution 4, and so on.")
  }

  static func tellOfTheIdentity(on digit: Subject, _ show: Demonstration) throws {
    show.page.section("LRP-0 is input × gradient")
    let prediction = show.page.predict(
      "DigitNet has ReLUs, max pooling and biases. Is its LRP-0 the same as input × gradient?",
      options: ["the same", "nearly", "different"])
    let digits = try Digits.test()
    let images = digits.images[..<200]
    let labels = Array(digits.labels[..<200])
    let network = digit.network
    let lrp = try RuleSet.zero.maps(of: network, at: images, labels: labels)
    let tracked = images.tracked()
    let score = network(tracked).picking(labels, along: 1)
    let product = (images * gradient(of: score.sum(), withRespectTo: tracked)).sum(along: 1)
    let gap = score.detached() - product.sum(along: 1, 2)
    show.page.outcome(
      of: prediction,
      """
      The same: on 200 digits the largest difference is \
      \((lrp - product).abs().max().scalar.scientificText(decimals: 0)), where the largest relevance is \
      \(product.abs().max().scalar.text(decimals: 2)). That is rounding. The sum is not the logit: biases \
      took \(Spread(gap.scalars.map(Double.init)).text(decimals: 2)) of \
      \(Spread(score.detached().scalars.map(Double.init)).text(decimals: 2)) (mean ± standard deviation).
      """, answer: "the same")
  }
}
