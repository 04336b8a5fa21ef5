import Pictures
import Testing

/// The letters of captions.
@Suite struct LetteringTests {
  /// What a character leaves on a canvas.
  private func ink(_ character: Character) -> [UInt16] {
    var canvas = Canvas(width: 24, height: 28, .white)
    canvas.write("\(character)", row: 4, column: 4, scale: 2, .black)
    return canvas.picture.samples
  }

  @Test func `every printable character of ASCII has a letter of its own`() {
    let letters = (33...126).map { ink(Character(UnicodeScalar($0))) }
    #expect(Set(letters).count == 94)
    #expect(!letters.contains(ink("\u{1F408}")))
  }

  @Test func `signs and Greek letters of formulas are there`() {
    let box = ink("\u{1F408}")
    for character in "×−–—…·°±²³αβγδελμπρσφΔΣ∂√∞≈≤≥≠→←" {
      #expect(ink(character) != box && ink(character).contains { $0 < 128 }, "\(character)")
    }
  }

  @Test func `a letter with an accent is at least the letter`() {
    #expect(ink("é") == ink("e") && ink("Ü") == ink("U"))
  }

  @Test func `long captions are wrapped, longer ones shortened, and never leave their column`() {
    let long = String(repeating: "attribution of the score ", count: 30)
    let texts = ["", "one", "two lines of it, that is", long, String(repeating: "m", count: 500)]
    let captions = texts.map { Caption($0, width: 90, limit: 3).lines }
    #expect(captions.map(\.count) == [0, 1, 2, 3, 3])
    for line in captions.joined() { #expect(Caption.width(of: line) <= 90, "\(line)") }
    #expect(captions[1] == ["one"])
    for shortened in captions.suffix(2) { #expect(shortened.last?.hasSuffix("…") == true) }
  }

  @Test func `transparent pictures let the ground through, and sixteen bits fit`() {
    let clear = Picture(
      width: 3, height: 1, channels: .rgba, bits: 16,
      samples: [65535, 0, 0, 65535, 65535, 0, 0, 0, 0, 0, 0, 32768])
    var canvas = Canvas(width: 3, height: 1, Colour(grey: 246))
    canvas.draw(clear, row: 0, column: 0)
    #expect(canvas.picture.samples == [255, 0, 0, 246, 246, 246, 123, 123, 123])
  }
}
