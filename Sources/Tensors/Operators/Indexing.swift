/// What may stand in a tensor's subscript: an index, a range, or `.all`.
///
/// A negative index counts from the back; ranges do not. A range must lie inside the axis.
public protocol AxisIndex: Sendable {
  /// The indices meant along an axis of the given size, unchecked.
  func range(of size: Int) -> Range<Int>
  /// Whether the axis is removed from the result.
  var removesAxis: Bool { get }
}

extension Int: AxisIndex {
  /// The one index, counted from the front.
  public func range(of size: Int) -> Range<Int> {
    let index = self < 0 ? self + size : self
    return index..<index + 1
  }

  /// An index removes its axis.
  public var removesAxis: Bool { true }
}

extension AxisIndex where Self: RangeExpression, Self.Bound == Int {
  /// The indices of the range.
  public func range(of size: Int) -> Range<Int> { relative(to: 0..<size) }

  /// A range keeps its axis.
  public var removesAxis: Bool { false }
}

extension Range: AxisIndex where Bound == Int {}
extension ClosedRange: AxisIndex where Bound == Int {}

// A half-open range that begins behind the axis, or ends before it, is no range at all; the ones
// given instead lie outside of the axis too, so that the subscript can refuse them in its words.

extension PartialRangeFrom: AxisIndex where Bound == Int {
  /// The indices from the bound on.
  public func range(of size: Int) -> Range<Int> { lowerBound..<Swift.max(lowerBound, size) }
}

extension PartialRangeUpTo: AxisIndex where Bound == Int {
  /// The indices before the bound.
  public func range(of size: Int) -> Range<Int> { Swift.min(0, upperBound)..<upperBound }
}

extension PartialRangeThrough: AxisIndex where Bound == Int {
  /// The indices up to the bound.
  public func range(of size: Int) -> Range<Int> { (..<(upperBound + 1)).range(of: size) }
}

/// Everything along an axis, in a subscript: `x[.all, 3]` is the column 3.
public struct AllIndices: AxisIndex {
  /// All indices.
  public func range(of size: Int) -> Range<Int> { 0..<size }

  /// The axis is kept.
  public var removesAxis: Bool { false }
}

extension AxisIndex where Self == AllIndices {
  /// Everything along this axis.
  public static var all: AllIndices { AllIndices() }
}

extension Tensor {
  /// Returns a part: `x[0]` the first row, `x[.all, 1..<3]` two columns, `x[-1, 2]` one number.
  ///
  /// An index removes its axis, a range keeps it; axes that are not named are kept whole. The
  /// gradient of the part goes to where it came from, the rest gets zero.
  public subscript(_ indices: any AxisIndex...) -> Tensor {
    precondition(
      indices.count <= rank, "subscript: \(indices.count) indices for the shape \(shape)")
    var part = self
    var removed: [Int] = []
    for (axis, index) in indices.enumerated() {
      let range = index.range(of: layout[axis])
      precondition(
        range.lowerBound >= 0 && range.upperBound <= layout[axis],
        "subscript: \(text(index)) is outside of axis \(axis) of the shape \(shape)")
      part = part.sliced(range, along: axis)
      if index.removesAxis { removed.append(axis) }
    }
    return part.viewed(part.layout.removing(removed), as: "subscript")
  }

  /// An index as it is written in a subscript.
  private func text(_ index: any AxisIndex) -> String {
    switch index {
    case let range as PartialRangeFrom<Int>: "\(range.lowerBound)..."
    case let range as PartialRangeUpTo<Int>: "..<\(range.upperBound)"
    case let range as PartialRangeThrough<Int>: "...\(range.upperBound)"
    default: "\(index)"
    }
  }

  /// Returns neighbouring elements along an axis, which is kept.
  func sliced(_ range: Range<Int>, along axis: Int) -> Tensor {
    if range == 0..<layout[axis] { return self }
    var part = layout
    part[axis] = range.count
    let strides = layout.strides
    let start = range.lowerBound * strides[axis]
    // Rows that lie together need not be copied.
    let isWhole = layout.count(of: 0..<axis) == 1
    let value =
      isWhole
      ? Tensor(storage.view(part, from: start))
      : detached().copied(part, from: start, strides: strides)
    return value.recorded("slice", from: self) { upstream, x in
      unsafe Tensor(x.layout) { output in
        unsafe output.update(repeating: 0, count: x.count)
        unsafe upstream.copy(to: output + start, strides: strides)
      }
    }
  }

