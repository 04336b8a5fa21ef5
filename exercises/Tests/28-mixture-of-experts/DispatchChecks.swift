import Expecting
import MixtureOfExperts
import Tensors
import Testing

/// Who has room for whom: first come, first served.
@Suite(.exercise) struct `dispatch(_:experts:capacity:)` {
  private let chosen = [1, 0, 1, 1, 2, 1, 0, 0]

  @Test func `each expert takes the first that come, and the others are dropped`() throws {
    let mistakes: KeyValuePairs<String, Dispatch> = [
      "dropped examples given to expert 0":
        Dispatch(kept: [[1, 3], [0, 2], [4]], dropped: [5, 6, 7]),
      "dropped examples given to expert 0, full or not":
        Dispatch(kept: [[1, 3, 5, 6, 7], [0, 2], [4]], dropped: []),
      "dropped examples given to expert 0, too; they are nobody's":
        Dispatch(kept: [[1, 3, 5, 6, 7], [0, 2], [4]], dropped: [3, 5, 6, 7]),
      "the last that come; the first are taken":
        Dispatch(kept: [[6, 7], [3, 5], [4]], dropped: [0, 1, 2]),
      "the last that come, from the end; the first are taken, in their order":
        Dispatch(kept: [[7, 6], [5, 3], [4]], dropped: [2, 1, 0]),
      "dropped examples expert by expert; they stand in the order in which they came":
        Dispatch(kept: [[1, 6], [0, 2], [4]], dropped: [7, 3, 5]),
      "one more than there is room for":
        Dispatch(kept: [[1, 6, 7], [0, 2, 3], [4]], dropped: [5]),
      "one fewer than there is room for":
        Dispatch(kept: [[1], [0], [4]], dropped: [2, 3, 5, 6, 7]),
      "everybody taken: the capacity is not heeded":
        Dispatch(kept: [[1, 6, 7], [0, 2, 3, 5], [4]], dropped: []),
      "an overfull expert emptied; it keeps those that came first":
        Dispatch(kept: [[], [], [4]], dropped: [0, 1, 2, 3, 5, 6, 7]),
      "an example whose expert is full handed to the next that has room":
        Dispatch(kept: [[1, 5], [0, 2], [3, 4]], dropped: [6, 7]),
      "an example whose expert is full handed to the first that has room":
        Dispatch(kept: [[1, 3], [0, 2], [4, 5]], dropped: [6, 7]),
      "what is dropped is forgotten":
        Dispatch(kept: [[1, 6], [0, 2], [4]], dropped: []),
      "a capacity for all experts together":
        Dispatch(kept: [[1], [0], []], dropped: [2, 3, 4, 5, 6, 7]),
      "the experts of the dropped and not their examples":
        Dispatch(kept: [[1, 6], [0, 2], [4]], dropped: [1, 1, 0]),
      "the experts' numbers and not their examples'":
        Dispatch(kept: [[0, 0], [1, 1], [2]], dropped: [3, 5, 7]),
      "the experts' numbers and not their examples', kept or dropped":
        Dispatch(kept: [[0, 0], [1, 1], [2]], dropped: [1, 1, 0]),
      "positions within the expert; the examples' numbers are asked for":
        Dispatch(kept: [[0, 1], [0, 1], [0]], dropped: [3, 5, 7]),
      "examples counted from 1":
        Dispatch(kept: [[2, 7], [1, 3], [5]], dropped: [4, 6, 8]),
      "nothing kept behind the first that is dropped":
        Dispatch(kept: [[1], [0, 2], []], dropped: [3, 4, 5, 6, 7]),
      "ended with the first that is dropped; others come behind it":
        Dispatch(kept: [[1], [0, 2], []], dropped: [3]),
      "ended before the first that is dropped; others come behind it":
        Dispatch(kept: [[1], [0, 2], []], dropped: []),
      "the capacity shared out among the experts; it is that of each":
        Dispatch(kept: [[], [], []], dropped: [0, 1, 2, 3, 4, 5, 6, 7]),
    ]
    try expect(
      dispatch(chosen, experts: 3, capacity: 2),
      is: Dispatch(kept: [[1, 6], [0, 2], [4]], dropped: [3, 5, 7]), mistakes: mistakes,
      given: ["chosen": chosen, "experts": 3, "capacity": 2])
  }

  @Test func `an expert that nobody chose has an empty list`() throws {
    try expect(
      dispatch([3, 0, 3], experts: 5, capacity: 1),
      is: Dispatch(kept: [[1], [], [], [0], []], dropped: [2]),
      mistakes: [
        "experts that nobody chose left out": Dispatch(kept: [[1], [0]], dropped: [2]),
        "lists up to the highest expert that was chosen; there is one for each expert":
          Dispatch(kept: [[1], [], [], [0]], dropped: [2]),
      ],
      given: ["chosen": [3, 0, 3], "experts": 5, "capacity": 1])
  }

  @Test func `everybody is somewhere, once`() throws {
    try forEachSeed { generator in
      let count = 20 + Int(generator.next() % UInt64(20))
      let chosen = (0..<count).map { _ in Int(generator.next() % UInt64(4)) }
      let capacity = 3 + Int(generator.next() % UInt64(4))
      let found = try dispatch(chosen, experts: 4, capacity: capacity)
      try expect(
        (found.kept.flatMap { $0 } + found.dropped).sorted() == Array(0..<count),
        "each example is kept or dropped, once", given: ["chosen": chosen, "capacity": capacity])
      try expect(
        found.dropped == found.dropped.sorted(),
        "the dropped stand in the order in which they came",
        given: ["chosen": chosen, "capacity": capacity, "dropped": found.dropped])
      for (expert, examples) in found.kept.enumerated() {
        let own = chosen.indices.filter { chosen[$0] == expert }
        try expect(
          examples, is: Array(own.prefix(capacity)),
          given: ["chosen": chosen, "capacity": capacity, "expert": expert])
      }
    }
  }

  @Test func `no examples fill no expert`() throws {
    try expect(
      dispatch([], experts: 2, capacity: 3), is: Dispatch(kept: [[], []], dropped: []),
      given: ["chosen": "nobody", "experts": 2])
  }

  @Test func `without room everybody is dropped`() throws {
    try expect(
      dispatch([1, 0, 1], experts: 2, capacity: 0),
      is: Dispatch(kept: [[], []], dropped: [0, 1, 2]),
      given: ["chosen": [1, 0, 1], "experts": 2, "capacity": 0])
  }

  @Test func `what does not exist is refused`() throws {
    try expectRefusal("there is no expert 3 of three") {
      _ = try dispatch([0, 3], experts: 3, capacity: 2)
    }
    try expectRefusal("there is no expert −1") {
      _ = try dispatch([0, -1], experts: 3, capacity: 2)
    }
    try expectRefusal("there is no expert 0 of none") {
      _ = try dispatch([0], experts: 0, capacity: 2)
    }
    try expectRefusal("there is no room for −1 examples") {
      _ = try dispatch([0], experts: 3, capacity: -1)
    }
  }
}
