import Figures
import Foundation
import Tensors
import Testing

/// How maps are brought to a scale, which is said.
@Suite struct HeatTests {
  @Test func `by the maximum the largest number is one`() throws {
    let heat = try Heat([[0, 1], [4, 2]])
    #expect(heat.values == [[0, 0.25], [1, 0.5]])
    #expect(heat.scale == 4 && heat.scaling == .maximum)
    #expect(heat.caption == "scaled by the maximum, 4")
  }

  @Test func `signed maps are scaled by magnitude and keep zero`() throws {
    let heat = try Heat([[-8, 0, 2, 4]], .signed)
    #expect(heat.values == [[-1, 0, 0.25, 0.5]])
    #expect(heat.picture.samples[3..<6] == [255, 255, 255])
  }

  @Test func `what is below zero in a positive map is zero, and counted`() throws {
    let heat = try Heat([[-8, -1, 2, 4]])
    #expect(heat.values == [[0, 0, 0.5, 1]])
    #expect(heat.hiddenCount == 2)
    #expect(heat.caption == "scaled by the maximum, 4; 2 of 4 below zero")
  }

  @Test func `percentiles lie between numbers as those of NumPy do`() throws {
    // numpy.percentile([1, 2, 3, 4], 50) is 2.5, of 0 … 100 the 98th is 98.
    #expect(try Heat([[4, 1, 3, 2]], scaledBy: .percentile(50)).scale == 2.5)
    let ramp = Tensor.counting(0..<101).reshaped(to: [1, 101])
    let heat = try Heat(-ramp, .signed, scaledBy: .percentile(98))
    #expect(heat.scale == 98)
    #expect(heat.values.scalars[98...] == [-1, -1, -1])
    #expect(heat.caption == "scaled by the 98th percentile, 98")
    #expect(try Heat(ramp, scaledBy: .percentile(100)).scale == 100)
    #expect(try Heat([[7]], scaledBy: .percentile(98)).scale == 7)
  }

  @Test(arguments: [(1, "1st"), (2, "2nd"), (93, "93rd"), (11, "11th"), (99.5, "99.5th")])
  func `percentiles are called by their ordinals`(percent: Double, name: String) {
    #expect("\(Scaling.percentile(percent))" == "the \(name) percentile")
  }

  @Test func `a sparse map whose percentile is zero is scaled by its maximum, and says so`() throws
  {
    var numbers = [Float](repeating: 0, count: 100)
    numbers[7] = 0.5
    let heat = try Heat(Tensor(numbers, shape: [10, 10]), scaledBy: .percentile(98))
    #expect(heat.scale == 0.5 && heat.scaling == .maximum)
    #expect(heat.values.scalars[7] == 1)
  }

  @Test func `maps on one scale can be compared`() throws {
    let first = try Heat([[1, 2, 4]])
    let second = try Heat([[1, 2, 8]], scaledBy: .fixed(first.scale))
    #expect(second.values == [[0.25, 0.5, 1]])
    #expect(second.caption == "scaled by a given scale, 4")
  }

  @Test(arguments: [Scaling.maximum, .percentile(98)])
  func `a map of zeros stays zero`(scaling: Scaling) throws {
    for signs in [Heat.Signs.positive, .signed] {
      let heat = try Heat(.zeros([2, 3]), signs, scaledBy: scaling)
      #expect(heat.values == .zeros([2, 3]))
      #expect(heat.scale == 0 && heat.caption == "zero everywhere")
    }
  }

