import CourseKit
import Foundation
import Texts

Program(verbs: [
  .watch, .check, .status, .list, .show, .read, .open, .hint, .run, .plantedCase, .predictions,
  .book, .solution,
  .diff, .reset, .undo,
  .doctor,
]) { hasLesson in
  if Terminal.isTerminal(STDIN_FILENO) && Terminal.isTerminal(STDOUT_FILENO) { return "watch" }
  return hasLesson ? "check" : "status"
}.run()