  /// Returns the elements of an axis in the order of a list, which may repeat and leave out.
  ///
  ///     y = x[indices]          ∂L/∂xᵢ = Σ ∂L/∂yⱼ over all j with indices[j] = i
  ///
  /// - Parameters:
  ///   - indices: Places along the axis.
  ///   - axis: The axis; a negative one counts from the back.
  /// - Returns: A copy in which the axis has the size of the list.
  public func selecting(_ indices: some Collection<Int>, along axis: Int = 0) -> Tensor {
    selecting(indices, along: axis, for: "selecting")
  }

  /// Like `selecting(_:along:)` on behalf of an operator that messages name.
  func selecting(
    _ indices: some Collection<Int>, along axis: Int, for name: StaticString
  ) -> Tensor {
    let axis = layout.axis(axis, for: name)
    let indices = checked(indices, along: axis, for: name)
    let view = AxisView(layout, along: axis..<axis + 1)
    var shape = layout
    shape[axis] = indices.count
    return gatherBlocks(detached(), view, indices, to: shape)
      .recorded(name, from: self) { upstream, x in
        scatterBlocks(upstream, view, indices, to: x.layout)
      }
  }

  /// Returns elements along an axis, chosen for each line of its own.
  ///
  ///     let x: Tensor = [[1, 2, 3], [4, 5, 6]]
  ///     x.taking([[2, 0], [1, 1]], along: 1)     // [[3, 1], [5, 5]]
  ///
  /// - Parameters:
  ///   - indices: For each line along the axis, in row-major order, a list of places; all lists
  ///     are of one length.
  ///   - axis: The axis; a negative one counts from the back.
  /// - Returns: A copy in which the axis has the length of the lists.
  public func taking(_ indices: [[Int]], along axis: Int) -> Tensor {
    taking(indices, length: indices.first?.count ?? 0, along: axis, for: "taking")
  }

  /// Like `taking(_:along:)` on behalf of an operator that messages name.
  ///
  /// The length of the lists is said, since no lists do not show it.
  func taking(
    _ indices: [[Int]], length: Int, along axis: Int, for name: StaticString
  ) -> Tensor {
    let axis = layout.axis(axis, for: name)
    let view = AxisView(layout, along: axis..<axis + 1)
    precondition(
      indices.count == view.outer * view.inner && indices.allSatisfy { $0.count == length },
      """
      \(name): the shape \(shape) has \(view.outer * view.inner) lines along axis \(axis), and \
      each needs as many places as the others; the number of lists given is \(indices.count)
      """)
    var shape = layout
    shape[axis] = length
    // In the order of the result: outer, place in the list, inner.
    let places = checked(
      (0..<view.outer).flatMap { outer in
        (0..<length).flatMap { place in
          (0..<view.inner).map { indices[outer * view.inner + $0][place] }
        }
      }, along: axis, for: name)
    return gatherElements(detached(), view, places, to: shape)
      .recorded(name, from: self) { upstream, x in
        scatterElements(upstream, view, places, to: x.layout)
      }
  }

  /// Returns one element from each line along an axis, which is removed.
  ///
  ///     logits.picking(labels, along: 1)     // [N, classes] and N labels → [N]
  ///
  /// - Parameters:
  ///   - indices: For each line along the axis, in row-major order, the place of its element.
  ///   - axis: The axis; a negative one counts from the back.
  /// - Returns: The elements chosen.
  public func picking(_ indices: [Int], along axis: Int) -> Tensor {
    let axis = layout.axis(axis, for: "picking")
    let value = taking(indices.map { [$0] }, length: 1, along: axis, for: "picking")
    return value.viewed(layout.removing([axis]), as: "picking")
  }

  /// Returns the rows of a table that a list of tokens names; this tensor is the table.
  ///
  ///     y = table[indices]          ∂L/∂tableᵢ = Σ ∂L/∂yⱼ over all j with indices[j] = i
  ///
  /// - Parameters:
  ///   - indices: Row numbers.
  ///   - shape: How the indices are arranged, `[batch, length]` say; by default a list.
  /// - Returns: A tensor of the arrangement's axes followed by a row's.
  public func embedding(_ indices: [Int], shape: [Int]? = nil) -> Tensor {
    precondition(rank > 0, "embedding: a single number is no table")
    let rows = selecting(indices, along: 0, for: "embedding")
    guard let shape else { return rows }
    precondition(
      Shape(shape).count == indices.count,
      "embedding: \(indices.count) indices cannot be arranged as \(shape)")
    return rows.reshaped(to: shape + self.shape.dropFirst())
  }

  private func checked(
    _ indices: some Collection<Int>, along axis: Int, for name: StaticString
  ) -> [Int32] {
    let size = layout[axis]
    return indices.map { index in
      precondition(
        index >= 0 && index < size,
        "\(name): there is no index \(index) along axis \(axis) of the shape \(shape)")
      return Int32(truncatingIfNeeded: index)
    }
  }
}
