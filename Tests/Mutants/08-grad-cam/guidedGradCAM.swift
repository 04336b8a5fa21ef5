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

/// Right: channel by channel, with the library's resizing.
public func guidedGradCAM(map: Tensor, fine: Tensor) throws -> Tensor {
  let large = map.clamped(to: 0...Float.greatestFiniteMagnitude)
    .resized(height: fine.shape[2], width: fine.shape[3])
  let channels = (0..<fine.shape[1]).map { fine[.all, $0] * large }
  return Tensor.stacked(channels, along: 1)
}

/// Right: number by number.
public func guidedGradCAM(map: Tensor, fine: Tensor) throws -> Tensor {
  let (images, channels) = (fine.shape[0], fine.shape[1])
  let (height, width) = (fine.shape[2], fine.shape[3])
  let positive = Tensor(map.scalars.map { $0 > 0 ? $0 : 0 }, shape: map.shape)
  let coarse = try upsampled(positive, height: height, width: width).scalars
  var products = fine.scalars
  for image in 0..<images {
    for channel in 0..<channels {
      for pixel in 0..<height * width {
        products[(image * channels + channel) * height * width + pixel] *=
          coarse[image * height * width + pixel]
      }
    }
  }
  return Tensor(products, shape: fine.shape)
}
