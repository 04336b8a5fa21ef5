/// Which side of a product is transposed before it is multiplied.
public enum TransposedSide: Sendable {
  /// A · B
  case neither
  /// Aᵀ · B
  case left
  /// A · Bᵀ, as in a linear layer whose weight is stored `[out, in]`
  case right
  /// Aᵀ · Bᵀ
  case both
}

extension Tensor {
  /// Returns the matrix product; leading axes are batches and are broadcast.
  ///
  ///     C = A · B          ∂L/∂A = ∂L/∂C · Bᵀ          ∂L/∂B = Aᵀ · ∂L/∂C
  ///
  /// Shapes are `[…, rows, inner]` and `[…, inner, columns]` after transposing. A tensor of one
  /// axis on the left is a row, on the right a column, and that axis is missing in the result.
  ///
  /// - Parameters:
  ///   - other: The right side, B.
  ///   - transposed: Which sides are transposed; costs nothing, unlike `transposed()`.
  /// - Returns: The product.
  public func matmul(_ other: Tensor, transposing transposed: TransposedSide = .neither)
    -> Tensor
  {
    precondition(
      rank > 0 && other.rank > 0,
      "matmul: \(shape) × \(other.shape), a single number is no matrix; multiply with *")
    if rank == 1 || other.rank == 1 {
      precondition(
        (rank > 1 || !transposed.isLeft) && (other.rank > 1 || !transposed.isRight),
        "matmul: \(shape) × \(other.shape), a tensor of one axis cannot be transposed")
      let a = rank == 1 ? insertingAxis(at: 0) : self
      let b = other.rank == 1 ? other.insertingAxis(at: 1) : other
      let product = a.matmul(b, transposing: transposed)
      let removed =
        (rank == 1 ? [product.rank - 2] : []) + (other.rank == 1 ? [product.rank - 1] : [])
      return product.viewed(product.layout.removing(removed), as: "matmul")
    }
    return product(self, other, transposed).recorded(
      "matmul", from: self, other,
      pullbackA: { upstream, a, b in
        let gradient =
          switch transposed {
          case .neither: product(upstream, b, .right)
          case .right: product(upstream, b, .neither)
          case .left: product(b, upstream, .right)
          case .both: product(b, upstream, .both)
          }
        return gradient.summed(to: a.layout)
      },
      pullbackB: { upstream, a, b in
        let gradient =
          switch transposed {
          case .neither: product(a, upstream, .left)
          case .left: product(a, upstream, .neither)
          case .right: product(upstream, a, .left)
          case .both: product(upstream, a, .both)
          }
        return gradient.summed(to: b.layout)
      })
  }
}

extension TransposedSide {
  var isLeft: Bool { self == .left || self == .both }
  var isRight: Bool { self == .right || self == .both }
}

/// The product of two batches of matrices, as a constant.
private func product(_ a: Tensor, _ b: Tensor, _ transposed: TransposedSide) -> Tensor {
  let (rankA, rankB) = (a.rank, b.rank)
  let (rowsA, columnsA) = (a.layout[rankA - 2], a.layout[rankA - 1])
  let (rowsB, columnsB) = (b.layout[rankB - 2], b.layout[rankB - 1])
  let (rows, inner) = transposed.isLeft ? (columnsA, rowsA) : (rowsA, columnsA)
  let (innerB, columns) = transposed.isRight ? (columnsB, rowsB) : (rowsB, columnsB)
  precondition(
    inner == innerB,
    """
    matmul: \(a.shape)\(transposed.isLeft ? "ᵀ" : "") × \(b.shape)\(transposed.isRight ? "ᵀ" : ""), \
    inner sizes \(inner) and \(innerB)
    """)
  // A batch of rows times one matrix is a single product of more rows.
  if rankB == 2, rankA > 2, !transposed.isLeft {
    let flat = a.viewed(Shape([a.layout.count(of: 0..<rankA - 1), inner]))
    var shape = a.layout
    shape[rankA - 1] = columns
    return product(flat, b, transposed).viewed(shape)
  }
  let batchA = Shape(a.shape.dropLast(2))
  let batchB = Shape(b.shape.dropLast(2))
  let batch = Shape.broadcast(batchA, batchB, for: "matmul")
  var shape = batch
  shape.append(rows)
  shape.append(columns)
  let walk = BroadcastWalk(batchA, batchB, to: batch)
  return unsafe Tensor(shape) { output in
    unsafe a.read { x in
      unsafe b.read { y in
        func multiply(_ index: Int, _ matrixA: Int, _ matrixB: Int) {
          let left = unsafe MatrixView(
            pointer: x + matrixA * rows * inner, rowStride: columnsA, columnStride: 1)
          let right = unsafe MatrixView(
            pointer: y + matrixB * inner * columns, rowStride: columnsB, columnStride: 1)
          unsafe Tensors.multiply(
            transposed.isLeft ? left.transposed : left,
            transposed.isRight ? right.transposed : right,
            into: output + index * rows * columns, rows: rows, inner: inner, columns: columns)
        }
        walk.forEachRow(in: 0..<walk.rows) { row, startA, startB in
          for column in 0..<walk.columns {
            multiply(
              row * walk.columns + column, startA + column * walk.stepA,
              startB + column * walk.stepB)
          }
        }
      }
    }
  }
}
