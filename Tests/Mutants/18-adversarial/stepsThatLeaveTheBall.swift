/// No step is taken. Verdict: "lies further from 0.5"
public func stepsThatLeaveTheBall() throws -> Int {
  0
}

/// One step stays in the ball. Verdict: "lies further from 0.5"
public func stepsThatLeaveTheBall() throws -> Int {
  1
}

/// Three steps still stay in the ball. Verdict: "lies further from 0.5"
public func stepsThatLeaveTheBall() throws -> Int {
  3
}

/// A number below 0. Verdict: "it is from 0 to 1,000"
public func stepsThatLeaveTheBall() throws -> Int {
  -4
}

/// More than anybody waits for. Verdict: "it is from 0 to 1,000"
public func stepsThatLeaveTheBall() throws -> Int {
  1_000_000
}

/// Right: far outside.
public func stepsThatLeaveTheBall() throws -> Int {
  100
}

/// Right: worked out from the ball and the step.
public func stepsThatLeaveTheBall() throws -> Int {
  Int(Drift.ball.epsilon / Drift.step) + 1
}
