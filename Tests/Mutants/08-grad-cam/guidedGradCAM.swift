/// The channels of the product are added. Verdict: "with its channels added up"
public func guidedGradCAM(map: Tensor, fine: Tensor) throws -> Tensor {
  let (height, width) = (fine.shape[fine.rank - 2], fine.shape[fine.rank - 1])
  let product = try fine * upsampled(map.relu(), height: height, width: width).insertingAxis(at: -3)
  return product.sum(along: 1)
}

/// The coarse map is clipped after it is enlarged. Verdict: "clipped after it was enlarged"
public func guidedGradCAM(map: Tensor, fine: Tensor) throws -> Tensor {
  let (height, width) = (fine.shape[fine.rank - 2], fine.shape[fine.rank - 1])
  let large = try upsampled(map, height: height, width: width).relu()
  return fine * large.insertingAxis(at: -3)
}

/// The fine map is clipped. Verdict: "the part above zero, of the fine map"
public func guidedGradCAM(map: Tensor, fine: Tensor) throws -> Tensor {
  let (height, width) = (fine.shape[fine.rank - 2], fine.shape[fine.rank - 1])
  return try fine.relu() * upsampled(map.relu(), height: height, width: width).insertingAxis(at: -3)
}

/// The fine map loses its sign. Verdict: "the magnitude of the fine map"
public func guidedGradCAM(map: Tensor, fine: Tensor) throws -> Tensor {
  let (height, width) = (fine.shape[fine.rank - 2], fine.shape[fine.rank - 1])
  return try fine.abs() * upsampled(map.relu(), height: height, width: width).insertingAxis(at: -3)
}

/// The coarse map is enlarged by repeating pixels. Verdict: "as Captum does by default"
public func guidedGradCAM(map: Tensor, fine: Tensor) throws -> Tensor {
  let (height, width) = (fine.shape[fine.rank - 2], fine.shape[fine.rank - 1])
  let large = map.relu().resized(height: height, width: width, by: .nearest)
  return fine * large.insertingAxis(at: -3)
}

/// The coarse map is not clipped. Verdict: "the map with its negative numbers still there"
public func guidedGradCAM(map: Tensor, fine: Tensor) throws -> Tensor {
  let (height, width) = (fine.shape[fine.rank - 2], fine.shape[fine.rank - 1])
  return try fine * upsampled(map, height: height, width: width).insertingAxis(at: -3)
}
