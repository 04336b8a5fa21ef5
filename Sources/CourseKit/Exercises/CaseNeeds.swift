/// What a lesson's case needs of the learner's file: the functions that it calls, and those that they
/// call in turn.
public struct CaseNeeds {
  /// The functions by their names with labels, in the order of the exercise.
  public let functions: [String]

  /// Those of them that are still to be written.
  public let unwritten: [String]

  /// Reads what a case calls.
  ///
  /// - Parameters:
  ///   - planted: The text of the lesson's `Case.swift`.
  ///   - source: The learner's file.
  init(of planted: String, in source: LearnerSource) {
    var needed = source.functions(calledIn: planted)
    var next = 0
    while next < needed.count {
      needed += source.calls(of: needed[next]).filter { !needed.contains($0) }
      next += 1
    }
    functions = source.functions.filter(needed.contains)
    unwritten = functions.filter(source.isUnwritten)
  }
}

extension Course {
  /// What a lesson's case needs of the learner's file; nothing where the lesson has no case.
  public func caseNeeds(of lesson: Lesson) throws(CourseError) -> CaseNeeds {
    let source = LearnerSource(
      try learnerText(of: lesson), functions: functions(of: lesson).map(\.name))
    return CaseNeeds(
      of: WholeFile.read("\(root)/lessons/\(lesson.folder)/Case.swift") ?? "", in: source)
  }
}
