/// Copies whole blocks of an axis in the order of a list.
func gatherBlocks(_ x: Tensor, _ view: AxisView, _ indices: [Int32], to shape: Shape) -> Tensor {
  unsafe Tensor(shape) { output in
    unsafe x.read { input in
      for outer in 0..<view.outer {
        for (place, index) in indices.enumerated() {
          let from = unsafe input + (outer &* view.count &+ Int(index)) &* view.inner
          let to = unsafe output + (outer &* indices.count &+ place) &* view.inner
          unsafe to.update(from: from, count: view.inner)
        }
      }
    }
  }
}

/// Adds whole blocks to where `gatherBlocks` took them from; zero elsewhere.
func scatterBlocks(_ x: Tensor, _ view: AxisView, _ indices: [Int32], to shape: Shape) -> Tensor {
  unsafe Tensor(shape) { output in
    unsafe output.update(repeating: 0, count: shape.count)
    unsafe x.read { input in
      for outer in 0..<view.outer {
        for (place, index) in indices.enumerated() {
          let from = unsafe input + (outer &* indices.count &+ place) &* view.inner
          let to = unsafe output + (outer &* view.count &+ Int(index)) &* view.inner
          var element = 0
          while element < view.inner {
            unsafe to[element] += from[element]
            element &+= 1
          }
        }
      }
    }
  }
}

/// Copies single elements along an axis; the list has one place for each element of the result.
func gatherElements(
  _ x: Tensor, _ view: AxisView, _ indices: [Int32], to shape: Shape
) -> Tensor {
  unsafe Tensor(shape) { output in
    unsafe x.read { input in
      forEachElement(view, indices) { target, source in
        unsafe output[target] = input[source]
      }
    }
  }
}

/// Adds single elements to where `gatherElements` took them from; zero elsewhere.
func scatterElements(
  _ x: Tensor, _ view: AxisView, _ indices: [Int32], to shape: Shape
) -> Tensor {
  unsafe Tensor(shape) { output in
    unsafe output.update(repeating: 0, count: shape.count)
    unsafe x.read { input in
      forEachElement(view, indices) { target, source in
        unsafe output[source] += input[target]
      }
    }
  }
}

@inline(__always)
private func forEachElement(
  _ view: AxisView, _ indices: [Int32], _ body: (_ target: Int, _ source: Int) -> Void
) {
  guard view.outer > 0, view.inner > 0 else { return }
  let perOuter = indices.count / view.outer
  for (target, index) in indices.enumerated() {
    let outer = target / perOuter
    body(target, (outer &* view.count &+ Int(index)) &* view.inner &+ target % view.inner)
  }
}
