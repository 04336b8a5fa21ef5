/// The gradient of a convolution's weights, for many output channels.
///
/// It is a product of matrices summed over all pixels: output channels × places of the window. The
/// output's gradient is transposed, so that a pixel's channels are a vector; what lay under the
/// places of the window is read one number at a time. So no lane is wasted on the borders of an
/// image, and there are no sums over the lanes of a vector.
///
/// The pixels are cut into units of whole rows, and these into blocks whose sums are added in the
/// end; both depend on the sizes alone. If there is one block only, the places are shared out.
struct WeightGradient: Sendable {
  private static let tileWidth = 32
  private static let unitPixels = 1024
  private static let mostBlocks = 16
  /// The most numbers in the sums of all blocks.
  private static let mostSums = 1 << 20

  let shape: ConvolutionShape
  private let layout: WindowLayout
  /// Whether the window is one place that stays within the image: then the image is not copied.
  private let inPlace: Bool
  /// Where the places of all input channels are in the copy.
  private let offsets: [Int]
  private let rowBlocks: Int
  private let units: Int
  private let blocks: Int
  private let tiles: Int
  private let paddedOutputs: Int
  private let unitRows: Int

  /// - Parameter shape: The convolution; every group must have output channels enough.
  init(_ shape: ConvolutionShape) {
    self.shape = shape
    let outputHeight = shape.outputHeight
    let outputWidth = shape.outputWidth
    inPlace =
      shape.taps == 1 && shape.stride == 1 && shape.top == 0 && shape.left == 0
      && shape.height == outputHeight && shape.width == outputWidth
    let wanted = max(1, Self.unitPixels / outputWidth)
    rowBlocks = (outputHeight + wanted - 1) / wanted
    unitRows = (outputHeight + rowBlocks - 1) / rowBlocks
    units = shape.batch * rowBlocks
    layout = WindowLayout(
      WindowLayout.Source(
        height: shape.height, width: shape.width, top: shape.top, left: shape.left,
        kernelHeight: shape.kernelHeight, kernelWidth: shape.kernelWidth, stride: 1),
      rows: (unitRows - 1) * shape.stride + 1, columns: (outputWidth - 1) * shape.stride + 1,
      form: .joined)
    let channel = inPlace ? shape.height * shape.width : layout.channel
    var offsets: [Int] = []
    for input in 0..<shape.groupInputs {
      for row in 0..<shape.kernelHeight {
        for column in 0..<shape.kernelWidth {
          offsets.append(input * channel + (inPlace ? 0 : layout.offset(row: row, column: column)))
        }
      }
    }
    self.offsets = offsets
    let full = shape.groupOutputs / Self.tileWidth
    let rest = shape.groupOutputs % Self.tileWidth
    tiles = full + (rest > 0 ? 1 : 0)
    paddedOutputs = full * Self.tileWidth + (rest == 0 ? 0 : rest <= 16 ? 16 : Self.tileWidth)
    let most = min(Self.mostBlocks, Self.mostSums / (paddedOutputs * offsets.count))
    blocks = most < 4 || units < 4 ? 1 : min(most, units)
  }

  /// Writes the gradient of all weights.
  ///
  /// - Parameters:
  ///   - gradient: The gradient of the outputs.
  ///   - images: The images.
  ///   - result: Where the gradient of the weights goes.
  func run(
    _ gradient: UnsafePointer<Float>, images: UnsafePointer<Float>,
    to result: UnsafeMutablePointer<Float>
  ) {
    let size = paddedOutputs * offsets.count
    unsafe withScratch(blocks * size) { sums in
      for group in 0..<shape.groups {
        if blocks > 1 {
          Threads.run(blocks) { block in
            unsafe runBlock(
              block, group: group, gradient, images: images, sums: sums + block &* size)
          }
        } else {
          unsafe runShared(group: group, gradient, images: images, sums: sums)
        }
        unsafe finish(sums, to: result + group * shape.groupOutputs * offsets.count)
      }
    }
  }

  /// Room for what a unit needs: the copy of the images, then the transposed gradient.
  private var copySize: Int {
    inPlace ? 0 : (layout.size(channels: shape.groupInputs) + 15) & ~15
  }

