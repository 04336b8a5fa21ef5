/// A colour of eight bits a channel.
package struct TerminalColour: Equatable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The nearest colour of the palette of 256: of its cube or of its greys.
  var paletteIndex: Int {
    let steps = [0, 95, 135, 175, 215, 255]
    func nearest(_ value: UInt8) -> Int {
      steps.indices.min { abs(steps[$0] - Int(value)) < abs(steps[$1] - Int(value)) } ?? 0
    }
    func distance(_ other: [Int]) -> Int {
      zip([red, green, blue], other).reduce(0) {
        $0 + (Int($1.0) - $1.1) * (Int($1.0) - $1.1)
      }
    }
    let cube = [nearest(red), nearest(green), nearest(blue)]
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let grey = min(23, max(0, (mean - 3) / 10))
    let level = 8 + 10 * grey
    return distance([level, level, level]) < distance(cube.map { steps[$0] })
      ? 232 + grey : 16 + 36 * cube[0] + 6 * cube[1] + cube[2]
  }
}
