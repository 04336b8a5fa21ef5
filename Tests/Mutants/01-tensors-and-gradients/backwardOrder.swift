/// A step is visited once for each way that leads to it. Verdict: "once for each way that leads to it"
public func backwardOrder(of tape: [Step], from root: Int) throws -> [Int] {
  var order = [root]
  for input in tape[root].inputs { order += try backwardOrder(of: tape, from: input) }
  return order
}

/// Steps are visited as soon as they are met, level by level. Verdict: "before step 1, which takes its value"
public func backwardOrder(of tape: [Step], from root: Int) throws -> [Int] {
  var order = [root]
  var next = 0
  while next < order.count {
    for input in tape[order[next]].inputs where !order.contains(input) { order.append(input) }
    next += 1
  }
  return order
}

/// The whole tape is walked, needed or not. Verdict: "with steps that do not lead to it"
public func backwardOrder(of tape: [Step], from root: Int) throws -> [Int] {
  Array((0...root).reversed())
}
