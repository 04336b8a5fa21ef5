import Expecting
import Tensors
import TensorsAndGradients
import Testing

/// The order of the sweep.
@Suite(.exercise) struct `backwardOrder(of:from:)` {
  @Test func `a chain is walked from its end to its beginning`() throws {
    let tape = [Step(.input), Step(.relu, of: 0), Step(.sum, of: 1)]
    try expect(
      backwardOrder(of: tape, from: 2), is: [2, 1, 0],
      mistakes: [
        "the order of computing, inputs before the steps that take them": [0, 1, 2],
        "an order without the root, which comes first": [1, 0],
        "an order without the inputs of the tape, which are steps as well": [2, 1],
        "the root alone": [2],
      ],
      given: ["tape": tape, "root": 2])
  }

  @Test func `a step waits until everything that takes its value has been visited`() throws {
    // x + relu(x): the shorter way to x is no reason to go there first.
    let tape = [Step(.input), Step(.relu, of: 0), Step(.add, of: 0, 1)]
    try expect(
      backwardOrder(of: tape, from: 2), is: [2, 1, 0],
      mistakes: [
        "step 0 before step 1, which takes its value: its gradient is not complete yet": [2, 0, 1],
        "a step twice, once for each way that leads to it": [2, 0, 1, 0],
        "a step twice, in the order of the tape": [2, 1, 0, 0],
        "the order of computing, inputs before the steps that take them": [0, 1, 2],
      ],
      given: ["tape": tape, "root": 2])
  }

  @Test func `what the result does not depend on is left out`() throws {
    let tape = [
      Step(.input), Step(.input), Step(.relu, of: 0), Step(.relu, of: 1), Step(.sum, of: 2),
      Step(.add, of: 4, 4),
    ]
    try expect(
      backwardOrder(of: tape, from: 4), is: [4, 2, 0],
      mistakes: [
        "the whole tape backwards": [5, 4, 3, 2, 1, 0],
        "the tape backwards from the root, with steps that do not lead to it": [4, 3, 2, 1, 0],
        "an order that begins at the end of the tape and not at the root": [5, 4, 2, 0],
        "an order without the inputs of the tape, which are steps as well": [4, 2],
      ],
      given: ["tape": tape, "root": 4])
  }

  @Test func `a result that is an input depends on itself alone`() throws {
    let tape = [Step(.input), Step(.input), Step(.multiply, of: 0, 1)]
    try expect(backwardOrder(of: tape, from: 1), is: [1], given: ["tape": tape, "root": 1])
    try expect(backwardOrder(of: tape, from: 0), is: [0], given: ["tape": tape, "root": 0])
  }

  @Test func `a value that is taken twice is visited once`() throws {
    // Five doublings: there are 32 ways from the root to the input.
    let tape = [Step(.input)] + (0..<5).map { Step(.add, of: $0, $0) }
    try expect(
      backwardOrder(of: tape, from: 5), is: [5, 4, 3, 2, 1, 0], given: ["tape": tape, "root": 5])
  }

  @Test func `on any tape, each step stands before all that it was computed from`() throws {
    try forEachSeed { generator in
      let tape = randomTape(inputs: 4, others: 12, using: &generator)
      for root in [6, 11, 15] { try checkOrder(of: tape, from: root) }
    }
  }

  /// Several orders are right, so it is the rules that are checked.
  private func checkOrder(of tape: [Step], from root: Int) throws {
    let order = try backwardOrder(of: tape, from: root)
    var needed: Set<Int> = [root]
    // As often as there are steps, whatever order they are in.
    for _ in tape { for place in needed { needed.formUnion(tape[place].inputs) } }
    let input: KeyValuePairs<String, Any> = ["tape": tape, "root": root, "yours": order]
    try expect(order.first == root, "the root comes first", given: input)
    try expect(Set(order).count == order.count, "no step stands there twice", given: input)
    try expect(
      needed.isSubset(of: order), "every step that the result depends on is there", given: input)
    try expect(
      needed.isSuperset(of: order), "no step is there that the result does not depend on",
      given: input)
    for (index, place) in order.enumerated() {
      for source in tape[place].inputs {
        try expect(
          !order[..<index].contains(source),
          "step \(place), which takes step \(source), stands before it", given: input)
      }
    }
  }
}
