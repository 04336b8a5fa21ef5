import Adversarial
import Datasets
import Explanations
import Figures
import Layers
import Models
import Tensors
import Testing

/// What lesson 18 promises on the networks that come with the course.
@Suite struct AdversarialTests {
  private func loss(_ network: Network, _ labels: [Int]) -> Score {
    { -network($0).logSoftmax().picking(labels, along: 1) }
  }

  @Test func `ten steps make an espresso of the cat, one makes another cat, and a file keeps it`()
    throws
  {
    let network = try EfficientNetLite0.network()
    let cat = EfficientNetLite0.input(from: try Photograph.chelsea.picture().values)
    let ball = Ball(epsilon: 2.0 / 128, low: -127.0 / 128, high: 1)
    let away = try fgsm(
      loss: loss(network, [ImageNet.egyptianCat]), at: cat, in: ball, aim: .away)
    #expect(network(away).argmax() == ImageNet.tigerCat)
    let attacked = try pgd(
      loss: loss(network, [ImageNet.espresso]), at: cat, from: cat, in: ball,
      step: ball.epsilon / 4, steps: 10, aim: .towards)
    let saved = Picture((attacked[0] * 128 + 127) / 255).values
    #expect((saved - (cat[0] * 128 + 127)).abs().max().scalar <= 2.001)
    let probability = network(EfficientNetLite0.input(from: saved)).softmax()[
      0, ImageNet.espresso]
    #expect(probability.scalar > 0.5)
  }

  @Test func `each attack does more harm to digits than the weaker one, and keeps to its ball`()
    throws
  {
    let network = try DigitNet.network()
    let digits = try Digits.test()[0..<100]
    let ball = Ball(epsilon: 0.15, low: 0, high: 1)
    let loss = loss(network, digits.labels)
    let one = try fgsm(loss: loss, at: digits.images, in: ball, aim: .away)
    let ten = try pgd(
      loss: loss, at: digits.images, from: digits.images, in: ball, step: 0.0375, steps: 10,
      aim: .away)
    let losses = try [digits.images, one, ten].map { try loss($0).mean().scalar }
    #expect(losses[0] < losses[1] && losses[1] < losses[2])
    for changed in [one, ten] {
      #expect((changed - digits.images).abs().max().scalar <= 0.15001)
      #expect(changed.min().scalar >= 0 && changed.max().scalar <= 1)
    }
  }

  @Test func `a network and its attack are one example at a time or many, all the same`() throws {
    let network = try DigitNet.network()
    let digits = try Digits.test()[0..<3]
    let ball = Ball(epsilon: 0.1, low: 0, high: 1)
    let together = try fgsm(
      loss: loss(network, digits.labels), at: digits.images, in: ball, aim: .away)
    for index in 0..<3 {
      let alone = try fgsm(
        loss: loss(network, [digits.labels[index]]), at: digits.images[index...index], in: ball,
        aim: .away)
      // A slope that is 0 but for rounding may have either sign.
      #expect(((together[index...index] .!= alone).mean().scalar) < 0.01)
    }
  }
}
