import Foundation
import Texts

/// Round numbers along an axis, from one at or below the data to one at or above it.
struct Ticks: Equatable {
  let values: [Double]
  let labels: [String]
  let scale: Axis.Scale

  /// Chooses ticks.
  ///
  /// - Parameters:
  ///   - data: Numbers that have a place on the scale; none count as 0…1, or 1…10.
  ///   - scale: How far apart two numbers are drawn.
  ///   - count: About how many ticks there should be.
  init(covering data: [Double], scale: Axis.Scale, about count: Int) {
    self.scale = scale
    switch scale {
    case .linear:
      (values, labels) = linearTicks(from: data.min() ?? 0, to: data.max() ?? 1, about: count)
    case .logarithmic:
      (values, labels) = logarithmicTicks(
        from: data.min() ?? 1, to: data.max() ?? 10, about: count)
    }
  }

  /// Where a number lies between the first tick, 0, and the last, 1.
  func place(of value: Double) -> Double {
    guard let first = values.first, let last = values.last else { return 0 }
    return switch scale {
    case .linear: (value - first) / (last - first)
    case .logarithmic: (log10(value) - log10(first)) / (log10(last) - log10(first))
    }
  }
}

/// Multiples of 1, 2 or 5 times a power of ten.
private func linearTicks(
  from low: Double, to high: Double, about count: Int
) -> ([Double], [String]) {
  var (low, high) = (low, high)
  let size = max(low.magnitude, high.magnitude)
  // Numbers that differ in their last digits only count as one: no label could tell them apart.
  if high - low <= size * 1e-9 {
    let margin = size == 0 ? 1 : size * 0.1
    (low, high) = (low - margin, high + margin)
  }
  let rough = (high - low) / Double(max(1, count))
  let power = pow(10, log10(rough).rounded(.down))
  let factor = [1, 2, 5, 10].first { $0 * power >= rough * (1 - 1e-9) } ?? 10
  let step = factor * power
  let exponent = Int((log10(step) + 1e-9).rounded(.down))
  // A tick that is missed by rounding only is not a reason for another one.
  let first = Int((low / step + 1e-7).rounded(.down))
  let last = max(first + 1, Int((high / step - 1e-7).rounded(.up)))
  // Dividing by a whole number gives the double nearest to 0.3, which multiplying by 0.1 does not.
  let inverse = (1 / step).rounded()
  let values = (first...last).map { index in
    step < 1 && inverse < 1e15 ? Double(index) / inverse : Double(index) * step
  }
  let isPlain = size < 1e6 && exponent >= -6
  let digits = max(0, Int(log10(size.nextUp + step).rounded(.down)) - exponent)
  let labels = values.map { value in
    isPlain
      ? value.text(decimals: max(0, -exponent))
      : value.scientificText(decimals: min(15, digits))
  }
  return (values, labels)
}

/// Powers of ten, with their multiples by 2 and 5 where there are few.
private func logarithmicTicks(
  from low: Double, to high: Double, about count: Int
) -> ([Double], [String]) {
  let lowest = Int((log10(low) + 1e-9).rounded(.down))
  let highest = max(lowest + 1, Int((log10(high) - 1e-9).rounded(.up)))
  let isPlain = lowest >= -4 && highest <= 5
  func label(_ factor: Double, _ exponent: Int) -> String {
    isPlain
      ? (factor * pow(10, Double(exponent))).text(decimals: max(0, -exponent))
      : factor == 1 ? "10" + superscript(exponent) : "\(Int(factor))×10" + superscript(exponent)
  }
  if highest - lowest <= 2 {
    let all = (lowest...highest).flatMap { exponent in
      [1.0, 2, 5].map { ($0 * pow(10, Double(exponent)), label($0, exponent)) }
    }
    let first = all.lastIndex { $0.0 <= low * (1 + 1e-9) } ?? 0
    let last = all.firstIndex { $0.0 >= high * (1 - 1e-9) } ?? all.count - 1
    // A single number that is a tick itself gets a neighbour.
    let kept = all[first...max(last, first + 1)]
    if kept.count <= max(2, count + 2) { return (kept.map(\.0), kept.map(\.1)) }
  }
  let step = max(1, (highest - lowest + max(1, count) - 1) / max(1, count))
  let steps = (highest - lowest + step - 1) / step
  let exponents = (0...steps).map { lowest + $0 * step }
  return (exponents.map { pow(10, Double($0)) }, exponents.map { label(1, $0) })
}
