import Foundation
import Tensors

/// The geometric mean is taken. Verdict: "divided by the root of the product of the entropies"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  let information = max(0, ofA + ofB - together)
  return ofA * ofB > 0 ? information / (ofA * ofB).squareRoot() : 0
}

/// The larger is taken. Verdict: "divided by the larger entropy"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  let information = max(0, ofA + ofB - together)
  return information / max(ofA, ofB)
}

/// The smaller is taken. Verdict: "divided by the smaller entropy"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  let information = max(0, ofA + ofB - together)
  return min(ofA, ofB) > 0 ? information / min(ofA, ofB) : 0
}

/// The mean is a sum. Verdict: "divided by the sum of the entropies"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  let information = max(0, ofA + ofB - together)
  return information / (ofA + ofB)
}

/// The pairs are taken. Verdict: "divided by the entropy of the pairs"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  let information = max(0, ofA + ofB - together)
  return information / together
}

/// Nothing divides. Verdict: "not divided at all: the information in nats"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  let information = max(0, ofA + ofB - together)
  return information
}

/// Nothing divides, and logarithms are those of 2. Verdict: "not divided at all: the information in bits"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  let information = max(0, ofA + ofB - together)
  return information / 0.6931471805599453
}

/// What the pairs leave open is taken. Verdict: "the entropy of the pairs, divided"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  return 2 * together / (ofA + ofB)
}

/// Equal numbers are counted. Verdict: "labels are names"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  return ofA * ofB > 0 ? Double(zip(a, b).count { $0 == $1 }) / Double(a.count) : 0
}

/// Pairs are made by arithmetic. Verdict: "one number made of each pair"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { $0 * 10 + $1 })
  // Rounding may leave a number below 0 where nothing is in common.
  return max(0, 2 * (ofA + ofB - together) / (ofA + ofB))
}

/// Pairs are added up. Verdict: "the labels of a pair added up"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { $0 + $1 })
  // Rounding may leave a number below 0 where nothing is in common.
  return max(0, 2 * (ofA + ofB - together) / (ofA + ofB))
}

/// Pairs are multiplied. Verdict: "the labels of a pair multiplied"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { $0 * $1 })
  // Rounding may leave a number below 0 where nothing is in common.
  return max(0, 2 * (ofA + ofB - together) / (ofA + ofB))
}

/// One list is put behind the other. Verdict: "one list put behind the other"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: a + b)
  // Rounding may leave a number below 0 where nothing is in common.
  return max(0, 2 * (ofA + ofB - together) / (ofA + ofB))
}

/// 0 is divided by 0. Verdict: "and not 0 / 0"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  // Rounding may leave a number below 0 where nothing is in common.
  return 2 * (ofA + ofB - together) / (ofA + ofB)
}

/// Pairs are sets. Verdict: "a pair taken for a set"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { Set([$0, $1]) })
  // Rounding may leave a number below 0 where nothing is in common.
  return max(0, 2 * (ofA + ofB - together) / (ofA + ofB))
}

/// What is left of the second is taken. Verdict: "what the second list says beyond the first"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  return 2 * (together - ofA) / (ofA + ofB)
}

/// It is turned round. Verdict: "one minus the information"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  let information = max(0, ofA + ofB - together)
  return 1 - 2 * information / (ofA + ofB)
}

/// Majorities are counted. Verdict: "the most frequent regime of their expert"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  var hits = 0
  for expert in Set(b) {
    let own = zip(a, b).filter { $0.1 == expert }.map(\.0)
    hits += Set(own).map { label in own.count { $0 == label } }.max() ?? 0
  }
  return Double(hits) / Double(a.count)
}

/// Two lists of one label have nothing in common. Verdict: "0 where both lists have one label only"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 0 }
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  // Rounding may leave a number below 0 where nothing is in common.
  return max(0, 2 * (ofA + ofB - together) / (ofA + ofB))
}

/// The longer list is cut. Verdict: "there are two regimes and three experts"
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let together = entropy(of: zip(a, b).map { [$0, $1] })
  // Rounding may leave a number below 0 where nothing is in common.
  return max(0, 2 * (ofA + ofB - together) / (ofA + ofB))
}

/// Right: the definition, a sum over pairs of labels.
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let count = Double(a.count)
  var (ofA, ofB, information) = (0.0, 0.0, 0.0)
  for one in Set(a) {
    let part = Double(a.count { $0 == one }) / count
    ofA -= part * log(part)
    for other in Set(b) {
      let otherPart = Double(b.count { $0 == other }) / count
      let both = Double(zip(a, b).count { $0 == one && $1 == other }) / count
      if both > 0 { information += both * log(both / (part * otherPart)) }
    }
  }
  for other in Set(b) {
    let part = Double(b.count { $0 == other }) / count
    ofB -= part * log(part)
  }
  return ofA + ofB == 0 ? 1 : information / ((ofA + ofB) / 2)
}

/// Right: what is left open of one list where the other is known.
public func normalisedMutualInformation(_ a: [Int], _ b: [Int]) throws -> Double {
  guard a.count == b.count else { throw MixtureError.unequalCounts(a.count, b.count) }
  guard !a.isEmpty else { throw MixtureError.nothing }
  let (ofA, ofB) = (entropy(of: a), entropy(of: b))
  guard ofA + ofB > 0 else { return 1 }
  let left = Set(a).sorted().reduce(0.0) { sum, label in
    let own = zip(a, b).filter { $0.0 == label }.map(\.1)
    return sum + Double(own.count) / Double(a.count) * entropy(of: own)
  }
  return 2 * (ofB - left) / (ofA + ofB)
}
