extension Tensor: CustomStringConvertible {
  /// The shape, the range of the elements, and the first of them in rows.
  ///
  ///     Tensor [2, 3], 0.5 … 6
  ///     [[0.5,   2,   3],
  ///      [  4,   5,   6]]
  public var description: String {
    if rank == 0 { return "Tensor \(Self.text(scalar))" }
    guard count > 0 else { return "Tensor \(shape), empty" }
    let width = shownIndices().map { Self.text(element($0)).count }.max() ?? 0
    return """
      Tensor \(shape), \(rangeText)
      \(block(indices: [], width: rank == 1 ? 0 : width))
      """
  }

  /// How many rows or columns are shown at each end of an axis that is too long.
  private static let edge = 3
  /// Up to this length an axis is shown whole.
  private static let longest = 8

  private var rangeText: String {
    var low = Float.infinity
    var high = -Float.infinity
    var bad = 0
    for scalar in scalars {
      if scalar.isNaN { bad += 1 }
      low = Swift.min(low, scalar)
      high = Swift.max(high, scalar)
    }
    if bad == count { return "all NaN" }
    let range = "\(Self.text(low)) … \(Self.text(high))"
    return bad == 0 ? range : "\(range), \(bad) NaN"
  }

  /// A number with about five digits, as people write it.
  private static func text(_ value: Float) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : (value < 0 ? "-∞" : "∞") }
    let sign = value < 0 ? "-" : ""
    let size = Double(value.magnitude)
    if size != 0 && (size < 1e-3 || size >= 1e7) {
      var exponent = 0
      var mantissa = size
      while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
      while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
      // What would be shown as 10 belongs to the next power.
      if mantissa >= 9.9995 { (mantissa, exponent) = (1, exponent + 1) }
      return "\(sign)\(decimal(mantissa, places: 3))e\(exponent)"
    }
    let places = size >= 1000 ? 1 : (size >= 100 ? 2 : (size >= 10 ? 3 : 4))
    return sign + decimal(size, places: places)
  }

  private static func decimal(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((value * Double(scale)).rounded())
    var fraction = String(scaled % scale)
    fraction = String(repeating: "0", count: places - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return fraction.isEmpty ? "\(scaled / scale)" : "\(scaled / scale).\(fraction)"
  }

  /// The indices shown along an axis; −1 stands for those left out.
  private func shown(_ axis: Int) -> [Int] {
    let size = layout[axis]
    guard size > Self.longest else { return Array(0..<size) }
    return Array(0..<Self.edge) + [-1] + Array(size - Self.edge..<size)
  }

  /// The indices of all elements that are shown.
  private func shownIndices() -> [[Int]] {
    var prefixes: [[Int]] = [[]]
    for axis in 0..<rank {
      prefixes = prefixes.flatMap { prefix in
        shown(axis).filter { $0 >= 0 }.map { prefix + [$0] }
      }
    }
    return prefixes
  }

  private func element(_ indices: [Int]) -> Float {
    let offset = zip(indices, layout.strides).reduce(0) { $0 + $1.0 * $1.1 }
    return unsafe read { unsafe $0[offset] }
  }

  private func block(indices: [Int], width: Int) -> String {
    let axis = indices.count
    if axis == rank {
      let text = Self.text(element(indices))
      return String(repeating: " ", count: Swift.max(0, width - text.count)) + text
    }
    let parts = shown(axis).map { index in
      index < 0 ? "…" : block(indices: indices + [index], width: width)
    }
    let isRow = axis == rank - 1
    let indent = String(repeating: " ", count: axis + 1)
    // Matrices are set apart by as many empty lines as they have axes above them.
    let lines = String(repeating: "\n", count: Swift.max(1, rank - axis - 1))
    return "[" + parts.joined(separator: isRow ? ", " : ",\(lines)\(indent)") + "]"
  }
}
