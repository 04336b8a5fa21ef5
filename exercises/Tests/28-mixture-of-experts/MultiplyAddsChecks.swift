import Expecting
import MixtureOfExperts
import Testing

/// What an example costs: the experts that are asked, and the router.
@Suite(.exercise) struct `multiplyAdds(inputs:hidden:experts:active:)` {
  @Test func `ten experts of 400 units, two of them asked`() throws {
    try expect(
      multiplyAdds(inputs: 100, hidden: 4000, experts: 10, active: 2), is: 81_000,
      mistakes: [
        "the router forgotten": 80_000,
        "every expert asked": 401_000,
        "each expert with all hidden units; they share them": 801_000,
        "one expert asked": 41_000,
        "one product for the router; it has a logit for each expert, and each reads all inputs":
          80_010,
        "the router asked for the kept experts alone; it gives a logit for each": 80_200,
        "the hidden units of the asked experts, without the inputs": 810,
        "the router before every asked expert; it is asked once": 82_000,
        "a router for each hidden unit": 480_000,
        "a product and a sum counted as two; together they are one": 162_000,
        "what follows the hidden units counted, too": 161_000,
        "biases counted, too": 81_810,
      ],
      given: ["inputs": 100, "hidden": 4000, "experts": 10, "active": 2])
  }

  @Test func `other numbers, and all experts asked`() throws {
    try expect(
      multiplyAdds(inputs: 7, hidden: 60, experts: 3, active: 1), is: 7 * 20 + 7 * 3,
      given: ["inputs": 7, "hidden": 60, "experts": 3, "active": 1])
    try expect(
      multiplyAdds(inputs: 784, hidden: 64, experts: 8, active: 8), is: 784 * 64 + 784 * 8,
      given: ["inputs": 784, "hidden": 64, "experts": 8, "active": 8])
  }

  @Test func `each further expert that is asked costs as much as the first`() throws {
    let costs = try (1...5).map {
      try multiplyAdds(inputs: 30, hidden: 50, experts: 5, active: $0)
    }
    try expect(
      zip(costs.dropFirst(), costs).map { $0 - $1 }, is: [300, 300, 300, 300],
      given: ["inputs": 30, "hidden": 50, "experts": 5, "active": "1 to 5"])
  }

  @Test func `what cannot be shared or asked is refused`() throws {
    try expectRefusal("10 hidden units cannot be shared evenly by 4 experts") {
      _ = try multiplyAdds(inputs: 5, hidden: 10, experts: 4, active: 1)
    }
    try expectRefusal("five experts of four cannot be asked") {
      _ = try multiplyAdds(inputs: 5, hidden: 12, experts: 4, active: 5)
    }
    try expectRefusal("no expert cannot answer") {
      _ = try multiplyAdds(inputs: 5, hidden: 12, experts: 4, active: 0)
    }
    try expectRefusal("there has to be an expert") {
      _ = try multiplyAdds(inputs: 5, hidden: 12, experts: 0, active: 1)
    }
    try expectRefusal("no input gives nothing") {
      _ = try multiplyAdds(inputs: 0, hidden: 12, experts: 4, active: 1)
    }
  }
}
