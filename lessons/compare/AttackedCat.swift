import Adversarial
import Figures
import Layers
import Models
import Showing
import Subjects
import Tensors

/// What lesson 18 does to the maps of all the others: the cat, two steps of grey away from herself.
extension Demo {
  /// The cat as she is, what each method makes of her, and what is left of that.
  static func tellOfTheAttackedCat(
    _ cat: ComparedSubject, _ maps: [Tensor], _ show: Demonstration
  ) throws {
    show.page.section("Under attack")
    let network = cat.subject.network
    let ball = Ball(epsilon: 2.0 / 128, low: -127.0 / 128, high: 1)
    let attacked = try pgd(
      loss: { -network($0).logSoftmax()[.all, ImageNet.espresso] }, at: cat.subject.input,
      from: cat.subject.input, in: ball, step: ball.epsilon / 4, steps: 10, aim: .towards)
    let subjects = [cat.subject.target, ImageNet.espresso].map { target in
      ComparedSubject(
        name: cat.name,
        subject: Subject(
          cat.subject.picture, input: attacked, target: target, by: network,
          absent: cat.subject.absent), places: cat.places, place: cat.place,
        patches: cat.patches, truth: nil)
    }
    let rows: [[PageTable.Cell]] = try show.progress(
      "Explaining the attacked cat", Array(zip(Method.all, maps))
    ) { method, before in
      [.text(method.name), .text(method.lesson)]
        + (try subjects.map { .number(resemblance(of: before, to: try method.map($0))) })
    }
    show.page.table(
      PageTable(
        ["method", "lesson", "her own class, attacked", "espresso, attacked"], rows: rows,
        decimals: 2),
      caption: """
        Ten steps of lesson 18 make her an espresso, and no pixel differs by more than 2 of 255. How \
        alike is each map of the attacked cat to the one of her own class before? Spearman's \
        correlation of the ranks, 1 for the same order.
        """)
  }
}
