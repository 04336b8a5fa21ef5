import Foundation

/// Where text appears as it is written: how wide it is, what colours it has, who answers.
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

  /// How many columns a line may take.
  public let columns: Int

  /// Which colours are written.
  public let colours: Colours

  private let output: (String) -> Void
  private let input: (() -> String?)?
  private let dropTypedAhead: () -> Void

  /// Makes a terminal of any two functions.
  ///
  /// - Parameters:
  ///   - columns: How many columns a line may take; at least 20 are used.
  ///   - colours: Which colours are written.
  ///   - input: Waits for a line and returns it, nil at the end of input; without it nobody
  ///     is asked.
  ///   - dropTypedAhead: Drops what was typed before a question, which cannot be its answer.
  ///   - output: Takes what is written, line breaks included.
  public init(
    columns: Int = 80, colours: Colours = .none, input: (() -> String?)? = nil,
    dropTypedAhead: @escaping () -> Void = {}, output: @escaping (String) -> Void
  ) {
    self.columns = max(20, columns)
    self.colours = colours
    self.input = input
    self.dropTypedAhead = dropTypedAhead
    self.output = output
  }

  /// The process's own standard input and output, with what its environment says about them.
  ///
  /// - Parameters:
  ///   - choice: What somebody asked for.
  ///   - environment: The variables that are heeded.
  /// - Returns: A terminal that writes at once and asks only where somebody can answer.
  public static func standard(
    colours choice: ColourChoice = .auto,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Terminal {
    let isTerminal = Self.isTerminal(STDOUT_FILENO)
    let canAsk = isTerminal && Self.isTerminal(STDIN_FILENO) && environment["TERM"] != "dumb"
    return Terminal(
      columns: size(environment: environment).columns,
      colours: choice.colours(onTerminal: isTerminal, environment: environment),
      input: canAsk ? { readLine() } : nil,
      dropTypedAhead: { tcflush(STDIN_FILENO, TCIFLUSH) },
      output: { text in
        // What was printed before comes first: whatever waits in a buffer.
        fflush(nil)
        write(text)
      })
  }

  /// How many columns running text takes: no more than an eye can follow.
  package var textColumns: Int { min(columns, 88) }

  /// Whether there is somebody who can answer.
  package var canAsk: Bool { input != nil }

  /// Writes lines.
  package func write(_ lines: [StyledText]) {
    guard !lines.isEmpty else { return }
    output(lines.map(encoded).joined(separator: "\n") + "\n")
  }

  /// Writes a question and waits for a line that is typed from now on; nil where nobody answers.
  package func ask(_ prompt: StyledText) -> String? {
    guard let input else { return nil }
    dropTypedAhead()
    output(encoded(prompt) + " ")
    return input().map(Printable.line)
  }

  /// The line with the codes for its colours, if it may have any.
  ///
  /// Spaces that only kept words together are ordinary ones from here on: whoever searches the
  /// output for two words finds them.
  package func encoded(_ line: StyledText) -> String {
    func shown(_ text: String) -> String {
      String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
    }
    guard colours != .none else {
      let text = shown(line.pieces.map(\.text).joined())
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    return line.pieces.map { piece in
      let codes = codes(of: piece.style)
      var text = shown(piece.text)
      if let file = piece.style.file {
        text = Hyperlink.opening(file: file) + text + Hyperlink.closing
      }
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
