import CourseKit
import Texts

/// The list of lessons in watch mode, from which one can be chosen.
struct LessonList {
  private let overview: Overview
  private var place: Int

  init(course: Course, current: Lesson) {
    overview = Overview(course: course, progress: course.progressFile.read().progress)
    place = overview.rows.firstIndex { $0.lesson == current } ?? 0
  }

  /// The lesson under the mark.
  var chosen: Lesson { overview.rows[place].lesson }

  /// Moves the mark.
  mutating func move(_ key: RawTerminal.Key) {
    switch key {
    case .up, .character("k"): place = max(0, place - 1)
    case .down, .character("j"): place = min(overview.rows.count - 1, place + 1)
    case .character("g"): place = 0
    case .character("G"): place = overview.rows.count - 1
    default: break
    }
  }

  /// As many lessons around the mark as there is room for.
  func text(style: Style, width: Int, rows: Int) -> String {
    let room = max(3, rows - 3)
    let start = max(0, min(place - room / 2, overview.rows.count - room))
    var lines: [String] = []
    for (index, row) in overview.rows.enumerated().dropFirst(start).prefix(room) {
      let mark = row.standing.mark(style: style)
      let name = "\(row.lesson.number) \(row.lesson.slug)"
      let line = "\(index == place ? "▶" : " ") \(mark) \(index == place ? style.bold(name) : name)"
      lines.append(Wrapping.cut(line, width: width))
    }
    let keys =
      "\(style.bold("j k")) move · \(style.bold("Enter")) go there · \(style.bold("l")) back"
    return (lines + ["", Wrapping.wrap(keys, width: width)]).joined(separator: "\n")
  }
}
