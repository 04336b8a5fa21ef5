extension Tensor {
  /// Returns tensors put one after the other along an axis.
  ///
  /// - Parameters:
  ///   - tensors: At least one; their shapes agree but for the size of the axis.
  ///   - axis: The axis; a negative one counts from the back.
  /// - Returns: A copy; each part of its gradient goes to the tensor it came from.
  public static func concatenated(_ tensors: [Tensor], along axis: Int = 0) -> Tensor {
    guard let first = tensors.first else {
      preconditionFailure("concatenated: there is nothing to put together")
    }
    let axis = first.layout.axis(axis, for: "concatenated")
    var shape = first.layout
    shape[axis] = 0
    for tensor in tensors {
      var expected = first.layout
      if tensor.layout.rank == first.layout.rank { expected[axis] = tensor.layout[axis] }
      precondition(
        tensor.layout == expected,
        """
        concatenated: the shapes \(first.shape) and \(tensor.shape) differ along other axes \
        than \(axis)
        """)
      shape[axis] += tensor.layout[axis]
    }
    let strides = shape.strides
    let value = unsafe Tensor(shape) { output in
      var start = 0
      for tensor in tensors {
        unsafe tensor.copy(to: output + start * strides[axis], strides: strides)
        start += tensor.layout[axis]
      }
    }
    return value.recorded("concatenated", from: tensors) { upstream, tensors, index in
      let start = tensors[..<index].reduce(0) { $0 + $1.layout[axis] }
      return upstream.sliced(start..<start + tensors[index].layout[axis], along: axis)
    }
  }

  /// Returns tensors of one shape put side by side along a new axis.
  ///
  /// - Parameters:
  ///   - tensors: At least one.
  ///   - axis: Where the new axis stands in the result; −1 puts it last.
  /// - Returns: A copy.
  public static func stacked(_ tensors: [Tensor], along axis: Int = 0) -> Tensor {
    guard let first = tensors.first else {
      preconditionFailure("stacked: there is nothing to put together")
    }
    for other in tensors where other.layout != first.layout {
      preconditionFailure(
        """
        stacked: the shapes \(first.shape) and \(other.shape) differ (in a literal, rows of \
        different length)
        """)
    }
    let place = axis < 0 ? axis + first.rank + 1 : axis
    return concatenated(tensors.map { $0.insertingAxis(at: place) }, along: place)
  }

  /// Returns a tensor with a border around it.
  ///
  ///     Tensor([1, 2]).padded([(1, 2)])     // [0, 1, 2, 0, 0]
  ///
  /// - Parameters:
  ///   - borders: For each of the last axes, how many elements come before and after.
  ///   - value: What the border is filled with.
  /// - Returns: A copy; the border's gradient is dropped.
  public func padded(_ borders: [(before: Int, after: Int)], with value: Float = 0) -> Tensor {
    precondition(
      borders.count <= rank, "padded: \(borders.count) borders for the shape \(shape)")
    precondition(
      borders.allSatisfy { $0.before >= 0 && $0.after >= 0 },
      "padded: a border cannot be negative: \(borders); slice instead")
    var outer = layout
    var starts = [Int](repeating: 0, count: rank)
    for (axis, border) in zip(layout.axes.suffix(borders.count), borders) {
      outer[axis] += border.before + border.after
      starts[axis] = border.before
    }
    let strides = outer.strides
    let start = zip(starts, strides).reduce(0) { $0 + $1.0 * $1.1 }
    let padded = unsafe Tensor(outer) { output in
      unsafe output.update(repeating: value, count: outer.count)
      unsafe copy(to: output + start, strides: strides)
    }
    return padded.recorded("padded", from: self) { upstream, x in
      upstream.copied(x.layout, from: start, strides: strides)
    }
  }
}
