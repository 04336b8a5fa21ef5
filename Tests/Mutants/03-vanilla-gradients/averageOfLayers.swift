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

/// Only what speaks for the class is kept. Verdict: "the positive part of the average alone"
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

/// Whole numbers are divided. Verdict: "1 / count is 0"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    map.sum(along: 1).resized(height: height, width: width)
  }
  return Tensor.stacked(resized, along: 0).sum(along: 0) * Tensor(Float(1 / resized.count))
}

/// The negative part of each layer is dropped. Verdict: "the positive part of each layer"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    map.sum(along: 1).relu().resized(height: height, width: width)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// The average of two layers is averaged with the next. Verdict: "averaged with the next one"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    map.sum(along: 1).resized(height: height, width: width)
  }
  return resized.dropFirst().reduce(resized[0]) { ($0 + $1) / 2 }
}

/// One layer more is left out. Verdict: "one layer too many left out"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first + (maps.count > first + 1 ? 1 : 0)).map { map in
    map.sum(along: 1).resized(height: height, width: width)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// The average runs over the images. Verdict: "averaged over the images"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    map.sum(along: 1).resized(height: height, width: width)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 1)
}

/// A map that is too large is cut. Verdict: "cut to size"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    let added = map.sum(along: 1)
    guard added.shape[1] <= height, added.shape[2] <= width else {
      return added[.all, 0..<min(height, added.shape[1]), 0..<min(width, added.shape[2])]
        .resized(height: height, width: width)
    }
    return added.resized(height: height, width: width)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// A map that is too large gives the mean of the pixels that fall together. Verdict: "the mean of all pixels below a new one"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    let added = map.sum(along: 1)
    let rows = added.shape[1]
    guard rows > height else { return added.resized(height: height, width: width) }
    let means = (0..<height).map { row in
      added[.all, row * rows / height..<((row + 1) * rows + height - 1) / height].mean(along: 1)
    }
    return Tensor.stacked(means, along: 1).resized(height: height, width: width)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// Each layer is brought between 0 and 1. Verdict: "from its smallest to its largest value"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    let added = map.sum(along: 1).resized(height: height, width: width)
    let (low, high) = (added.min(), added.max())
    return high == low ? added : (added - low) / (high - low)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// Each layer is divided by its largest value. Verdict: "divided by its largest"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    let added = map.sum(along: 1).resized(height: height, width: width)
    return added / added.abs().max()
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

/// Right: each map is divided first, and resized with all its channels.
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let kept = Array(maps[first...])
  let share = Tensor(1 / Float(kept.count))
  var mean = Tensor.zeros([kept[0].shape[0], height, width])
  for m in kept {
    mean += (share * m).resized(height: height, width: width).sum(along: 1)
  }
  return mean
}

/// As many layers are kept as should be left out. Verdict: "as many as should be left out"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let kept = Array(maps.suffix(max(1, first)))
  let resized = kept.map { $0.sum(along: 1).resized(height: height, width: width) }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// One layer is kept, that of the number. Verdict: "the first layer that is not left out"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let kept = [maps[first]]
  let resized = kept.map { $0.sum(along: 1).resized(height: height, width: width) }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// The sum is divided by one more than the number of layers. Verdict: "one more than their number"
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let kept = Array(maps.dropFirst(first))
  let resized = kept.map { $0.sum(along: 1).resized(height: height, width: width) }
  return Tensor.stacked(resized, along: 0).sum(along: 0) / Tensor(resized.count + 1)
}

/// Right: the layers are added up, and divided at the end.
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let kept = Array(maps.dropFirst(first))
  let resized = kept.map { $0.sum(along: 1).resized(height: height, width: width) }
  return resized.reduce(Tensor.zeros(resized[0].shape), +) / Tensor(resized.count)
}
