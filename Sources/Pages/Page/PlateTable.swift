import Texts

/// Pictures in rows and columns, as wide as the reader's screen: what each of several methods makes
/// of the same few things.
struct PlateTable: Block {
  let columns: [String]
  let rows: [(name: String, plates: [Plate])]
  let caption: Prose?

  init(columns: [String], rows: [(name: String, plates: [Plate])], caption: Prose?) {
    for row in rows {
      precondition(
        row.plates.count == columns.count,
        "a table of \(columns.count) columns has \(row.plates.count) pictures for “\(row.name)”")
    }
    self.columns = columns
    self.rows = rows
    self.caption = caption
  }

  func html(number: Int) -> String {
    let head = columns.map { #"<th scope="col">\#(escaped($0))</th>"# }.joined()
    let body = rows.map { row in
      #"<tr><th scope="row">\#(escaped(row.name))</th>"#
        + row.plates.map { "<td>\($0.image)</td>" }.joined() + "</tr>\n"
    }
    return #"<figure class="broad"><div class="scroll" tabindex="0"><table class="pictures">"#
      + "\n<thead><tr><td></td>\(head)</tr></thead>\n<tbody>\n\(body.joined())</tbody></table></div>"
      + (caption.map { "<figcaption>\($0.html)</figcaption>" } ?? "") + "</figure>"
  }

  func draw(on terminal: Terminal) {
    for (index, row) in rows.enumerated() {
      if index > 0 { terminal.write([StyledText()]) }
      let named = zip(columns, row.plates).map { column, plate in
        Plate(plate.picture, Prose(verbatim: column), alternative: plate.alternative)
      }
      terminal.write(StyledText(row.name, .bold).wrapped(to: terminal.textColumns))
      PlateRow(plates: named, bar: nil, caption: nil).draw(on: terminal)
    }
    if let caption {
      terminal.write(caption.styled(on: terminal, .faint).wrapped(to: terminal.textColumns))
    }
  }
}
