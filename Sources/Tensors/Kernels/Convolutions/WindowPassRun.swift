/// The numbers in a copy of rows of an image: it should leave room for weights in a core's own cache,
/// of which there are 512 kilobytes or more.
private let copySize = 80 << 10

extension WindowPass {
  /// Computes all outputs of all images.
  ///
  /// Every output is summed in the same order, however the work is cut.
  ///
  /// - Parameters:
  ///   - images: What the window moves over.
  ///   - weights: The kernels of all groups.
  ///   - bias: What the sums start with, one for each output channel, or nil for zeros.
  ///   - result: Where the outputs go; it must not overlap the rest.
  func run(
    _ images: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
    to result: UnsafeMutablePointer<Float>
  ) {
    let blocks = Blocks(self)
    let units = blocks.count
    guard units > 0 else { return }
    let work = Double(units / blocks.tiles) * Double(outputs) * blocks.workPerOutputChannel
    let threads = work < 400_000 ? 1 : Threads.count
    let parts = threads == 1 ? 1 : min(units, 4 * threads)
    Threads.run(parts) { part in
      unsafe blocks.run(
        units &* part / parts..<units &* (part &+ 1) / parts, images, weights: weights, bias: bias,
        to: result)
    }
  }
}

/// A pass, cut into units of some rows and some output channels.
private struct Blocks: Sendable {
  /// The most places of the window, in all channels, that are listed.
  private static let mostTaps = 256

  let pass: WindowPass
  let layout: WindowLayout
  /// The taps of all phases, for as many channels as `step` says.
  let taps: [WindowTile.Tap]
  /// Where each phase's taps begin.
  let phaseStarts: [Int]
  let step: Int
  /// The distance from a channel of the copied image to the next.
  let imageChannel: Int
  /// The distance from an output to the one below, as computed.
  let pitch: Int
  /// The distance from an output channel to the next, as computed.
  let outputRow: Int
  /// The distance from a column phase to the next, as computed.
  let phaseSize: Int
  /// Whether the window is one place that stays within the image: then the image is not copied.
  let inPlace: Bool
  /// Whether the rows of the copied image are apart.
  let apart: Bool
  /// Whether outputs lie as they are computed.
  let direct: Bool
  let rows: Int
  let rowBlocks: Int
  let tiles: Int

  init(_ pass: WindowPass) {
    self.pass = pass
    let source = pass.source
    let still =
      source.kernelHeight == 1 && source.kernelWidth == 1 && source.stride == 1
      && source.top == 0 && source.left == 0 && pass.spread == 1 && source.height == pass.rows
      && source.width == pass.columns
      && (pass.outputs < 32 || source.width * source.height % 16 == 0)
    func layout(rows: Int, _ form: WindowLayout.Form) -> WindowLayout {
      WindowLayout(source, rows: rows, columns: pass.columns, form: form)
    }
    func cost(_ form: WindowLayout.Form) -> Double {
      layout(rows: pass.rows, form).cost(
        rows: pass.rows, outputs: pass.outputs, inputs: pass.inputs)
    }
    // Tiles of few channels are so long that they span rows.
    let rest = pass.outputs % WindowTile.height
    let apart =
      !still && pass.spread == 1 && (rest == 0 || rest > 4)
      && WindowLayout.allowsApart(source, columns: pass.columns)
    self.apart = apart
    let form: WindowLayout.Form =
      apart ? .apart : cost(.shifted) < cost(.joined) ? .shifted : .joined
    let one = layout(rows: 1, form)
    let two = layout(rows: 33, form)
    let row = max(1, (two.channel - one.channel) / 32 * pass.inputs)
    let halo = one.channel * pass.inputs - row
    let fit = still ? copySize / 2 / max(1, pass.columns * pass.inputs) : (copySize - halo) / row
    let wanted = max(fit, min(pass.rows, max(1, 2 * halo / row)), 1)
    rowBlocks = (pass.rows + wanted - 1) / wanted
    let rows = (pass.rows + rowBlocks - 1) / rowBlocks
    self.rows = rows
    // Whole vectors are read, so the image must be copied if there is less than one.
    let inPlace = still && pass.rows / rowBlocks * pass.columns >= 16
    self.inPlace = inPlace
    let layout = layout(rows: rows, form)
    self.layout = layout
    let imageChannel = inPlace ? source.height * source.width : layout.channel
    self.imageChannel = imageChannel
    // The loop over taps should be long, as a processor cannot foresee the end of short ones.
    let most = Self.mostTaps / max(1, source.kernelHeight * source.kernelWidth)
    let step = (1...max(1, most)).last { pass.inputs % $0 == 0 } ?? 1
    self.step = step
    var taps: [WindowTile.Tap] = []
    var starts: [Int] = []
    for phase in pass.phases {
      starts.append(taps.count)
      for channel in 0..<step {
        for tap in phase {
          taps.append(
            WindowTile.Tap(
              image: channel * imageChannel
                + (inPlace ? 0 : layout.offset(row: tap.row, column: tap.column)),
              weight: channel * pass.weightChannel + tap.weight))
        }
      }
      taps.append(.end)
    }
    self.taps = taps
    phaseStarts = starts
    pitch = inPlace || apart ? pass.columns : layout.pitch
    outputRow = (rows * pitch + 31) & ~15
    phaseSize = WindowTile.height * outputRow
    direct = pass.spread == 1 && pitch == pass.columns
    tiles = (pass.outputs + WindowTile.height - 1) / WindowTile.height
  }

