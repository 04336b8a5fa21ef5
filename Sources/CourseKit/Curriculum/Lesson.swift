/// One lesson as the curriculum names it.
public struct Lesson: Equatable, Sendable {
  /// The folder's name, `07-integrated-gradients`.
  public let folder: String

  /// The part of the course it belongs to, if it stands in one.
  public let part: String?

  /// The module that its exercise is.
  public let module: String

  /// Creates a lesson; the module's name follows from the folder's unless it is given.
  public init(folder: String, part: String? = nil, module: String? = nil) {
    self.folder = folder
    self.part = part
    self.module =
      module
      ?? folder.split(separator: "-").dropFirst()
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The number as it is written, `07`.
  public var number: String { String(folder.prefix { $0 != "-" }) }

  /// What identifies the lesson, whatever its number: `integrated-gradients`.
  public var slug: String {
    folder.contains("-") ? String(folder.drop { $0 != "-" }.dropFirst()) : folder
  }

  /// Whether another lesson has the number, the slug or the module of this one.
  package func isMistaken(for other: Lesson) -> Bool {
    number == other.number || slug == other.slug || module == other.module
  }

  /// All methods side by side: a demo without text or exercise, outside the curriculum.
  public static let comparison = Lesson(folder: "compare")
}
