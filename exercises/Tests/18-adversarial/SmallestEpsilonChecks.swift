import Adversarial
import Checking
import Expecting
import Explanations
import Tensors
import Testing

/// Where an answer turns, found by halving.
@Suite(.exercise) struct `smallestEpsilon(that:below:tolerance:)` {
  /// What one search did.
  private struct Search {
    var found: Float
    var asked: [Float]
  }

  private func search(
    turning: Float, below limit: Float, tolerance: Float,
    endless: String = "the interval is halved by each question; yours asked one ε after the other"
  ) throws -> Search {
    var asked: [Float] = []
    do {
      let found = try smallestEpsilon(
        that: { epsilon in
          asked.append(epsilon)
          guard asked.count <= 2_000 else { throw Endless() }
          return epsilon >= turning
        }, below: limit, tolerance: tolerance)
      return Search(found: found, asked: asked)
    } catch let error as Endless {
      try expect(false, endless, given: given(turning, limit, tolerance))
      throw error
    }
  }

  private func given(
    _ turning: Float, _ limit: Float, _ tolerance: Float
  ) -> KeyValuePairs<String, Any> {
    ["fools from": turning, "below": limit, "tolerance": tolerance]
  }

  @Test func `it fools, and lies at most the tolerance above where the answer turns`() throws {
    try forEachSeed { generator in
      let tolerance: Float = 0.001
      for limit: Float in [1, 8, 0.3] {
        let share: Float = Tensor.uniform(in: 0.05..<0.95, shape: [], using: &generator).scalar
        let turning: Float = limit * share
        let found = try search(turning: turning, below: limit, tolerance: tolerance).found
        try expect(
          found > 2 * tolerance,
          """
          a middle that fools becomes the upper end, and one that does not the lower; with yours \
          exchanged, \(found) comes back
          """, given: given(turning, limit, tolerance))
        try expect(
          found >= turning,
          """
          what comes back fools the network: of the last interval it is the upper end, and not the \
          lower one or the middle; yours is \(found)
          """, given: given(turning, limit, tolerance))
        try expect(
          found <= turning + tolerance * 1.01,
          """
          the last interval is no wider than the tolerance, so the result lies at most that much \
          above where the answer turns; yours is \(found)
          """, given: given(turning, limit, tolerance))
      }
    }
  }

  @Test func `each question halves the interval`() throws {
    let search = try search(turning: 0.3, below: 1, tolerance: 0.0005)
    // Eleven halvings, the limit, and a few that somebody may ask besides.
    try expect(
      search.asked.count <= 15,
      "1 halved eleven times is below 0.0005; yours asked \(search.asked.count) times",
      given: given(0.3, 1, 0.0005))
    try expect(
      search.asked.contains { abs($0 - 0.5) < 1e-6 }
        && search.asked.contains { abs($0 - 0.25) < 1e-6 },
      "it asks in the middle of 0 and 1, and then in the middle of 0 and 0.5",
      given: ["yours asked at": search.asked.prefix(8).map { $0 }])
  }

  @Test func `no ε above the limit, and none below 0, is asked for`() throws {
    for turning: Float in [0.001, 0.5, 1.999] {
      let search = try search(turning: turning, below: 2, tolerance: 0.01)
      try expect(
        search.asked.allSatisfy { (0...2).contains($0) }, "each ε lies between 0 and the limit",
        given: ["below": 2, "yours asked at": search.asked])
    }
  }

  @Test func `where every ε fools, it comes down to the tolerance`() throws {
    let found = try search(turning: -1, below: 1, tolerance: 0.01).found
    try expect(
      found >= 0 && found <= 0.0101, "it lies between 0 and the tolerance; yours is \(found)",
      given: given(-1, 1, 0.01))
  }

  @Test func `a tolerance that no number can reach ends as well`() throws {
    let found = try search(
      turning: 0.3, below: 1, tolerance: 1e-30,
      endless: """
        it ends: between two neighbouring numbers there is no third, so the middle becomes one of \
        the ends, and halving goes on for ever
        """
    ).found
    try expect(
      found >= 0.3 && found <= Float(0.3).nextUp.nextUp,
      "the ends come as near to each other as numbers can, so it is 0.3; yours is \(found)",
      given: given(0.3, 1, 1e-30))
  }

  @Test func `where nothing fools, it says so`() throws {
    try expectRefusal(.nothingFools(below: 0.5), given: given(0.7, 0.5, 0.01)) {
      try search(turning: 0.7, below: 0.5, tolerance: 0.01).found
    }
    // The limit itself is asked.
    let found = try search(turning: 0.5, below: 0.5, tolerance: 0.01).found
    try expect(found, is: 0.5, given: given(0.5, 0.5, 0.01))
  }

  @Test(arguments: [(0, 0.1), (-1, 0.1), (.nan, 0.1), (1, 0), (1, -0.1), (1, .nan)])
  func `a limit or a tolerance of nothing is refused`(limit: Float, tolerance: Float) throws {
    try expectRefusal(
      .search(below: limit, tolerance: tolerance), given: ["below": limit, "tolerance": tolerance]
    ) {
      try search(turning: 0.3, below: limit, tolerance: tolerance).found
    }
  }

  @Test func `an error of the question comes out`() throws {
    for last in [1, 2, 4] {
      var count = 0
      try expectLossError {
        _ = try smallestEpsilon(
          that: { epsilon in
            count += 1
            if count == last { throw LossError() }
            return epsilon >= 0.3
          }, below: 1, tolerance: 0.001)
      }
    }
  }
}
