import Pictures
import Texts

/// A picture with what stands under it, and what is read to those who cannot see it.
public struct Plate: Equatable, Sendable {
  /// What is shown.
  public let picture: Picture

  /// What stands under it.
  public let caption: Prose

  /// What there is to see, in a sentence.
  public let alternative: String

  /// Makes a plate.
  ///
  /// - Parameters:
  ///   - picture: What is shown.
  ///   - caption: What stands under it.
  ///   - alternative: What there is to see, for those who cannot see it.
  public init(_ picture: Picture, _ caption: Prose, alternative: String) {
    self.picture = picture
    self.caption = caption
    self.alternative = alternative
  }
}

extension Plate {
  /// The picture on a page; small ones are enlarged in whole steps, and their pixels stay squares.
  var image: String {
    let isSmall = max(picture.width, picture.height) <= 128
    let scale = isSmall ? max(1, 224 / max(picture.width, picture.height)) : 1
    return "<img\(isSmall ? #" class="pixels""# : "") "
      + #"src="\#(picture.dataLink)" "#
      + #"alt="\#(escaped(alternative))" "#
      + #"width="\#(picture.width * scale)" height="\#(picture.height * scale)">"#
  }
}

/// Pictures beside each other, in as many rows as the reader's screen needs.
struct PlateRow: Block {
  let plates: [Plate]
  let bar: ColourBar?
  let caption: Prose?

  func html(number: Int) -> String {
    let figures = plates.map { plate in
      "<figure>\(plate.image)"
        + (plate.caption.parts.isEmpty ? "" : "<figcaption>\(plate.caption.html)</figcaption>")
        + "</figure>\n"
    }
    let kind = plates.count == 1 ? "single" : plates.count == 2 ? "pair" : "many"
    let row =
      #"<div class="plates \#(kind)">"# + "\n\(figures.joined())</div>" + (bar?.html ?? "")
    if caption == nil, bar != nil { return "<figure>\(row)</figure>" }
    return caption.map { "<figure>\(row)<figcaption>\($0.html)</figcaption></figure>" } ?? row
  }

  func draw(on terminal: Terminal) {
    let gap = 2
    let least = 20
    let perRow = max(1, min(plates.count, (terminal.columns + gap) / (least + gap)))
    let width = min(plates.count == 1 ? 64 : 48, (terminal.columns - gap * (perRow - 1)) / perRow)
    for start in stride(from: 0, to: plates.count, by: perRow) {
      let row = plates[start..<min(plates.count, start + perRow)]
      if start > 0 { terminal.write([StyledText()]) }
      let pictures = row.map { $0.picture.lines(on: terminal, columns: width) }
      // Small pictures stand close to each other.
      let width = min(width, max(least, pictures.joined().map(\.width).max() ?? 0))
      let captions = row.map { $0.caption.styled(on: terminal, .faint).wrapped(to: width) }
      terminal.write(beside(pictures, width: width, gap: gap))
      terminal.write(beside(captions, width: width, gap: gap))
    }
    Picture.drawKey(to: plates.map(\.picture), on: terminal)
    if let bar {
      terminal.write([StyledText()])
      bar.draw(on: terminal)
    }
    if let caption {
      terminal.write(caption.styled(on: terminal, .faint).wrapped(to: terminal.textColumns))
    }
  }

  private func beside(_ columns: [[StyledText]], width: Int, gap: Int) -> [StyledText] {
    (0..<(columns.map(\.count).max() ?? 0)).map { index in
      var line = StyledText()
      for (column, lines) in columns.enumerated() {
        line = line.padded(to: column * (width + gap))
        if index < lines.count { line = line + lines[index] }
      }
      return line
    }
  }
}
