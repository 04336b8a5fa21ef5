import Foundation

/// How far somebody is: what `.course/state.json` says, keyed by the lesson's slug.
///
/// Keys that this version does not know are kept and written back.
public struct CourseProgress: Equatable, Sendable {
  /// The whole document.
  private var document: JSONValue

  /// Progress of somebody who has just begun.
  public init() {
    document = ["version": 1, "lessons": [:]]
  }

  /// Progress as it was written; nil where the text is not whole.
  public init?(parsing text: String) {
    guard let value = JSONValue(parsing: Data(text.utf8)), case .object = value,
      value["lessons"].map({ if case .object = $0 { true } else { false } }) ?? true
    else { return nil }
    document = value
  }

  /// The document to be written.
  public var text: String { document.text + "\n" }

  /// What is known of one lesson.
  public subscript(slug: String) -> LessonProgress {
    get { LessonProgress(value: document["lessons"]?[slug] ?? [:]) }
    set {
      var members = document.members
      var lessons = members["lessons"]?.members ?? [:]
      lessons[slug] = newValue.value
      members["lessons"] = .object(lessons)
      document = .object(members)
    }
  }
}

/// What is known of one lesson; unknown keys are kept.
public struct LessonProgress: Equatable, Sendable {
  fileprivate(set) var value: JSONValue

  subscript(key: String) -> JSONValue? {
    get { value[key] }
    set {
      var members = value.members
      members[key] = newValue
      value = .object(members)
    }
  }

  /// The fingerprint of the file that passed, if one did.
  public var passed: String? {
    get { self["passed"]?.string }
    set { self["passed"] = newValue.map { .string($0) } }
  }

  /// When it passed, as a date people and machines read.
  public var passedAt: String? {
    get { self["passedAt"]?.string }
    set { self["passedAt"] = newValue.map { .string($0) } }
  }

  /// How many checks passed when it was last checked.
  public var passing: Int? {
    get { self["passing"]?.integer }
    set { self["passing"] = newValue.map { .number(Double($0)) } }
  }

  /// How many checks there were then.
  public var checks: Int? {
    get { self["checks"]?.integer }
    set { self["checks"] = newValue.map { .number(Double($0)) } }
  }

  /// The functions of which some check did not pass then.
  public var failing: [String] {
    get { self["failing"]?.elements.compactMap(\.string) ?? [] }
    set { self["failing"] = newValue.isEmpty ? nil : .array(newValue.map { .string($0) }) }
  }

  /// The function that somebody was at then: of those that did not pass, the one changed last.
  public var focus: String? {
    get { self["focus"]?.string }
    set { self["focus"] = newValue.map { .string($0) } }
  }

  /// Notes what the functions are at a check; those that are not what they were have been changed.
  ///
  /// - Parameter functions: Each name with a short name for its code.
  mutating func noteEdits(_ functions: [(name: String, code: String?)]) {
    var edits = self["edits"]?.members ?? [:]
    let next = (edits.values.compactMap { $0["number"]?.integer }.max() ?? 0) + 1
    for (name, code) in functions where edits[name]?["code"]?.string != code {
      edits[name] = ["code": code.map { .string($0) } ?? .null, "number": .number(Double(next))]
    }
    self["edits"] = edits.isEmpty ? nil : .object(edits)
  }

  /// When a function was changed, as a number that grows from edit to edit.
  func lastEdit(of function: String) -> Int { self["edits"]?[function]?["number"]?.integer ?? 0 }

  /// How many hints were shown, by function.
  public func hints(of function: String) -> Int {
    // Whoever has changed the file by hand may have written any number.
    max(0, self["hints"]?[function]?.integer ?? 0)
  }

  /// Notes that so many hints of a function were shown.
  public mutating func setHints(_ count: Int, of function: String) {
    var hints = self["hints"]?.members ?? [:]
    hints[function] = .number(Double(count))
    self["hints"] = .object(hints)
  }

  /// Whether the solution was asked for before the checks passed.
  public var gaveUp: Bool {
    get { self["gaveUp"] == .bool(true) }
    set { self["gaveUp"] = newValue ? true : nil }
  }
}
