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
