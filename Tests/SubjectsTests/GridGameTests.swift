import Datasets
import Figures
import Models
import Tensors
import Testing
import Texts

@testable import Subjects

/// The grid game: a map on the right quarter gets everything, one without an idea a quarter.
@Suite struct GridGameTests {
  private func photographs(_ photographs: [Photograph]) throws -> [(name: String, picture: Picture)]
  {
    try photographs.map { ("\($0.rawValue).png", try $0.picture()) }
  }

  private func page(_ hear: @escaping (String) -> Void = { _ in }) -> Page {
    Page("Mine", terminal: Terminal(output: hear))
  }

  @Test func `shares are those of the quarters, for the class of each photograph`() throws {
    let game = try GridGame(
      photographs(Mosaic.readingOrder), by: EfficientNetLite0.network())
    // Alone, Chelsea is taken for an Egyptian cat.
    #expect(game.entries[0].label == ImageNet.egyptianCat)
    #expect(game.entries[1].label == ImageNet.espresso)
    var heard = ""
    let blind = try game.play(on: page { heard += $0 }, "nothing") { _ in .ones([448, 448]) }
    #expect(blind == [0.25, 0.25, 0.25, 0.25])
    #expect(heard.contains("chelsea.png") && heard.contains("Egyptian"))
    let labels = game.entries.map(\.label)
    let right = try game.play(on: page(), "the truth") { subject in
      let index = labels.firstIndex(of: subject.target) ?? 0
      return Quarter.allCases[index].mask(height: 14, width: 14).insertingAxis(at: 0)
    }
    #expect(right == [1, 1, 1, 1])
    let wrong = try game.play(on: page(), "a lie") { subject in
      subject.target == labels[0] ? Quarter.lowerRight.mask(height: 14, width: 14) : .zeros([2, 2])
    }
    #expect(wrong == [0, 0, 0, 0])
  }

  @Test func `two photographs of one class are refused by their names`() throws {
    let twice = try photographs([.chelsea, .coffee, .chelsea, .rocket])
    let error = #expect(throws: GridGameError.self) {
      try GridGame(twice, by: EfficientNetLite0.network())
    }
    #expect(error?.names == ["chelsea.png", "chelsea.png"])
    #expect("\(error, default: "")".contains("Egyptian cat"))
  }
}
