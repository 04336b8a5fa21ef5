/// What to write instead of a line that is right in Python or PyTorch, and how it is recognised by
/// what the compiler says of it.
struct Advice {
  /// What the compiler says of this mistake, and of what follows from it.
  private let message: Regex<AnyRegexOutput>
  /// What the line of source looks like, where more than the message is needed.
  private let source: Regex<AnyRegexOutput>?
  /// Whether the pattern of the source knows the place that the compiler points at.
  private let isMarked: Bool
  private let sentence: String

  /// A mistake that is recognised by what the compiler says.
  ///
  /// - Parameters:
  ///   - message: A pattern for what it says of the mistake, and of what follows from it: of all
  ///     errors of one line that the pattern fits only the first is shown.
  ///   - sentence: What to write instead; `$1` stands for the first thing captured, and so on.
  init<Message>(says message: Regex<Message>, _ sentence: String) {
    self.message = Advice.erased(message)
    source = nil
    isMarked = false
    self.sentence = sentence
  }

  /// A mistake that is recognised by what the compiler says and by the line that it says it of.
  ///
  /// - Parameters:
  ///   - message: A pattern for what it says of the mistake, and of what follows from it.
  ///   - source: A pattern for the line. Captures of the message are counted first.
  ///   - sentence: What to write instead.
  init<Message, Source>(
    says message: Regex<Message>, line source: Regex<Source>, _ sentence: String
  ) {
    self.message = Advice.erased(message)
    self.source = Advice.erased(source)
    isMarked = false
    self.sentence = sentence
  }

  /// A mistake that is recognised by what the compiler says and by the place that it points at.
  ///
  /// - Parameters:
  ///   - message: A pattern for what it says of the mistake, and of what follows from it.
  ///   - source: A pattern for the line, in which `▸` stands before the place.
  ///   - sentence: What to write instead.
  init<Message, Source>(
    says message: Regex<Message>, place source: Regex<Source>, _ sentence: String
  ) {
    self.message = Advice.erased(message)
    self.source = Advice.erased(source)
    isMarked = true
    self.sentence = sentence
  }

  /// The sentence, if the error comes from this mistake.
  func sentence(for error: CompilerError) -> String? {
    guard let said = error.message.firstMatch(of: message) else { return nil }
    var captures = Advice.captures(of: said)
    if let source {
      guard let line = (isMarked ? error.markedCode : error.code).firstMatch(of: source) else {
        return nil
      }
      captures += Advice.captures(of: line)
    }
    return captures.enumerated().reduce(sentence) { sentence, capture in
      sentence.replacing("$\(capture.offset + 1)", with: capture.element)
    }
  }

  /// The same pattern in which `.` ends a word, as it does in code.
  private static func erased<Output>(_ regex: Regex<Output>) -> Regex<AnyRegexOutput> {
    Regex(regex.wordBoundaryKind(.simple))
  }

  private static func captures(of match: Regex<AnyRegexOutput>.Match) -> [String] {
    match.output.dropFirst().map { $0.substring.map(String.init) ?? "" }
  }
}

extension Advice {
  /// All that is known; of several that fit an error the first is given.
  static var all: [Advice] {
    arguments + lists + words + blocks + functions + indices + tensors + numbers + changes
  }
}
