import Tensors

/// Returns for each example the k experts with the largest logits, and how much each counts.
///
///     experts = the k largest logits, the largest first; of equal ones the lower number first
///     weights = softmax over the logits that were kept
///
/// The weights of an example add up to 1. The gradient flows through the weights, and not through the
/// choice. Shazeer and others 2017, equation 3: arxiv.org/abs/1701.06538
///
/// - Parameters:
///   - logits: What the router gives, `[N, experts]`.
///   - k: How many experts answer for an example, from 1 to all.
/// - Returns: The experts of each example and their weights.
/// - Throws: `MixtureError` where there are other than two axes, k is below 1 or above the number of
///   experts, or a logit is NaN (`notANumber`, with its example); `Unfinished` until it is written.
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values.softmax(along: 1))
}

/// Returns the answer of each example: what its experts say, by their weights.
///
///     y[n] = Σ over the kept of weight[n, slot] · outputs[experts[n][slot], n]
///
/// Here every expert has answered for every example, which makes it short; a program that is fast
/// asks only those that are kept.
///
/// - Parameters:
///   - outputs: What each expert says about each example, `[experts, N, D]`.
///   - gate: Which experts count for each example, and how much.
/// - Returns: The answers, `[N, D]`.
/// - Throws: `MixtureError` where the outputs have other than three axes, the gate has not one row for
///   each example and one weight for each expert in it, or an expert does not exist; `Unfinished`
///   until it is written.
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
  // One row for each expert and example, [experts · N, D].
  let answers = outputs.reshaped(to: [experts * rows, outputs.shape[2]])
  return (0..<slots).reduce(Tensor.zeros([rows, outputs.shape[2]])) { sum, slot in
    let chosen = answers.selecting((0..<rows).map { gate.experts[$0][slot] * rows + $0 })
    return sum + gate.weights[.all, slot].insertingAxis(at: 1) * chosen
  }
}

/// Returns the balance loss: 1 where the experts share the work evenly, their number where one does all.
///
///     loss = E · Σ over the experts of f · P
///
///     f: the part of the examples whose first choice is the expert, a constant
///     P: the mean of its probability over the examples
///
/// The gradient flows through P alone, since counting has none: E · f / N for each probability.
/// Fedus and others 2021, equations 4 to 6: arxiv.org/abs/2101.03961
///
/// - Parameters:
///   - probabilities: A softmax over *all* experts for each example, `[N, experts]`.
///   - chosen: The first choice of each example.
/// - Returns: One number, in a tensor without axes.
/// - Throws: `MixtureError` where there are other than two axes, no examples, not one choice for each,
///   or a choice does not exist; `Unfinished` until it is written.
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return Tensor(experts) * (Tensor(parts) * probabilities.mean(along: 0)).sum()
}

/// Returns which examples each expert takes, where it has room for so many and not for more.
///
/// First come, first served: the examples are taken in their order, and one whose expert is full is
/// dropped. A dropped example is nobody's: no other expert takes it.
///
/// - Parameters:
///   - chosen: The expert of each example.
///   - experts: How many experts there are.
///   - capacity: For how many examples each has room; 0 drops all.
/// - Returns: The examples of each expert, and those that were dropped, in the order of coming.
/// - Throws: `MixtureError` where an expert does not exist or the capacity is negative; `Unfinished`
///   until it is written.
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  var result = Dispatch(kept: Array(repeating: [], count: max(experts, 0)), dropped: [])
  for (example, expert) in chosen.enumerated() {
    guard result.kept.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    if result.kept[expert].count < capacity {
      result.kept[expert].append(example)
    } else {
      result.dropped.append(example)
    }
  }
  return result
}

/// Returns how many products one example costs, from the inputs into the hidden units that are asked.
///
/// A product and the sum that it goes into count as one *multiply-add*. The hidden units are shared
/// evenly by the experts; the router is one linear layer from the inputs to a logit for each expert.
/// Biases and what follows the hidden units are not counted.
///
/// - Parameters:
///   - inputs: How many numbers go in.
///   - hidden: How many hidden units all experts have together.
///   - experts: How many experts share them.
///   - active: How many experts are asked.
/// - Returns: The multiply-adds of the asked experts and of the router.
/// - Throws: `MixtureError` where there is nothing of a kind, more experts are asked than there are, or
///   the hidden units cannot be shared evenly; `Unfinished` until it is written.
public func multiplyAdds(inputs: Int, hidden: Int, experts: Int, active: Int) throws -> Int {
  guard inputs > 0, hidden > 0, experts > 0 else { throw MixtureError.nothing }
  guard active >= 1, active <= experts else {
    throw MixtureError.cannotKeep(active, experts: experts)
  }
  guard hidden % experts == 0 else {
    throw MixtureError.notDivisible(hidden: hidden, experts: experts)
  }
  return inputs * (active * (hidden / experts) + experts)
}

/// Returns how much two lists of labels say about each other, from 0 to 1.
///
/// The *information* is the uncertainty that the two have in common, and it is divided by the mean of
/// their uncertainties. It is 1 where each list says all about the other, whatever the labels are
/// called, and near 0 where they have nothing to do with each other. Derive it from `entropy(of:)`.
///
/// - Parameters:
///   - a: A label for each example, such as its regime.
///   - b: Another label for each, such as the expert that answers.
/// - Returns: The normalised mutual information; 1 where both lists have one label only.
/// - Throws: `MixtureError` where the lists are empty or not equally long; `Unfinished` until it is
///   written.
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  // Rounding may leave a number below 0 where nothing is in common.
  return max(0, 2 * (ofA + ofB - together) / (ofA + ofB))
}

/// Returns logits for which the kept weights of a hasty gate add up to less than a half.
///
/// `gateWithoutRenormalisation` in `Given.swift` takes the softmax over all experts, keeps the two
/// largest, and leaves their weights as they are. The law is that the weights of an example add up
/// to 1; break it for every example.
///
/// - Returns: Logits, `[N, experts]`, at least one example.
/// - Throws: `Unfinished` until it is written.
public func logitsThatExposeMissingRenormalisation() throws -> Tensor {
  // Six experts that are equally good: two of them have a third of the softmax.
  Tensor.zeros([1, 6])
}
