import Datasets
import Figures
import Tensors
import Testing

/// The photographs and their mosaic.
@Suite struct PhotographTests {
  @Test(arguments: Photograph.allCases) func `each is a colour picture of 224 rows`(
    photograph: Photograph
  ) throws {
    let values = try photograph.picture().values
    #expect(values.shape == [3, 224, 224])
    #expect(values.max().scalar > 200 && values.min().scalar < 60)
    let isGrey = values[0] == values[1] && values[1] == values[2]
    #expect(isGrey == (photograph == .camera))
  }

  @Test func `the mosaic shows each photograph unscaled in its quarter`() throws {
    let mosaic = try Mosaic()
    #expect(mosaic.values.shape == [3, 448, 448])
    let parts = [
      mosaic.values[.all, ..<224, ..<224], mosaic.values[.all, ..<224, 224...],
      mosaic.values[.all, 224..., ..<224], mosaic.values[.all, 224..., 224...],
    ]
    let order: [Photograph] = [.chelsea, .coffee, .camera, .rocket]
    for (part, photograph) in zip(parts, order) {
      #expect(part == (try photograph.picture().values))
    }
    #expect(order.map(mosaic.quarter) == Quarter.allCases)
  }

  @Test func `there are 24 arrangements, each photograph six times in each quarter`() {
    let arrangements = Mosaic.arrangements
    #expect(arrangements.count == 24 && Set(arrangements).count == 24)
    #expect(arrangements[0] == Mosaic.readingOrder)
    for place in 0..<4 {
      for photograph in Mosaic.readingOrder {
        #expect(arrangements.count { $0[place] == photograph } == 6)
      }
    }
  }

  @Test func `a mosaic of another order asks another quarter`() throws {
    let mosaic = try Mosaic([.rocket, .camera, .chelsea, .coffee])
    #expect(mosaic.quarter(of: .chelsea) == .lowerLeft)
    let map = Quarter.lowerLeft.mask(height: 14, width: 14)
    #expect(mosaic.share(of: map, in: .chelsea) == 1)
    #expect(mosaic.share(of: map, in: .coffee) == 0)
  }
}

/// Quarters of a map, by hand.
@Suite struct QuarterTests {
  @Test func `shares are those of the positive part, inside over all`() {
    let map: Tensor = [[3, -9, 1, 0], [0, 1, -5, 2], [4, 0, 0, 0], [0, -1, 6, 3]]
    #expect(Quarter.allCases.map { $0.share(of: map) } == [0.2, 0.15, 0.2, 0.45])
    #expect(Quarter.upperLeft.share(of: map.insertingAxis(at: 0)) == 0.2)
  }

  @Test(arguments: [[2, 2], [14, 14], [4, 6], [448, 448]])
  func `a map without any idea gets a quarter`(
    shape: [Int]
  ) {
    for quarter in Quarter.allCases { #expect(quarter.share(of: .ones(shape)) == 0.25) }
  }

  @Test func `nothing positive has no share anywhere`() {
    #expect(Quarter.lowerRight.share(of: Tensor(repeating: -1, shape: [4, 4])) == 0)
  }

  @Test func `a grid is in reading order`() {
    let tiles = (0..<4).map { Tensor(repeating: Float($0), shape: [1, 1, 2]) }
    #expect(Quarter.grid(of: tiles) == [[[0, 0, 1, 1], [2, 2, 3, 3]]])
    for quarter in Quarter.allCases {
      let grid = Quarter.grid(of: tiles)[0]
      let inside = (grid .== Tensor(quarter.rawValue))
      #expect(quarter.mask(height: 2, width: 4) == inside)
    }
  }
}
