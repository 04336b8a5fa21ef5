/// What a demo was started for.
enum DemoOptions: Equatable {
  /// To be looked at: the page goes to `.course/pages`.
  case look
  /// To be looked at on the learner's own code.
  case mine
  /// To keep its pictures and scores in the lesson's folder, where readers find them.
  case record
  /// To train again what the lesson keeps because it takes too long for every run.
  case train
  /// To write everything into a folder, and to say there how it differs from what is kept.
  case compare(folder: String)
  /// To explain four photographs of the reader's own.
  case photographs([String], isMine: Bool)
  /// To show the case that a seed plants, on the code it was built with.
  case ask(seed: UInt64)
  /// To grade an answer to that case.
  case grade(seed: UInt64, answer: String)

  /// Whether a learner's code may be at work, so that what stops it is theirs to mend.
  var isOnOwnCode: Bool {
    switch self {
    case .mine, .ask: true
    case .photographs(_, let isMine): isMine
    case .look, .record, .train, .compare, .grade: false
    }
  }

  /// Whether somebody sits before it, whose predictions are worth keeping.
  var isLookedAt: Bool { self == .look || self == .mine }

  /// Whether it may have been given something that it cannot use: an answer, or photographs.
  var takesWords: Bool {
    switch self {
    case .grade, .photographs: true
    case .look, .mine, .record, .train, .compare, .ask: false
    }
  }

  /// Reads the arguments after the program's name.
  init(_ arguments: [String]) throws(DemoError) {
    let isMine = arguments.first == "--mine"
    let own = arguments.dropFirst(isMine ? 1 : 0)
    if own.first == "--photos" {
      guard own.count == 5 else {
        throw DemoError(
          "--photos needs four pictures, a.png b.png c.png d.png, and got \(own.count - 1).")
      }
      self = .photographs(Array(own.dropFirst()), isMine: isMine)
      return
    }
    switch arguments.first {
    case nil: self = .look
    case "--mine" where arguments.count == 1: self = .mine
    case "--record" where arguments.count == 1: self = .record
    case "--train" where arguments.count == 1: self = .train
    case "--into" where arguments.count == 2: self = .compare(folder: arguments[1])
    case "--case" where arguments.count == 2 || arguments.count == 4 && arguments[2] == "--answer":
      guard let seed = UInt64(arguments[1]) else {
        throw DemoError("\(arguments[1]) is no seed of a case: a whole number from 0 on is one.")
      }
      self = arguments.count == 2 ? .ask(seed: seed) : .grade(seed: seed, answer: arguments[3])
    default:
      throw DemoError(
        "\(arguments.joined(separator: " ")) is nothing a demo knows. It is started without "
          + "anything, or with --mine, --record, --train, --into FOLDER or --case SEED, which --answer "
          + "may follow."
      )
    }
  }
}

/// Why a demo cannot go on, in a sentence.
struct DemoError: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