  var count: Int { pass.images * pass.groups * rowBlocks * tiles }

  /// The multiplications for one output channel of one unit.
  var workPerOutputChannel: Double {
    let taps = pass.phases.reduce(0) { $0 + $1.count }
    return Double(taps * pass.inputs) * Double(rows * pass.columns)
  }

  /// Computes some units.
  func run(
    _ units: Range<Int>, _ images: UnsafePointer<Float>, weights: UnsafePointer<Float>,
    bias: UnsafePointer<Float>?, to result: UnsafeMutablePointer<Float>
  ) {
    let copySize = inPlace ? 0 : (layout.size(channels: pass.inputs) + 15) & ~15
    let area = pass.source.height * pass.source.width
    let resultArea = pass.outputHeight * pass.outputWidth
    let weightArea = min(pass.weightRow, pass.weightChannel)
    unsafe withScratch(copySize + pass.spread * phaseSize) { scratch in
      unsafe taps.withUnsafeBufferPointer { taps in
        guard let taps = taps.baseAddress else { return }
        var copied = -1
        for unit in units {
          let (block, tile) = unit.quotientAndRemainder(dividingBy: tiles)
          let plane = block / rowBlocks
          let group = plane % pass.groups
          let lattice = lattice(block)
          let image = unsafe images + plane &* pass.inputs &* area
          if !inPlace, copied != block {
            for channel in 0..<pass.inputs {
              unsafe layout.copy(
                image + channel &* area, rows: lattice, to: scratch + channel &* imageChannel)
            }
            copied = block
          }

          let output = tile &* WindowTile.height
          let channel = group &* pass.outputs &+ output
          var first = unsafe bias
          if let bias = unsafe bias { unsafe first = bias + channel }
          let window = unsafe WindowTile(
            image: inPlace ? image + lattice.lowerBound &* pitch : UnsafePointer(scratch),
            imageChannel: step &* imageChannel, columns: apart ? pass.columns : nil,
            channels: pass.inputs / step, taps: taps,
            weights: weights + group &* pass.inputs &* pass.outputs &* weightArea
              + output &* pass.weightRow,
            weightRow: pass.weightRow, weightChannel: step &* pass.weightChannel, bias: first,
            rows: min(WindowTile.height, pass.outputs &- output), output: scratch + copySize,
            outputRow: outputRow)
          unsafe run(
            window, image, rows: lattice,
            to: result + (plane &* pass.outputs &+ output) &* resultArea)
        }
      }
    }
  }

  /// The rows of a block.
  private func lattice(_ block: Int) -> Range<Int> {
    let index = block % rowBlocks
    return pass.rows &* index / rowBlocks..<pass.rows &* (index &+ 1) / rowBlocks
  }

  /// Computes a unit's outputs, of all phases.
  private func run(
    _ tile: WindowTile, _ image: UnsafePointer<Float>, rows: Range<Int>,
    to target: UnsafeMutablePointer<Float>
  ) {
    let length = (rows.count &- 1) &* pitch &+ pass.columns
    if direct, length >= 16 {
      var tile = tile
      unsafe tile.output = target + rows.lowerBound &* pass.columns
      tile.outputRow = pass.outputHeight &* pass.outputWidth
      tile.run(length: length, exact: true)
      unsafe repair(tile, phase: 0, image, rows: rows)
      return
    }
    for rowPhase in 0..<pass.spread {
      for columnPhase in 0..<pass.spread {
        let phase = rowPhase &* pass.spread &+ columnPhase
        var tile = tile
        unsafe tile.taps += phaseStarts[phase]
        unsafe tile.output += columnPhase &* phaseSize
        tile.run(length: length, exact: false)
        unsafe repair(tile, phase: phase, image, rows: rows)
      }
      for row in 0..<tile.rows {
        unsafe spread(
          tile.output + row &* outputRow, rows: rows, rowPhase: rowPhase,
          to: target + row &* pass.outputHeight &* pass.outputWidth)
      }
    }
  }

