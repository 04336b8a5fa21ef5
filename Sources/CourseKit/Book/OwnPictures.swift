import Foundation

/// The pictures of a lesson that the learner's own code has drawn: `./course run 8 --mine` keeps them.
struct OwnPictures {
  private let folder: String

  init(course: Course, lesson: Lesson) {
    folder = "\(course.stateFolder)/pages/\(lesson.folder)-mine"
  }

  /// The learner's picture beside the reference's of this name, if there is one.
  func path(of name: String) -> String? {
    let path = "\(folder)/\(name)"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
