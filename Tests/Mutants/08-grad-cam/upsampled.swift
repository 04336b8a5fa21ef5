/// The outermost centres are stretched to the edges. Verdict: "align_corners=True"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
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
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
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
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
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

/// Places are counted from the corners of pixels. Verdict: "counted from the edge of each pixel"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
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
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
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
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
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
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
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
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
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

/// Whole numbers are divided. Verdict: "whole-number division"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(size / count) - 0.5
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

/// A map that should shrink stays as it is. Verdict: "a map may shrink as well"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
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
  if height < map.shape[map.rank - 2] || width < map.shape[map.rank - 1] { return map }
  let rows = shares(from: map.shape[map.rank - 2], to: height)
  let columns = shares(from: map.shape[map.rank - 1], to: width)
  return rows.matmul(map).matmul(columns, transposing: .right)
}

/// The fraction is dropped. Verdict: "the old pixel before each place alone"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(size) / Float(count) - 0.5
      let inside = min(max(place, 0), Float(size - 1))
      let before = Int(inside)
      shares[new * size + before] += 1
    }
    return Tensor(shares, shape: [count, size])
  }
  let rows = shares(from: map.shape[map.rank - 2], to: height)
  let columns = shares(from: map.shape[map.rank - 1], to: width)
  return rows.matmul(map).matmul(columns, transposing: .right)
}

/// The map goes on rising beyond its outermost centres. Verdict: "goes on rising"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(size) / Float(count) - 0.5
      let inside = place
      let before = min(max(Int(inside), 0), max(size - 2, 0))
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

/// The map fades to zero beyond its outermost centres. Verdict: "fades to zero"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(size) / Float(count) - 0.5
      let inside = min(max(place, 0), Float(size - 1))
      let before = Int(inside)
      let fraction = inside - Float(before)
      let faded = 1 - abs(place - inside)
      shares[new * size + before] += (1 - fraction) * faded
      shares[new * size + min(before + 1, size - 1)] += fraction * faded
    }
    return Tensor(shares, shape: [count, size])
  }
  let rows = shares(from: map.shape[map.rank - 2], to: height)
  let columns = shares(from: map.shape[map.rank - 1], to: width)
  return rows.matmul(map).matmul(columns, transposing: .right)
}

/// What a new pixel covers is averaged. Verdict: "the mean of all pixels that a new one covers"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let first = new * size / count
      let end = ((new + 1) * size + count - 1) / count
      for old in first..<end { shares[new * size + old] = 1 / Float(end - first) }
    }
    return Tensor(shares, shape: [count, size])
  }
  let rows = shares(from: map.shape[map.rank - 2], to: height)
  let columns = shares(from: map.shape[map.rank - 1], to: width)
  return rows.matmul(map).matmul(columns, transposing: .right)
}

/// The ratio is turned round. Verdict: "the ratio the wrong way round"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(count) / Float(size) - 0.5
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

/// What lies before the first centre is mirrored. Verdict: "mirrored beyond the outermost centres"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(size) / Float(count) - 0.5
      let inside = min(abs(place), Float(size - 1))
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

/// What lies beyond either end is mirrored. Verdict: "mirrored beyond the outermost centres"
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // The share of each old pixel in each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = abs((Float(new) + 0.5) * Float(size) / Float(count) - 0.5)
      let inside = max(0, min(place, 2 * Float(size - 1) - place))
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

/// Right: by the library.
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  map.resized(height: height, width: width)
}

/// Right: pixel by pixel from its four neighbours.
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  let (images, rows, columns) = (map.shape[0], map.shape[1], map.shape[2])
  let old = map.scalars
  var new: [Float] = []
  for image in 0..<images {
    for i in 0..<height {
      let p = min(max((Float(i) + 0.5) * Float(rows) / Float(height) - 0.5, 0), Float(rows - 1))
      let top = Int(p)
      let bottom = min(top + 1, rows - 1)
      let f = p - Float(top)
      for j in 0..<width {
        let q = min(
          max((Float(j) + 0.5) * Float(columns) / Float(width) - 0.5, 0), Float(columns - 1))
        let left = Int(q)
        let right = min(left + 1, columns - 1)
        let g = q - Float(left)
        let start = image * rows * columns
        let a = old[start + top * columns + left]
        let b = old[start + top * columns + right]
        let c = old[start + bottom * columns + left]
        let d = old[start + bottom * columns + right]
        new.append((1 - f) * ((1 - g) * a + g * b) + f * ((1 - g) * c + g * d))
      }
    }
  }
  return Tensor(new, shape: [images, height, width])
}

/// Right: the columns first, then the rows by turning the map, with pixels taken by their index.
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  let wide = stretched(map, to: width)
  return stretched(wide.transposed(), to: height).transposed()
}

/// Maps with another number of columns.
private func stretched(_ map: Tensor, to count: Int) -> Tensor {
  let size = map.shape[map.rank - 1]
  let places = (0..<count).map { index -> Double in
    let place = (Double(index) + 0.5) / Double(count) * Double(size) - 0.5
    return place < 0 ? 0 : place > Double(size - 1) ? Double(size - 1) : place
  }
  let before = map.selecting(places.map { Int($0) }, along: -1)
  let after = map.selecting(places.map { Int($0.rounded(.up)) }, along: -1)
  let share = Tensor(places.map { Float($0 - $0.rounded(.down)) })
  return before + share * (after - before)
}

/// Right: both neighbours held inside the map, whatever the place.
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  func axis(_ m: Tensor, _ count: Int, _ along: Int) -> Tensor {
    let size = m.shape[along]
    var before: [Int] = [], after: [Int] = [], part: [Float] = []
    for n in 0..<count {
      let p = (Float(n) + 0.5) * Float(size) / Float(count) - 0.5
      let b = Int(p.rounded(.down))
      before.append(min(max(b, 0), size - 1))
      after.append(min(max(b + 1, 0), size - 1))
      part.append(p - Float(b))
    }
    let f = Tensor(part).reshaped(to: along == 1 ? [1, count, 1] : [1, 1, count])
    return (1 - f) * m.selecting(before, along: along) + f * m.selecting(after, along: along)
  }
  return axis(axis(map, height, 1), width, 2)
}

/// Right: behind the last pixel comes the first, of which nothing is taken.
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  func axis(_ m: Tensor, _ count: Int, _ along: Int) -> Tensor {
    let size = m.shape[along]
    var before: [Int] = [], after: [Int] = [], part: [Float] = []
    for n in 0..<count {
      let place: Float = (Float(n) + 0.5) * Float(size) / Float(count) - 0.5
      let p = min(max(place, 0), Float(size - 1))
      let b = Int(p)
      before.append(b)
      after.append((b + 1) % size)
      part.append(p - Float(b))
    }
    let f = Tensor(part).reshaped(to: along == 1 ? [1, count, 1] : [1, 1, count])
    return (1 - f) * m.selecting(before, along: along) + f * m.selecting(after, along: along)
  }
  return axis(axis(map, height, 1), width, 2)
}
