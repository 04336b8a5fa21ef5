/// The peak lies outside. Verdict: "a highest pixel lies inside the mask"
public func mapThatFoolsThePointingGame() throws -> MapAndMask {
  var map = [Float](repeating: 1, count: 100)
  map[3] = 2
  return MapAndMask(
    map: Tensor(map, shape: [10, 10]), mask: Tensor.ones([1, 1]).padded([(0, 9), (0, 9)]))
}

/// Too much of it lies inside. Verdict: "at most 5 % of the positive part"
public func mapThatFoolsThePointingGame() throws -> MapAndMask {
  MapAndMask(map: [[3, 1, 1, 1]], mask: [[1, 0, 0, 0]])
}

/// All of it lies inside. Verdict: "at most 5 % of the positive part"
public func mapThatFoolsThePointingGame() throws -> MapAndMask {
  MapAndMask(map: .ones([2, 2]), mask: .ones([2, 2]))
}

/// Nothing is positive. Verdict: "something in the map is positive"
public func mapThatFoolsThePointingGame() throws -> MapAndMask {
  MapAndMask(map: .zeros([1, 100]), mask: Tensor.ones([1, 1]).padded([(0, 0), (0, 99)]))
}

/// The mask is empty. Verdict: "the mask marks a pixel"
public func mapThatFoolsThePointingGame() throws -> MapAndMask {
  MapAndMask(map: .ones([10, 10]), mask: .zeros([10, 10]))
}

/// The mask is another size. Verdict: "the mask has the shape of the map"
public func mapThatFoolsThePointingGame() throws -> MapAndMask {
  MapAndMask(map: .ones([10, 10]), mask: [[1, 0]])
}

/// The mask is a picture of 255. Verdict: "ones and zeros alone"
public func mapThatFoolsThePointingGame() throws -> MapAndMask {
  MapAndMask(
    map: .ones([10, 10]), mask: 255 * Tensor.ones([1, 1]).padded([(0, 9), (0, 9)]))
}

/// The peak is infinite. Verdict: "all numbers of the map are finite"
public func mapThatFoolsThePointingGame() throws -> MapAndMask {
  var map = [Float](repeating: 1, count: 100)
  map[0] = .infinity
  return MapAndMask(
    map: Tensor(map, shape: [10, 10]), mask: Tensor.ones([1, 1]).padded([(0, 9), (0, 9)]))
}

/// A list of pixels. Verdict: "the map has two axes"
public func mapThatFoolsThePointingGame() throws -> MapAndMask {
  MapAndMask(map: .ones([100]), mask: Tensor.ones([1]).padded([(0, 99)]))
}

/// Right: a flat map, whose ties are hits.
public func mapThatFoolsThePointingGame() throws -> MapAndMask {
  MapAndMask(map: .ones([5, 8]), mask: Tensor.ones([1, 2]).padded([(0, 4), (6, 0)]))
}

/// Right: one pixel a little higher than all others, and negative ones beside it.
public func mapThatFoolsThePointingGame() throws -> MapAndMask {
  var generator = SplitMix64(seed: 1)
  var map = Tensor.uniform(in: 0..<1, shape: [1, 60], using: &generator).scalars
  (map[7], map[8]) = (1, -5)
  var mask = [Float](repeating: 0, count: 60)
  (mask[7], mask[8]) = (1, 1)
  return MapAndMask(map: Tensor(map, shape: [1, 60]), mask: Tensor(mask, shape: [1, 60]))
}