  private var transposedSize: Int { unitRows * shape.outputWidth * paddedOutputs }

  private func tileHeight(wide: Bool) -> Int {
    OuterTile.height(
      places: offsets.count, wide: wide, threes: shape.kernelWidth == 3)
  }

  private func groupsOfPlaces(_ tile: Int) -> Int {
    let height = tileHeight(wide: width(tile) > 16)
    return (offsets.count + height - 1) / height
  }

  /// Sums over the units of one block.
  private func runBlock(
    _ block: Int, group: Int, _ gradient: UnsafePointer<Float>, images: UnsafePointer<Float>,
    sums: UnsafeMutablePointer<Float>
  ) {
    unsafe withScratch(copySize + transposedSize) { scratch in
      let first = units * block / blocks
      for index in first..<units * (block + 1) / blocks {
        let unit = unsafe unit(index, group: group, gradient, images: images, scratch: scratch)
        for input in 0..<shape.groupInputs { copy(input, of: unit) }
        for tile in 0..<tiles { transpose(tile, of: unit) }
        for tile in 0..<tiles {
          for places in 0..<groupsOfPlaces(tile) {
            unsafe add(unit, tile, places, to: sums, adding: index > first)
          }
        }
      }
    }
  }

  /// Sums over all units, each of them on several threads.
  private func runShared(
    group: Int, _ gradient: UnsafePointer<Float>, images: UnsafePointer<Float>,
    sums: UnsafeMutablePointer<Float>
  ) {
    if units == 0 { unsafe clear(sums, count: paddedOutputs * offsets.count) }
    unsafe withScratch(copySize + transposedSize) { scratch in
      for index in 0..<units {
        let unit = unsafe unit(index, group: group, gradient, images: images, scratch: scratch)
        let work = shape.groupOutputs * unit.rows.count * shape.outputWidth * offsets.count
        let wanted = work < 400_000 ? 1 : 2 * Threads.count
        let copies = shape.groupInputs + tiles
        let copyParts = min(copies, wanted)
        Threads.run(copyParts) { part in
          for copy in copies * part / copyParts..<copies * (part + 1) / copyParts {
            if copy < tiles {
              transpose(copy, of: unit)
            } else {
              self.copy(copy - tiles, of: unit)
            }
          }
        }
        let most = groupsOfPlaces(0)
        let items = (tiles - 1) * most + groupsOfPlaces(tiles - 1)
        let parts = min(items, wanted)
        Threads.run(parts) { part in
          for item in items * part / parts..<items * (part + 1) / parts {
            let tile = min(item / most, tiles - 1)
            unsafe add(unit, tile, item - tile * most, to: sums, adding: index > 0)
          }
        }
      }
    }
  }

  /// Some rows of one group of one image.
  @safe private struct Unit {
    var rows: Range<Int>
    var gradient: UnsafePointer<Float>
    var image: UnsafePointer<Float>
    var copy: UnsafeMutablePointer<Float>
    var transposed: UnsafeMutablePointer<Float>
  }

  private func unit(
    _ index: Int, group: Int, _ gradient: UnsafePointer<Float>, images: UnsafePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) -> Unit {
    let block = index % rowBlocks
    let plane = index / rowBlocks * shape.groups + group
    let area = shape.outputHeight * shape.outputWidth
    let rows =
      shape.outputHeight * block / rowBlocks..<shape.outputHeight * (block + 1) / rowBlocks
    return unsafe Unit(
      rows: rows,
      gradient: gradient + plane * shape.groupOutputs * area + rows.lowerBound * shape.outputWidth,
      image: images + plane * shape.groupInputs * shape.height * shape.width, copy: scratch,
      transposed: scratch + copySize)
  }

  /// Copies an input channel.
  private func copy(_ input: Int, of unit: Unit) {
    if inPlace { return }
    let first = unit.rows.lowerBound * shape.stride
    let last = (unit.rows.upperBound - 1) * shape.stride
    unsafe layout.copy(
      unit.image + input * shape.height * shape.width, rows: first..<last + 1,
      to: unit.copy + input * layout.channel)
  }

