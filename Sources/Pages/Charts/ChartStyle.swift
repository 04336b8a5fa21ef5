import Texts

/// The colours and fonts of charts, in light and in dark.
///
/// Red speaks for and blue against, here as in maps; amounts without a sign are green.
///
/// Colours of series differ in lightness and not only in hue, after the palette of Okabe and Ito
/// (https://jfly.uni-koeln.de/color), and lines also differ in how they are dashed: nobody needs to
/// tell red from green. All have a contrast of at least 4.5 to the paper.
enum ChartStyle {
  /// How many colours there are; further series begin anew with another dash.
  static let colourCount = 6

  /// The size of a font in pixels, and the distance of two lines.
  static let fontSize = 14.0
  static let titleSize = 16.0
  static let lineHeight = 19.0

  static let light = PageSheet.light
  static let dark = PageSheet.dark

  /// Rules for the elements of every chart.
  static let rules: String = {
    var rules = """
      .chart text{font:14px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,\
      sans-serif;fill:var(--ink);font-variant-numeric:tabular-nums}
      .chart .title{font-size:16px;font-weight:600}
      .chart .quiet{fill:var(--muted)}
      .chart .grid{stroke:var(--rule);stroke-width:1}
      .chart .axis{stroke:var(--muted);stroke-width:1}
      .chart .leader{fill:none;stroke:var(--muted);stroke-width:.75;opacity:.7}
      .chart .paper{fill:var(--paper)}
      .chart .cell{fill:var(--c2)}
      .chart .cell-positive{fill:var(--for)}
      .chart .cell-negative{fill:var(--against)}
      .chart .cell-frame{fill:none;stroke:var(--rule)}
      .chart .on-cell{fill:var(--paper)}
      .chart .on-middle{fill:var(--middle)}
      .chart .bar{fill:var(--c2)}
      .chart .bar-positive{fill:var(--for)}
      .chart .bar-negative{fill:var(--against)}
      .chart .bar-quiet{fill:var(--muted);fill-opacity:.55}
      .chart .mark{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:2 3}
      .chart .reference{stroke:var(--muted);stroke-width:1.5;stroke-dasharray:1 4;\
      stroke-linecap:round;fill:none}
      .chart .reference-text{fill:var(--muted)}

      """
    for index in 0..<colourCount {
      rules += """
        .chart .line-\(index){stroke:var(--c\(index));stroke-width:2;fill:none;\
        stroke-linejoin:round;stroke-linecap:round}
        .chart .band-\(index){fill:var(--c\(index));fill-opacity:.16}
        .chart .point-\(index){fill:var(--c\(index))}
        .chart .text-\(index){fill:var(--c\(index))}

        """
    }
    for (index, dash) in ["7 4", "2 4", "9 3 2 3"].enumerated() {
      rules += ".chart .dash-\(index + 1){stroke-dasharray:\(dash)}\n"
    }
    return rules
  }()

  /// Everything that a file of its own needs.
  static let standalone = """
    svg{\(light)}
    @media (prefers-color-scheme:dark){svg{\(dark)}}
    \(rules)
    """

  /// Classes of a line: a colour of its own, and a dash of its own.
  static func line(_ index: Int) -> String {
    let dash = index % 4
    return "line-\(index % colourCount)" + (dash == 0 ? "" : " dash-\(dash)")
  }

  /// What speaks for on a terminal, what speaks against, and amounts without a sign.
  static let terminalFor = TerminalColour(red: 214, green: 84, blue: 60)
  static let terminalAgainst = TerminalColour(red: 74, green: 136, blue: 222)
  static let terminalAmount = TerminalColour(red: 18, green: 150, blue: 114)

  /// Colours of series on a terminal, of a lightness that can be read on black and on white.
  static func terminalColour(_ index: Int) -> TerminalColour {
    let colours: [TerminalColour] = [
      TerminalColour(red: 52, green: 134, blue: 208), TerminalColour(red: 214, green: 98, blue: 26),
      TerminalColour(red: 18, green: 150, blue: 114),
      TerminalColour(red: 190, green: 92, blue: 152),
      TerminalColour(red: 164, green: 128, blue: 22),
      TerminalColour(red: 126, green: 122, blue: 220),
    ]
    return colours[index % colours.count]
  }
}

extension Drawing {
  /// Writes lines of running text under each other and returns where they end.
  mutating func paragraph(
    _ text: String, y: Double, width: Double? = nil, size: Double, style: String
  ) -> Double {
    var y = y
    for line in TextSize.wrapped(text, to: width ?? self.width, size: size) {
      self.text(line, x: 0, y: y + size, style: style)
      y += size + 5
    }
    return y
  }
}