  @Test func `numbers that are none are an error that counts them`() throws {
    let map = Tensor([1, .nan, 2, .infinity, 0, -.infinity], shape: [2, 3])
    let error = PictureError(name: "the map of 2 × 3", problem: .notFinite(count: 3, total: 6))
    #expect(throws: error) { try Heat(map, .signed) }
    #expect(
      "\(error)" == "the map of 2 × 3: 3 of its 6 numbers are NaN or infinite, which has no "
        + "colour; find the division or logarithm that made them.")
  }

  @Test func `axes of size one may stand in front`() throws {
    #expect(try Heat(Tensor.ones([1, 1, 2, 3])).values.shape == [2, 3])
  }

  @Test func `a colour bar says what the ends stand for`() throws {
    let signed = try Heat([[0.5, -2]], .signed).bar("part of the logit")
    #expect(signed.numbers == ["−2 against", "0", "2 for"] && signed.colours.isSigned)
    #expect(signed.measure == "part of the logit")
    #expect(try Heat([[0.5, -2]]).bar("").numbers == ["0", "0.5"])
  }
}

/// Maps on photographs.
@Suite struct OverlayTests {
  private let photo = Picture(
    width: 4, height: 3, channels: .rgb, samples: (0..<36).map { UInt16($0 * 7) })

  private func pixel(_ picture: Picture, row: Int, column: Int) -> [UInt16] {
    let start = (row * picture.width + column) * 3
    return Array(picture.samples[start..<start + 3])
  }

  @Test func `no opacity leaves the photograph, full opacity the map`() throws {
    let heat = try Heat([[0, 0.5], [1, 0.25]])
    #expect(photo.overlaid(with: heat, .even(0)) == photo)
    #expect(photo.overlaid(with: heat, .byMagnitude(0)) == photo)
    #expect(photo.overlaid(with: heat, .even(1)) == heat.picture(width: 4, height: 3))
  }

  @Test func `by magnitude, zero leaves the photograph as it was`() throws {
    for signs in [Heat.Signs.positive, .signed] {
      let zero = try Heat(.zeros([7, 7]), signs)
      #expect(photo.overlaid(with: zero, .byMagnitude(1)) == photo)
    }
    // The left half of a 1 × 2 map on four columns: only the outer one is nothing but zero.
    let heat = try Heat([[0, 1]])
    let result = photo.overlaid(with: heat, .byMagnitude(1))
    for row in 0..<3 {
      #expect(pixel(result, row: row, column: 0) == pixel(photo, row: row, column: 0))
      #expect(pixel(result, row: row, column: 1) != pixel(photo, row: row, column: 1))
    }
  }

  @Test func `a map is found between the centres of its numbers`() throws {
    // Columns of the photograph lie at −0.25, 0.25, 0.75, 1.25 of the map's.
    let heat = try Heat([[0, 1]], in: .grey)
    let row = heat.picture(width: 4, height: 1).samples
    #expect(stride(from: 0, to: 12, by: 3).map { row[$0] } == [0, 64, 191, 255])
  }

  @Test(arguments: [Float(-1), 1])
  func `the mixture is the stated one for either sign`(sign: Float) throws {
    let heat = try Heat(Tensor([sign, sign / 2], shape: [1, 2]), .signed)
    let colours = [ColourMap.diverging[sign], ColourMap.diverging[sign / 2]]
    let grey = Picture(width: 2, height: 1, channels: .grey, samples: [100, 200])
    let even = grey.overlaid(with: heat, .even(0.25))
    let byMagnitude = grey.overlaid(with: heat, .byMagnitude(0.8))
    for (column, colour) in colours.enumerated() {
      let under = Double(grey.samples[column])
      for (channel, over) in [colour.red, colour.green, colour.blue].map(Double.init).enumerated() {
        let mixed = 0.75 * under + 0.25 * over
        #expect(abs(Double(even.samples[3 * column + channel]) - mixed) <= 0.501)
        let alpha = column == 0 ? 0.8 : 0.4
        let weighted = (1 - alpha) * under + alpha * over
        #expect(abs(Double(byMagnitude.samples[3 * column + channel]) - weighted) <= 0.501)
      }
    }
  }

  @Test func `greys are those of Pillow`() {
    let colours = Picture(
      width: 4, height: 1, channels: .rgb,
      samples: [255, 0, 0, 0, 255, 0, 0, 0, 255, 90, 90, 90])
    #expect(colours.greys.samples == [76, 150, 29, 90])
  }
}
