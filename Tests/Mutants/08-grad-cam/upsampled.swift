/// The outermost centres are stretched to the edges. Verdict: "align_corners=True"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // What each old pixel gives to each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = count > 1 ? Float(new * (size - 1)) / Float(count - 1) : 0
      let inside = min(max(place, 0), Float(size - 1))
      let before = Int(inside)
      let fraction = inside - Float(before)
      shares[new * size + before] += 1 - fraction
      shares[new * size + min(before + 1, size - 1)] += fraction
    }
    return Tensor(shares, shape: [count, size])
  }
  let rows = shares(from: map.shape[map.rank - 2], to: height)
  let columns = shares(from: map.shape[map.rank - 1], to: width)
  return rows.matmul(map).matmul(columns, transposing: .right)
}

/// Height and width are exchanged. Verdict: "height and width exchanged"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // What each old pixel gives to each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(size) / Float(count) - 0.5
      let inside = min(max(place, 0), Float(size - 1))
      let before = Int(inside)
      let fraction = inside - Float(before)
      shares[new * size + before] += 1 - fraction
      shares[new * size + min(before + 1, size - 1)] += fraction
    }
    return Tensor(shares, shape: [count, size])
  }
  let rows = shares(from: map.shape[map.rank - 2], to: width)
  let columns = shares(from: map.shape[map.rank - 1], to: height)
  return rows.matmul(map).matmul(columns, transposing: .right)
}

/// All pictures of a batch get the first one. Verdict: "not what it should be"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // What each old pixel gives to each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(size) / Float(count) - 0.5
      let inside = min(max(place, 0), Float(size - 1))
      let before = Int(inside)
      let fraction = inside - Float(before)
      shares[new * size + before] += 1 - fraction
      shares[new * size + min(before + 1, size - 1)] += fraction
    }
    return Tensor(shares, shape: [count, size])
  }
  let rows = shares(from: map.shape[map.rank - 2], to: height)
  let columns = shares(from: map.shape[map.rank - 1], to: width)
  return rows.matmul(0 * map + map[0...0]).matmul(columns, transposing: .right)
}

/// Places are counted from the corners of pixels. Verdict: "counted from the corners of pixels"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // What each old pixel gives to each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = Float(new) * Float(size) / Float(count)
      let inside = min(max(place, 0), Float(size - 1))
      let before = Int(inside)
      let fraction = inside - Float(before)
      shares[new * size + before] += 1 - fraction
      shares[new * size + min(before + 1, size - 1)] += fraction
    }
    return Tensor(shares, shape: [count, size])
  }
  let rows = shares(from: map.shape[map.rank - 2], to: height)
  let columns = shares(from: map.shape[map.rank - 1], to: width)
  return rows.matmul(map).matmul(columns, transposing: .right)
}

/// The half pixel is not taken off again. Verdict: "half a pixel too far"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // What each old pixel gives to each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(size) / Float(count)
      let inside = min(max(place, 0), Float(size - 1))
      let before = Int(inside)
      let fraction = inside - Float(before)
      shares[new * size + before] += 1 - fraction
      shares[new * size + min(before + 1, size - 1)] += fraction
    }
    return Tensor(shares, shape: [count, size])
  }
  let rows = shares(from: map.shape[map.rank - 2], to: height)
  let columns = shares(from: map.shape[map.rank - 1], to: width)
  return rows.matmul(map).matmul(columns, transposing: .right)
}

/// Pixels are repeated. Verdict: "each pixel repeated"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // What each old pixel gives to each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(size) / Float(count) - 0.5
      let inside = min(max(place, 0), Float(size - 1))
      let before = Int(inside)
      let fraction = inside - Float(before)
      shares[new * size + (fraction < 0.5 ? before : min(before + 1, size - 1))] += 1
    }
    return Tensor(shares, shape: [count, size])
  }
  let rows = shares(from: map.shape[map.rank - 2], to: height)
  let columns = shares(from: map.shape[map.rank - 1], to: width)
  return rows.matmul(map).matmul(columns, transposing: .right)
}

/// The map stays as it is. Verdict: "the map as it is"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  map
}

/// The share of the next pixel is written over that of the last one. Verdict: "zero in place of the last pixel"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // What each old pixel gives to each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(size) / Float(count) - 0.5
      let inside = min(max(place, 0), Float(size - 1))
      let before = Int(inside)
      let fraction = inside - Float(before)
      shares[new * size + before] = 1 - fraction
      shares[new * size + min(before + 1, size - 1)] = fraction
    }
    return Tensor(shares, shape: [count, size])
  }
  let rows = shares(from: map.shape[map.rank - 2], to: height)
  let columns = shares(from: map.shape[map.rank - 1], to: width)
  return rows.matmul(map).matmul(columns, transposing: .right)
}

/// The shares of the two neighbours are exchanged. Verdict: "shares exchanged"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // What each old pixel gives to each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(size) / Float(count) - 0.5
      let inside = min(max(place, 0), Float(size - 1))
      let before = Int(inside)
      let fraction = inside - Float(before)
      shares[new * size + before] += fraction == 0 ? 1 : fraction
      shares[new * size + min(before + 1, size - 1)] += fraction == 0 ? 0 : 1 - fraction
    }
    return Tensor(shares, shape: [count, size])
  }
  let rows = shares(from: map.shape[map.rank - 2], to: height)
  let columns = shares(from: map.shape[map.rank - 1], to: width)
  return rows.matmul(map).matmul(columns, transposing: .right)
}
