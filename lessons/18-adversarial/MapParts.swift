import Adversarial
import Datasets
import Explanations
import Figures
import Layers
import Models
import Showing
import Subjects
import Tensors
import Texts

/// What an attack does to explanations, and what the same ascent makes of nothing.
extension Demo {
  static func tellOfMaps(_ coffee: EspressoCat, _ show: Demonstration) throws {
    let cat = coffee.cat
    show.page.section("The maps, before and after")
    let prediction = show.page.predict(
      """
      Chelsea became an espresso. Where does Grad-CAM find the espresso?
      """, options: ["on the cat", "on the wall beside her", "nowhere in particular"])
    let (tiger, espresso) = (ImageNet.tigerCat, ImageNet.espresso)
    let attacked = try coffee.attacked(by: 2)
    let draws = (0..<3).map { seed in
      (cat.input + Tensor(Ball.grey(2).epsilon) * cat.input.randomSigns(seed: seed))
        .clamped(to: Ball.grey(2).low...1)
    }
    let rows: [[PageTable.Cell]] = try show.progress("explaining", CourseMap.all) { method in
      let before = try method.map(cat.network, cat.input, tiger)
      let noisy = try draws.map { try method.map(cat.network, $0, tiger) }
      let same = try method.map(cat.network, attacked, tiger)
      let other = try method.map(cat.network, attacked, espresso)
      let spread = Spread(noisy.map { resemblance(of: before, to: $0) })
      return [
        .text(method.name), .text(spread.text(decimals: 3)),
        .number(resemblance(of: before, to: same)), .number(resemblance(of: before, to: other)),
      ]
    }
    show.page.table(
      PageTable(
        ["map", "tiger cat, random signs", "tiger cat, attacked", "espresso, attacked"], rows: rows,
        decimals: 2),
      caption: """
        How alike each map is to the one for tiger cat before the attack: Spearman's correlation \
        of the ranks, 1 for the same order. Random signs: mean ± standard deviation of three \
        draws. ε = 2/255.
        """)
    let grad = CourseMap.gradient, cam = CourseMap.gradCAM
    func fine(_ input: Tensor, _ label: Int) throws -> Picture {
      try Heat(
        grad.map(cat.network, input, label), scaledBy: .percentile(99.5), in: .grey
      ).picture
    }
    func coarse(_ input: Tensor, _ label: Int) throws -> Picture {
      try cat.picture.greys.overlaid(with: Heat(cam.map(cat.network, input, label)))
    }
    let on = (cat.input, attacked)
    show.plates(
      [
        Plate(
          try fine(on.0, tiger), "gradient, tiger cat, before",
          alternative: "Grey grain, a little brighter around the eyes."),
        Plate(
          try fine(on.1, tiger), "gradient, tiger cat, after",
          alternative: "Grey grain of another pattern."),
        Plate(
          try fine(on.1, espresso), "gradient, espresso, after",
          alternative: "Grey grain of yet another pattern."),
        Plate(
          try coarse(on.0, tiger), "Grad-CAM, tiger cat, before",
          alternative: "Warm on the cat's face."),
        Plate(
          try coarse(on.1, tiger), "Grad-CAM, tiger cat, after",
          alternative: "Warm on a part of the cat."),
        Plate(
          try coarse(on.1, espresso), "Grad-CAM, espresso, after",
          alternative: "Warm on the cat, where the espresso is found."),
      ], columns: 3,
      caption: """
        Before and after ten steps to espresso, ε = 2/255. Above, brighter is steeper; below, warm \
        is for the class. Each on its own scale.
        """, as: "maps.png")
    show.page.outcome(
      of: prediction, "On the cat: it points, neatly, at something that is not there.",
      answer: "on the cat")
  }

  /// An attack changes a picture by little; from nothing the same steps go as far as they like.
  static func tellOfUnits(_ coffee: EspressoCat, _ show: Demonstration) throws {
    let cat = coffee.cat
    show.page.section("The same steps, from nothing")
    let loss = cat.network.loss(of: [ImageNet.espresso])
    let attacked = try coffee.attacked(by: 2)
    let grey = Tensor.zeros(cat.input.shape)
    let free = Ball(epsilon: 2, low: Ball.grey(2).low, high: 1)
    let grown = try pgd(
      loss: loss, at: grey, from: 0.02 * grey.randomSigns(seed: 1), in: free, step: 0.02,
      steps: 30, aim: .towards)
    let logits = [cat.input, attacked, grown].map {
      Double(cat.network($0)[0, ImageNet.espresso].scalar)
    }
    let cup = try Subject(.coffee, by: cat.network)
    let found = cat.top(1, at: grown)[0]
    show.plates(
      [
        Plate(
          Picture(input: attacked), "from the cat, ε = 2/255", alternative: "The cat, as she was."),
        Plate(
          Picture(input: grown), "from grey, no ball",
          alternative: "Coloured grain in which nothing can be made out."),
      ], columns: 2,
      caption: """
        Both are espresso to the network. The second began at grey, with 30 steps of 0.01 of the \
        range and no ball, only the box.
        """, as: "grown.png")
    show.page.text(
      """
      The logit of espresso is \(logits[0].text(decimals: 2)) for Chelsea, \
      \(logits[1].text(decimals: 2)) after the attack, \(logits[2].text(decimals: 2)) for what \
      grew from grey (probability \(found.probability.text(decimals: 2)), class \
      \(found.label == ImageNet.espresso ? "espresso" : "another")), and \
      \(Double(cup.logit).text(decimals: 2)) for a photograph of an espresso.
      """)
  }
}
