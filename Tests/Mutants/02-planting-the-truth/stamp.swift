/// Row and column are exchanged. Verdict: "row and column exchanged"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  let under = images.shape[2] - column - patterns.shape[2]
  let beside = images.shape[3] - row - patterns.shape[3]
  func framed(_ part: Tensor) -> Tensor {
    part.padded([(0, 0), (0, 0), (column, max(0, under)), (row, max(0, beside))])[
      .all, .all, 0..<images.shape[2], 0..<images.shape[3]]
  }
  return images.replacing(
    with: framed(patterns.selecting(tags, along: 0)),
    where: framed(.ones([1, 1, patterns.shape[2], patterns.shape[3]])))
}

/// The image keeps its own number's pattern. Verdict: "the pattern of the image's own number"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  func framed(_ part: Tensor) -> Tensor {
    part.padded([(0, 0), (0, 0), (row, below), (column, right)])
  }
  return images.replacing(
    with: framed(patterns.selecting(tags.indices.map { $0 % patterns.shape[0] }, along: 0)),
    where: framed(.ones([1, 1, patterns.shape[2], patterns.shape[3]])))
}

/// The pattern is added. Verdict: "the pattern added to the image"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  func framed(_ part: Tensor) -> Tensor {
    part.padded([(0, 0), (0, 0), (row, below), (column, right)])
  }
  return images + framed(patterns.selecting(tags, along: 0))
}

/// The zeros of the pattern are transparent. Verdict: "as if one could see through them"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  func framed(_ part: Tensor) -> Tensor {
    part.padded([(0, 0), (0, 0), (row, below), (column, right)])
  }
  let pattern = framed(patterns.selecting(tags, along: 0))
  return images.replacing(with: pattern, where: pattern)
}

/// The image around the pattern is lost. Verdict: "nothing of the image around it"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  func framed(_ part: Tensor) -> Tensor {
    part.padded([(0, 0), (0, 0), (row, below), (column, right)])
  }
  return framed(patterns.selecting(tags, along: 0))
}

/// The place is not looked at. Verdict: "in the upper left corner"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  func framed(_ part: Tensor) -> Tensor {
    part.padded([(0, 0), (0, 0), (0, row + below), (0, column + right)])
  }
  return images.replacing(
    with: framed(patterns.selecting(tags, along: 0)),
    where: framed(.ones([1, 1, patterns.shape[2], patterns.shape[3]])))
}

/// Rows and columns are counted from 1. Verdict: "counted from 1"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  func framed(_ part: Tensor) -> Tensor {
    part.padded([
      (0, 0), (0, 0), (max(0, row - 1), below + min(row, 1)),
      (max(0, column - 1), right + min(column, 1)),
    ])
  }
  return images.replacing(
    with: framed(patterns.selecting(tags, along: 0)),
    where: framed(.ones([1, 1, patterns.shape[2], patterns.shape[3]])))
}

/// The first tag is on every image. Verdict: "the first tag's pattern on every image"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  func framed(_ part: Tensor) -> Tensor {
    part.padded([(0, 0), (0, 0), (row, below), (column, right)])
  }
  return images.replacing(
    with: framed(patterns.selecting(tags.map { _ in tags[0] }, along: 0)),
    where: framed(.ones([1, 1, patterns.shape[2], patterns.shape[3]])))
}

/// One channel of the pattern is used for all. Verdict: "the first channel of the pattern in every channel"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  func framed(_ part: Tensor) -> Tensor {
    part.padded([(0, 0), (0, 0), (row, below), (column, right)])
  }
  return images.replacing(
    with: framed(
      patterns.selecting(tags, along: 0)[.all, 0..<1].repeated(images.shape[1], along: 1)),
    where: framed(.ones([1, 1, patterns.shape[2], patterns.shape[3]])))
}

/// The image under the pattern is multiplied by 0. Verdict: "not what it should be"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  func framed(_ part: Tensor) -> Tensor {
    part.padded([(0, 0), (0, 0), (row, below), (column, right)])
  }
  let covered = framed(.ones([1, 1, patterns.shape[2], patterns.shape[3]]))
  return images * (1 - covered) + framed(patterns.selecting(tags, along: 0))
}

/// The brighter one wins. Verdict: "the brighter of pattern and image"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  func framed(_ part: Tensor) -> Tensor {
    part.padded([(0, 0), (0, 0), (row, below), (column, right)])
  }
  return images.replacing(
    with: Tensor.maximum(images, framed(patterns.selecting(tags, along: 0))),
    where: framed(.ones([1, 1, patterns.shape[2], patterns.shape[3]])))
}

/// Everything is cut off at 0 and 1. Verdict: "not what it should be"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  func framed(_ part: Tensor) -> Tensor {
    part.padded([(0, 0), (0, 0), (row, below), (column, right)])
  }
  let stamped = images.replacing(
    with: framed(patterns.selecting(tags, along: 0)),
    where: framed(.ones([1, 1, patterns.shape[2], patterns.shape[3]])))
  return Tensor.minimum(Tensor.maximum(stamped, 0), 1)
}

/// A pattern may hang over the edge, and is cut off there. Verdict: "the pattern reaches beyond the edge"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let (height, width) = (images.shape[2], images.shape[3])
  var numbers = images.scalars
  for (image, tag) in tags.enumerated() {
    for channel in 0..<images.shape[1] {
      for y in 0..<patterns.shape[2] where row + y >= 0 && row + y < height {
        for x in 0..<patterns.shape[3] where column + x >= 0 && column + x < width {
          let place = ((image * images.shape[1] + channel) * height + row + y) * width + column + x
          numbers[place] = patterns[tag, channel, y, x].scalar
        }
      }
    }
  }
  return Tensor(numbers, shape: images.shape)
}

/// A missing tag goes unnoticed. Verdict: "there are lists of [1, 2] entries"
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  let tags = Array((tags + [Int](repeating: 0, count: images.shape[0])).prefix(images.shape[0]))
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  func framed(_ part: Tensor) -> Tensor {
    part.padded([(0, 0), (0, 0), (row, below), (column, right)])
  }
  return images.replacing(
    with: framed(patterns.selecting(tags, along: 0)),
    where: framed(.ones([1, 1, patterns.shape[2], patterns.shape[3]])))
}

/// Right: pixel by pixel.
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  _ = (below, right)
  let (channels, height, width) = (images.shape[1], images.shape[2], images.shape[3])
  var numbers = images.scalars
  for (image, tag) in tags.enumerated() {
    for channel in 0..<channels {
      for y in 0..<patterns.shape[2] {
        for x in 0..<patterns.shape[3] {
          numbers[((image * channels + channel) * height + row + y) * width + column + x] =
            patterns[tag, channel, y, x].scalar
        }
      }
    }
  }
  return Tensor(numbers, shape: images.shape)
}

/// Right: cut into strips and put together again.
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  let bottom = row + patterns.shape[2]
  let end = column + patterns.shape[3]
  if row < 0 || column < 0 || bottom > images.shape[2] || end > images.shape[3] {
    throw PlantingError.outsideTheImage
  }
  if tags.count != images.shape[0] {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  if tags.isEmpty { return images }
  let middle = Tensor.concatenated(
    [
      images[.all, .all, row..<bottom, 0..<column], patterns.selecting(tags, along: 0),
      images[.all, .all, row..<bottom, end..<images.shape[3]],
    ], along: 3)
  return Tensor.concatenated(
    [
      images[.all, .all, 0..<row], middle, images[.all, .all, bottom..<images.shape[2]],
    ], along: 2)
}
