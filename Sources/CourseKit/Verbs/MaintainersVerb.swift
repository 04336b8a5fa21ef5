/// What those do who work on the course; a program of its own does it, which no student builds.
///
/// The launcher `./course` chooses between the programs by the verb, so both know these names.
package enum MaintainersVerb: String, CaseIterable, Sendable {
  case verify
  case new
  case make
  case pack

  /// One line for the list of verbs.
  package var summary: String {
    switch self {
    case .verify: "the course’s own proof"
    case .new: "lay all places of a new lesson"
    case .make: "write every file that is made from others"
    case .pack: "write the course as students get it, without solutions"
    }
  }
}