  /// Sums anew what zeros around the image have spoilt that are not there by right.
  ///
  /// Infinity or NaN times zero is NaN. A weight like that, which all outputs of the phase meet
  /// with, shows in the first of them.
  @inline(__always)
  private func repair(
    _ window: WindowTile, phase: Int, _ image: UnsafePointer<Float>, rows: Range<Int>
  ) {
    guard !pass.paddingCounts else { return }
    for row in 0..<window.rows where unsafe !window.output[row &* window.outputRow].isFinite {
      unsafe sumWithinImage(
        pass.phases[phase], weights: window.weights + row &* window.weightRow, image, rows: rows,
        to: window.output + row &* window.outputRow)
    }
  }

  /// Sums a phase's outputs of one channel, over what is in the image only.
  @inline(never)
  private func sumWithinImage(
    _ taps: [WindowPass.Tap], weights: UnsafePointer<Float>, _ image: UnsafePointer<Float>,
    rows: Range<Int>, to output: UnsafeMutablePointer<Float>
  ) {
    let source = pass.source
    for row in 0..<rows.count { unsafe clear(output + row * pitch, count: pass.columns) }
    for channel in 0..<pass.inputs {
      let plane = unsafe image + channel * source.height * source.width
      for tap in taps {
        let weight = unsafe weights[channel * pass.weightChannel + tap.weight]
        let shift = tap.column - source.left
        let first = max(0, -shift)
        let end = min(pass.columns, source.width - shift)
        for row in rows {
          let sourceRow = row + tap.row - source.top
          guard sourceRow >= 0, sourceRow < source.height, first < end else { continue }
          let line = unsafe output + (row - rows.lowerBound) * pitch
          let numbers = unsafe plane + (sourceRow * source.width + shift)
          for column in first..<end {
            unsafe line[column].addProduct(weight, numbers[column])
          }
        }
      }
    }
  }

  /// Writes the outputs of a channel to where they belong.
  private func spread(
    _ sums: UnsafePointer<Float>, rows: Range<Int>, rowPhase: Int,
    to target: UnsafeMutablePointer<Float>
  ) {
    let spread = pass.spread
    if spread == 1 {
      unsafe RowCopy(
        source: sums, sourcePitch: pitch, target: target + rows.lowerBound &* pass.columns,
        targetPitch: pass.columns, rows: rows.count, count: pass.columns
      ).run()
      return
    }
    var line = unsafe sums
    for latticeRow in rows {
      defer { unsafe line += pitch }
      let row = latticeRow &* spread &+ rowPhase &+ pass.firstRow
      guard row >= 0, row < pass.outputHeight else { continue }
      let place = unsafe target + row &* pass.outputWidth
      unsafe interleave(line, to: place)
    }
  }

  @inline(__always)
  private static func interleave(_ even: SIMD8<Float>, _ odd: SIMD8<Float>) -> SIMD16<Float> {
    var both = SIMD16<Float>()
    both.evenHalf = even
    both.oddHalf = odd
    return both
  }

  /// Writes a row whose every `spread`-th number comes from the same phase.
  private func interleave(
    _ sums: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>
  ) {
    let spread = pass.spread
    var done = 0
    if spread == 2 {
      // Before these, the row's first number may not exist; after, it would be written beyond.
      done = 1
      while done &+ 16 <= pass.columns,
        2 &* (done &+ 16) &+ pass.firstColumn <= pass.outputWidth
      {
        let even = unsafe SIMD16(at: sums + done)
        let odd = unsafe SIMD16(at: sums + phaseSize + done)
        let place = unsafe target + (2 &* done &+ pass.firstColumn)
        unsafe Self.interleave(even.lowHalf, odd.lowHalf).store(to: place)
        unsafe Self.interleave(even.highHalf, odd.highHalf).store(to: place + 16)
        done &+= 16
      }
    }
    for phase in 0..<spread {
      let values = unsafe sums + phase &* phaseSize
      let shift = phase &+ pass.firstColumn
      if done > 0, shift >= 0, shift < pass.outputWidth { unsafe target[shift] = unsafe values[0] }
      var column = done > 0 ? done : shift < 0 ? (spread &- 1 &- shift) / spread : 0
      while column < pass.columns, column &* spread &+ shift < pass.outputWidth {
        unsafe target[column &* spread &+ shift] = unsafe values[column]
        column &+= 1
      }
    }
  }
}
