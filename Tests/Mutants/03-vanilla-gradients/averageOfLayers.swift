/// The sum is divided by the number of all layers. Verdict: "divided by the number of all"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    map.sum(along: 1).resized(height: height, width: width)
  }
  return Tensor.stacked(resized, along: 0).sum(along: 0) / Tensor(Float(maps.count))
}

/// The last layers are left out instead of the first. Verdict: "without the last layer"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropLast(first).map { map in
    map.sum(along: 1).resized(height: height, width: width)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// Pixels are repeated when a map is enlarged. Verdict: "each pixel repeated"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    map.sum(along: 1).resized(height: height, width: width, by: .nearest)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// No layer is left out. Verdict: "with none left out"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.map { map in
    map.sum(along: 1).resized(height: height, width: width)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// The mean over channels is taken. Verdict: "the mean of the channels"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    map.mean(along: 1).resized(height: height, width: width)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// Channels are added without their signs. Verdict: "the magnitudes of the channels, added"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    map.abs().sum(along: 1).resized(height: height, width: width)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// Only what speaks for the class is kept. Verdict: "the positive part alone"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    map.sum(along: 1).resized(height: height, width: width)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 0).relu()
}

/// Height and width are exchanged. Verdict: "height and width exchanged"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    map.sum(along: 1).resized(height: width, width: height)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// Right: the channels are added after they are resized, and the layers one by one.
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let chosen = maps[first...]
  var total = Tensor.zeros([maps[0].shape[0], height, width])
  for map in chosen {
    total += map.resized(height: height, width: width).sum(along: 1)
  }
  return total / Tensor(Float(chosen.count))
}

/// Right: resized by hand, pixel by pixel, in Double.
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let images = maps[0].shape[0]
  var sums = [Double](repeating: 0, count: images * height * width)
  for layer in first..<maps.count {
    let (rows, columns) = (maps[layer].shape[2], maps[layer].shape[3])
    let added = maps[layer].sum(along: 1).scalars.map { Double($0) }
    for image in 0..<images {
      for y in 0..<height {
        for x in 0..<width {
          let (top, bottom, down) = neighbours(of: y, of: height, among: rows)
          let (left, right, across) = neighbours(of: x, of: width, among: columns)
          func value(_ row: Int, _ column: Int) -> Double {
            added[(image * rows + row) * columns + column]
          }
          let upper = (1 - across) * value(top, left) + across * value(top, right)
          let lower = (1 - across) * value(bottom, left) + across * value(bottom, right)
          sums[(image * height + y) * width + x] += (1 - down) * upper + down * lower
        }
      }
    }
  }
  let count = Double(maps.count - first)
  return Tensor(sums.map { Float($0 / count) }, shape: [images, height, width])
}

/// The two pixels between which a new one lies, and how far it is from the first.
private func neighbours(of new: Int, of count: Int, among size: Int) -> (Int, Int, Double) {
  let place = (Double(new) + 0.5) * Double(size) / Double(count) - 0.5
  if place <= 0 { return (0, 0, 0) }
  if place >= Double(size - 1) { return (size - 1, size - 1, 0) }
  return (Int(place), Int(place) + 1, place - Double(Int(place)))
}
