import Datasets
import Explanations
import Figures
import Layers
import MeasuringExplanations
import Showing
import Subjects
import Tensors
import Texts

/// What is left of the maps when the network forgets what it has learned.
extension Demo {
  /// The layers in the order in which they lose their weights.
  static let order = ["classifier", "conv4", "conv3", "conv2", "conv1"]

  static func tellOfForgetting(_ show: Demonstration) throws {
    show.page.section("A network that forgets")
    show.page.chart(show.keep(Diagrams.cascade, as: "cascade.svg"))
    let exam = try ShapesExam(20)
    let classes = exam.shapes.labels
    func trace(_ network: Network) -> Trace {
      Trace(network, exam.images, classes: classes, places: Demo.smallPlaces)
    }
    let prediction = show.page.predict(
      """
      Only the last layer, `classifier`, gets random weights; the explained class stays the same. How \
      alike are the gradient's magnitudes before and after, by their rank correlation?
      """, options: ["about 0", "about 0.3", "about 0.7"])
    // The last one shows what signs are worth.
    let methods = Method.all + [.magnitudes]
    let before = trace(exam.network)
    let maps = methods.map { $0.maps(before) }
    // For each method and each step, a mean over the images for each of the untrained networks.
    var left = methods.map { _ in Demo.order.map { _ in [Double]() } }
    var pictures: [[Tensor]] = maps.map { [$0[0]] }
    _ = try show.progress("forgetting", exam.untrained.enumerated().map { $0 }) { draw, untrained in
      let networks = try cascade(of: exam.network, replacedBy: untrained, order: Demo.order)
      for (step, network) in networks.enumerated() {
        let after = trace(network)
        for (index, method) in methods.enumerated() {
          let others = method.maps(after)
          let single = try classes.indices.map {
            Double(try rankCorrelation(maps[index][$0], others[$0]))
          }
          left[index][step].append(single.reduce(0, +) / Double(single.count))
          if draw == 0 { pictures[index].append(others[0]) }
        }
      }
    }
    let spreads = left.map { $0.map { Spread($0) } }
    show.page.outcome(
      of: prediction,
      "\(spreads[0][0].mean.text(decimals: 2)). One layer is not enough to judge by.",
      answer: "about 0.7")
    show.page.chart(
      show.keep(
        LineChart(
          "What is left of each map",
          x: Axis("layers with random weights, from the last one on", including: 0...5),
          y: Axis("rank correlation with the trained network’s map", including: -0.5...1),
          lines: zip(Method.all, spreads).map { method, spreads in
            LineChart.Line(
              method.name, x: (0...5).map(Double.init), y: [1] + spreads.map(\.mean),
              band: [1...1]
                + spreads.map { $0.mean - $0.deviation...$0.mean + $0.deviation })
          }), as: "forgetting.svg"),
      caption: """
        Means over 20 shapes and 10 draws of the random weights; the band is one standard deviation \
        of the draws.
        """)
    // The first shape, and three methods on the first draw, two by two.
    let labels = ["trained"] + (1...5).map { "\($0) of 5 layers random" }
    let steps = try labels.enumerated().map { step, label in
      let maps = try [0, 3, 4].map { try Picture.signed(pictures[$0][step]).intensities }
      let (across, down) = (Tensor.ones([3, 32, 2]), Tensor.ones([3, 2, 66]))
      let rows = [[exam.images[0], across, maps[0]], [maps[1], across, maps[2]]].map {
        Tensor.concatenated($0, along: 2)
      }
      return Plate(
        Picture(.concatenated([rows[0], down, rows[1]], along: 1)).scaled(by: 4),
        Prose(verbatim: label), alternative: "A shape and three maps of it, \(label).")
    }
    show.frames(
      Frames("the layers", bar: .forAndAgainst, steps),
      caption: """
        Above the shape and its gradient, below Grad-CAM and edges. Walk from the trained network to one \
        that has forgotten everything.
        """, as: "forgetting.png")
    show.page.table(
      PageTable(
        ["what is left"] + Demo.order.map { "\($0) gone" },
        rows: zip(methods, spreads).map { method, spreads in
          [.text(method.name)] + spreads.map { .text($0.text(decimals: 2)) }
        }), caption: "The same in numbers: mean ± standard deviation over the draws.")
    let bounds: [ClosedRange<Double>] = [
      0.17...0.23, -0.02...0.06, 0.05...0.13, 0.03...0.11, 0.999...1,
    ]
    for (index, method) in Method.all.enumerated() {
      show.score(
        method.name, left[index][Demo.order.count - 1], question: .leftWhenRandom, chance: [0, 0],
        within: bounds[index])
    }
    show.truth(
      "A network with random weights knows nothing, so nothing of an explanation may be left.",
      question: .leftWhenRandom, measure: Axis("rank correlation", including: 0...1))
  }
}
