/// What a demo was started for.
enum DemoOptions: Equatable {
  /// To be looked at: the page goes to `.course/pages`.
  case look
  /// To be looked at on the learner's own code.
  case mine
  /// To keep its pictures and scores in the lesson's folder, where readers find them.
  case record
  /// To write everything into a folder, and to say there how it differs from what is kept.
  case compare(folder: String)

  /// Reads the arguments after the program's name.
  init(_ arguments: [String]) throws(DemoError) {
    switch arguments.first {
    case nil: self = .look
    case "--mine" where arguments.count == 1: self = .mine
    case "--record" where arguments.count == 1: self = .record
    case "--into" where arguments.count == 2: self = .compare(folder: arguments[1])
    default:
      throw DemoError(
        "\(arguments.joined(separator: " ")) is nothing a demo knows. It is started without "
          + "anything, or with --mine, --record or --into FOLDER.")
    }
  }
}

/// Why a demo cannot go on, in a sentence.
struct DemoError: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
