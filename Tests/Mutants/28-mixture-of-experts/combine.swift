import Tensors

/// The slot is taken for the expert. Verdict: "slot 0 was taken for expert 0"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { slot * rows + $0 })
    return sum + gate.weights[.all, slot].insertingAxis(at: 1) * chosen
  }
}

/// The weights are forgotten. Verdict: "the sum without the weights"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[$0][slot] * rows + $0 })
    return sum + 1 * chosen
  }
}

/// The kept are averaged. Verdict: "the mean of the kept, without the weights"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[$0][slot] * rows + $0 })
    return sum + Tensor(1 / Float(slots)) * chosen
  }
}

/// The second choice is forgotten. Verdict: "the first choice alone"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<min(slots, 1)).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[$0][slot] * rows + $0 })
    return sum + gate.weights[.all, slot].insertingAxis(at: 1) * chosen
  }
}

/// The first choice answers in full. Verdict: "the first choice alone, in full"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<min(slots, 1)).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[$0][slot] * rows + $0 })
    return sum + 1 * chosen
  }
}

/// The first choice is forgotten. Verdict: "the second choice alone"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (min(slots - 1, 1)..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[$0][slot] * rows + $0 })
    return sum + gate.weights[.all, slot].insertingAxis(at: 1) * chosen
  }
}

/// The weights are turned round. Verdict: "the weights the other way round"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[$0][slot] * rows + $0 })
    return sum + gate.weights[.all, slots - 1 - slot].insertingAxis(at: 1) * chosen
  }
}

/// One row of weights serves all. Verdict: "the weights of the first example for all"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[$0][slot] * rows + $0 })
    return sum + gate.weights[0, slot] * chosen
  }
}

/// The first example is answered, again and again. Verdict: "what the experts say about the first example, for all"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[$0][slot] * rows })
    return sum + gate.weights[.all, slot].insertingAxis(at: 1) * chosen
  }
}

/// The mean over the kept is taken of what is weighted. Verdict: "divided by the number of kept experts once more"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[$0][slot] * rows + $0 })
    return sum + gate.weights[.all, slot].insertingAxis(at: 1) / Tensor(slots) * chosen
  }
}

/// All experts are added up. Verdict: "all experts added up"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  return outputs.sum(along: 0)
}

/// Rows are counted example by example. Verdict: "rows counted example by example"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { $0 * experts + gate.experts[$0][slot] })
    return sum + gate.weights[.all, slot].insertingAxis(at: 1) * chosen
  }
}

/// Expert and example are added up. Verdict: "the number of the expert and of the example added up"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[$0][slot] + $0 })
    return sum + gate.weights[.all, slot].insertingAxis(at: 1) * chosen
  }
}

/// The experts of the first example serve all. Verdict: "the experts of the first example for all"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[0][slot] * rows + $0 })
    return sum + gate.weights[.all, slot].insertingAxis(at: 1) * chosen
  }
}

/// All experts are averaged. Verdict: "the mean of all experts"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  return outputs.mean(along: 0)
}

/// The answers lose their origin. Verdict: "no gradient: the answers were made of numbers"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.detached().reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[$0][slot] * rows + $0 })
    return sum + gate.weights[.all, slot].insertingAxis(at: 1) * chosen
  }
}

/// The weights lose their origin. Verdict: "no gradient: the weights have lost their origin"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[$0][slot] * rows + $0 })
    return sum + gate.weights.detached()[.all, slot].insertingAxis(at: 1) * chosen
  }
}

/// An expert that does not exist is taken for the last. Verdict: "there is no expert 3 of three"
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting(
      (0..<rows).map { min(max(gate.experts[$0][slot], 0), experts - 1) * rows + $0 })
    return sum + gate.weights[.all, slot].insertingAxis(at: 1) * chosen
  }
}

/// Right: a matrix of weights, with zeros for those that are not kept.
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let places = Tensor.counting(0..<experts)
  let parts = (0..<slots).map { slot -> Tensor in
    let chosen = Tensor(gate.experts.map { $0[slot] }).insertingAxis(at: 1)
    return gate.weights[.all, slot].insertingAxis(at: 1) * (chosen .== places)
  }
  let dense = parts.reduce(Tensor.zeros([rows, experts])) { $0 + $1 }
  return (dense.transposed().insertingAxis(at: 2) * outputs).sum(along: 0)
}

/// Right: example by example.
public func combine(_ outputs: Tensor, by gate: Gate) throws -> Tensor {
  guard outputs.rank == 3 else {
    throw MixtureError.wrongShape(found: outputs.shape, expected: "[experts, examples, D]")
  }
  let (experts, rows) = (outputs.shape[0], outputs.shape[1])
  guard gate.experts.count == rows else {
    throw MixtureError.unequalCounts(gate.experts.count, rows)
  }
  let slots = gate.experts.first?.count ?? 0
  guard gate.weights.shape == [rows, slots], gate.experts.allSatisfy({ $0.count == slots }) else {
    throw MixtureError.wrongShape(found: gate.weights.shape, expected: "[\(rows), \(slots)]")
  }
  if let expert = gate.experts.joined().first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(expert, experts: experts)
  }
  let answers = (0..<rows).map { row -> Tensor in
    var answer = Tensor.zeros([outputs.shape[2]])
    for (slot, expert) in gate.experts[row].enumerated() {
      answer += gate.weights[row, slot] * outputs[expert, row]
    }
    return answer
  }
  return .stacked(answers, along: 0)
}
