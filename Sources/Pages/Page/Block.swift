import Texts

/// A part of a page: said at once on the terminal, kept for the file.
protocol Block {
  /// The part in the file; `number` is unique on the page.
  func html(number: Int) -> String

  /// The part on a terminal.
  func draw(on terminal: Terminal)
}

/// What heads a section.
struct Heading: Block {
  let text: Prose

  func html(number: Int) -> String { "<h2>\(text.html)</h2>" }

  func draw(on terminal: Terminal) {
    let lines = text.styled(on: terminal, .bold).wrapped(to: terminal.textColumns)
    let width = lines.map(\.width).max() ?? 0
    terminal.write(lines + [StyledText(String(repeating: "─", count: width), .faint)])
  }
}

struct Paragraph: Block {
  let text: Prose

  func html(number: Int) -> String { "<p>\(text.html)</p>" }

  func draw(on terminal: Terminal) {
    terminal.write(text.styled(on: terminal).wrapped(to: terminal.textColumns))
  }
}

struct ItemList: Block {
  let items: [Prose]

  func html(number: Int) -> String {
    "<ul>\n\(items.map { "<li>\($0.html)</li>\n" }.joined())</ul>"
  }

  func draw(on terminal: Terminal) {
    terminal.write(
      items.flatMap { item in
        (StyledText("• ") + item.styled(on: terminal))
          .wrapped(to: terminal.textColumns, indent: "  ")
      })
  }
}

struct DisplayedFormula: Block {
  let formula: Formula

  func html(number: Int) -> String {
    #"<div class="formula" tabindex="0">\#(formula.displayedParts.joined(separator: "\n"))</div>"#
  }

  func draw(on terminal: Terminal) {
    // A line of text for each formula, broken in front of a relation if at all.
    let lines = formula.text.split(separator: "\u{2003}").flatMap { text in
      var kept = text.split(separator: " ").joined(separator: "\u{A0}")
      for sign in ["=", "≤", "≥", "≈", "≠", "→", "⇒", "∝"] {
        kept = kept.replacing("\u{A0}\(sign)\u{A0}", with: " \(sign)\u{A0}")
      }
      return StyledText(kept, .italic).wrapped(to: terminal.textColumns - 6, indent: "  ")
    }
    terminal.write(lines.map { StyledText("    ") + $0 })
  }
}

/// The two ends of what is folded on the page.
enum Fold: Block {
  case begin(Prose)
  case end

  func html(number: Int) -> String {
    switch self {
    case .begin(let summary): "<details><summary>\(summary.html)</summary>"
    case .end: "</details>"
    }
  }

  func draw(on terminal: Terminal) {
    guard case .begin(let summary) = self else { return }
    terminal.write(summary.styled(on: terminal, .bold).wrapped(to: terminal.textColumns))
  }
}

struct TableBlock: Block {
  let table: PageTable
  let caption: Prose?

  func html(number: Int) -> String {
    let columns = table.header.indices.map { (table.texts($0), table.isNumeric($0)) }
    func style(_ column: Int) -> String { columns[column].1 ? #" class="number""# : "" }
    let head = table.header.enumerated().map { column, name in
      #"<th scope="col"\#(style(column))>\#(escaped(name))</th>"#
    }
    let rows = table.rows.indices.map { row in
      let cells = columns.enumerated().map { column, texts in
        "<td\(style(column))>\(escaped(texts.0[row]))</td>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    return #"<figure><div class="scroll" tabindex="0"><table>"# + "\n<thead><tr>"
      + "\(head.joined())</tr></thead>\n<tbody>\n\(rows.joined())</tbody></table></div>"
      + (caption.map { "<figcaption>\($0.html)</figcaption>" } ?? "") + "</figure>"
  }

  func draw(on terminal: Terminal) {
    table.draw(on: terminal)
    if let caption {
      terminal.write(caption.styled(on: terminal, .faint).wrapped(to: terminal.textColumns))
    }
  }
}

struct ChartBlock<Shown: Chart>: Block {
  let chart: Shown
  let caption: Prose?
  /// How much narrower than the page's column it stands, in pixels.
  var inset = 0.0

  /// Two layouts, of which the reader's screen takes one: letters are as large on a phone.
  ///
  /// What has one layout only is shown in it everywhere.
  func html(number: Int) -> String {
    let caption = caption.map { "<figcaption>\($0.html)</figcaption>" } ?? ""
    let drawing = chart.drawing(width: 348 - inset)
    if drawing.largestScale > 1 {
      let width = Int(drawing.width * drawing.largestScale)
      return "<figure>"
        + drawing.element(
          of: chart, identifier: "chart-\(number)", attributes: #" style="max-width:\#(width)px""#)
        + caption + "</figure>"
    }
    let layouts = [("wide", 640.0 - inset), ("narrow", 348.0 - inset)].map { name, width in
      let drawing = chart.drawing(width: width)
      let style = drawing.width > width ? " style=\"min-width:\(Int(drawing.width))px\"" : ""
      return #"<div class="\#(name) scroll">"#
        + drawing.element(of: chart, identifier: "chart-\(number)-\(name)", attributes: style)
        + "</div>"
    }
    return "<figure>\(layouts.joined(separator: "\n"))\(caption)</figure>"
  }

  func draw(on terminal: Terminal) {
    chart.draw(on: terminal)
    if let caption {
      terminal.write(caption.styled(on: terminal, .faint).wrapped(to: terminal.textColumns))
    }
  }
}
