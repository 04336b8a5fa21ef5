import Foundation

/// Where a demo's story appears as it is told: how wide it is, what colours it has, who answers.
public struct Terminal {
  /// Which colours are written.
  public enum Colours: Equatable, Sendable {
    /// None, and no other escape code either.
    case none
    /// The palette of 256 that nearly every terminal has.
    case palette
    /// All of 24 bits.
    case full
  }

  /// What somebody asked for, as `--color` does.
  public enum ColourChoice: String, CaseIterable, Sendable {
    /// Colours on a terminal that has them, unless the environment says `NO_COLOR`.
    case automatic = "auto"
    /// Colours in any case, into files too.
    case always
    /// None.
    case never
  }

  /// How many columns a line may take.
  public let columns: Int

  /// Which colours are written.
  public let colours: Colours

  private let output: (String) -> Void
  private let input: (() -> String?)?

  /// Makes a terminal of any two functions.
  ///
  /// - Parameters:
  ///   - columns: How many columns a line may take; at least 20 are used.
  ///   - colours: Which colours are written.
  ///   - input: Waits for a line and returns it, or nothing at the end of input; without it nobody
  ///     is asked.
  ///   - output: Takes what is written, line breaks included.
  public init(
    columns: Int = 80, colours: Colours = .none, input: (() -> String?)? = nil,
    output: @escaping (String) -> Void
  ) {
    self.columns = max(20, columns)
    self.colours = colours
    self.input = input
    self.output = output
  }

  /// The process's own standard input and output, with what its environment says about them.
  ///
  /// The width is that of `COLUMNS`, else the terminal's, else 80. Colours are of 24 bits where
  /// `COLORTERM` says so, else of the palette; there are none where output is no terminal, where
  /// `TERM` is `dumb`, and where `NO_COLOR` is set and not empty (https://no-color.org).
  ///
  /// - Parameters:
  ///   - choice: What somebody asked for.
  ///   - environment: The variables that are heeded.
  /// - Returns: A terminal that writes at once and asks only where somebody can answer.
  public static func standard(
    colours choice: ColourChoice = .automatic,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Terminal {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let canAsk = isTerminal && isatty(STDIN_FILENO) == 1 && environment["TERM"] != "dumb"
    return Terminal(
      columns: columns(environment: environment) ?? windowColumns() ?? 80,
      colours: colours(for: choice, isTerminal: isTerminal, environment: environment),
      input: canAsk ? { readLine() } : nil,
      output: { text in
        print(text, terminator: "")
        // Every stream: the name of the one is no constant that Swift could prove safe.
        fflush(nil)
      })
  }

  /// The colours to write, of what is asked for, where output goes, and the environment.
  ///
  /// - Parameters:
  ///   - choice: What somebody asked for.
  ///   - isTerminal: Whether output goes to a terminal.
  ///   - environment: The variables that are heeded: `NO_COLOR`, `TERM`, `COLORTERM`.
  /// - Returns: Which colours to write.
  public static func colours(
    for choice: ColourChoice, isTerminal: Bool, environment: [String: String]
  ) -> Colours {
    let isRefused =
      !isTerminal || environment["TERM"] == "dumb" || !(environment["NO_COLOR"] ?? "").isEmpty
    guard choice == .always || choice == .automatic && !isRefused else { return .none }
    return ["truecolor", "24bit"].contains(environment["COLORTERM"]) ? .full : .palette
  }

  private static func columns(environment: [String: String]) -> Int? {
    environment["COLUMNS"].flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
  }

  private static func windowColumns() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// How many columns running text takes: no more than an eye can follow.
  var textColumns: Int { min(columns, 88) }

  /// Whether there is somebody who can answer.
  var canAsk: Bool { input != nil }

  /// Writes lines.
  func write(_ lines: [StyledText]) {
    guard !lines.isEmpty else { return }
    output(lines.map(encoded).joined(separator: "\n") + "\n")
  }

  /// Writes a question and waits for a line; nothing where nobody answers.
  func ask(_ prompt: StyledText) -> String? {
    guard let input else { return nil }
    output(encoded(prompt) + " ")
    return input().map(harmless)
  }

  /// The line with the codes for its colours, if it may have any.
  ///
  /// Spaces that only kept words together are ordinary ones from here on: whoever searches the
  /// output for two words finds them.
  func encoded(_ line: StyledText) -> String {
    func shown(_ text: String) -> String {
      String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
    }
    guard colours != .none else {
      let text = shown(line.pieces.map(\.text).joined())
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    return line.pieces.map { piece in
      let codes = codes(of: piece.style)
      let text = shown(piece.text)
      return codes.isEmpty ? text : "\u{1B}[\(codes)m\(text)\u{1B}[0m"
    }.joined()
  }

  private func codes(of style: StyledText.Style) -> String {
    func colour(_ ground: Int, _ colour: TerminalColour) -> String {
      colours == .full
        ? "\(ground);2;\(colour.red);\(colour.green);\(colour.blue)"
        : "\(ground);5;\(colour.paletteIndex)"
    }
    var codes: [String] = []
    if style.isBold { codes.append("1") }
    if style.isFaint { codes.append("2") }
    if style.isItalic { codes.append("3") }
    if let foreground = style.foreground { codes.append(colour(38, foreground)) }
    if let background = style.background { codes.append(colour(48, background)) }
    return codes.joined(separator: ";")
  }
}