  /// The channels of a tile, room for missing ones included.
  private func width(_ tile: Int) -> Int {
    min(Self.tileWidth, paddedOutputs - tile * Self.tileWidth)
  }

  /// Transposes the gradient of a tile of output channels.
  private func transpose(_ tile: Int, of unit: Unit) {
    let width = width(tile)
    let pixels = unit.rows.count * shape.outputWidth
    let area = shape.outputHeight * shape.outputWidth
    let first = tile * Self.tileWidth
    let target = unsafe unit.transposed + pixels * first
    for half in stride(from: 0, to: width, by: 16) {
      let rows = max(1, min(16, shape.groupOutputs - first - half))
      let source = unsafe unit.gradient + min(first + half, shape.groupOutputs - 1) * area
      if pixels < 16 {
        for pixel in 0..<pixels {
          for row in 0..<16 {
            unsafe target[pixel * width + half + row] =
              unsafe source[min(row, rows - 1) * area + pixel]
          }
        }
        continue
      }
      for start in stride(from: 0, to: pixels, by: 16) {
        let pixel = min(start, pixels - 16)
        unsafe transposeSquare(
          source + pixel, sourceStride: area, sourceRows: rows,
          to: target + pixel * width + half, targetStride: width, targetRows: 16)
      }
    }
  }

  /// Adds what a unit contributes to the sums of a tile of output channels and some places.
  private func add(
    _ unit: Unit, _ tile: Int, _ places: Int, to sums: UnsafeMutablePointer<Float>,
    adding: Bool
  ) {
    let first = tile * Self.tileWidth
    let width = width(tile)
    let pixels = unit.rows.count * shape.outputWidth
    let rows = unit.rows
    let height = tileHeight(wide: width > 16)
    let start = places * height
    let end = min(start + height, offsets.count)
    unsafe offsets.withUnsafeBufferPointer { offsets in
      unsafe OuterTile(
        image: inPlace ? unit.image + rows.lowerBound * shape.width : UnsafePointer(unit.copy),
        imageStep: shape.stride, imageRow: inPlace ? 0 : shape.stride * layout.pitch,
        gradient: unit.transposed + pixels * first, rows: inPlace ? 1 : rows.count,
        pixels: inPlace ? pixels : shape.outputWidth,
        offsets: UnsafeBufferPointer(rebasing: offsets[start..<end]),
        sums: sums + offsets.count * first + start * width, adding: adding
      ).run(height: height, wide: width > 16, threes: shape.kernelWidth == 3)
    }
  }

  /// Adds the sums of all blocks and writes them to where they belong.
  private func finish(
    _ sums: UnsafeMutablePointer<Float>, to result: UnsafeMutablePointer<Float>
  ) {
    let places = offsets.count
    let size = paddedOutputs * places
    let strips = (places + 15) / 16
    let items = tiles * strips
    let parts = size * blocks < 100_000 ? 1 : min(items, 2 * Threads.count)
    Threads.run(parts) { part in
      for item in items * part / parts..<items * (part + 1) / parts {
        let tile = item / strips
        let first = tile * Self.tileWidth
        let width = width(tile)
        let start = item % strips * 16
        let count = min(16, places - start)
        let strip = unsafe sums + first * places + start * width
        for block in 1..<max(blocks, 1) {
          let other = unsafe strip + block * size
          for index in stride(from: 0, to: count * width, by: 16) {
            var total = unsafe SIMD16<Float>(at: strip + index)
            total.add(unsafe SIMD16<Float>(at: other + index))
            unsafe total.store(to: strip + index)
          }
        }
        for half in stride(from: 0, to: min(width, shape.groupOutputs - first), by: 16) {
          let rows = min(16, shape.groupOutputs - first - half)
          let target = unsafe result + (first + half) * places + start
          if count == 16 {
            unsafe transposeSquare(
              strip + half, sourceStride: width, sourceRows: 16, to: target, targetStride: places,
              targetRows: rows)
            continue
          }
          for row in 0..<rows {
            for place in 0..<count {
              unsafe target[row * places + place] = unsafe strip[place * width + half + row]
            }
          }
        }
      }
    }
  }
}
