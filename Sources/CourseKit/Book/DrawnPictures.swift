import Foundation

/// What demos have left of a lesson: frames with their sliders, and what the learner's code has drawn.
///
/// `./course run 8` keeps the frames, `./course run 8 --mine` the learner's pictures and frames.
struct DrawnPictures {
  private let reference: String
  private let own: String

  init(course: Course, lesson: Lesson) {
    reference = "\(course.stateFolder)/pages/\(lesson.folder)"
    own = reference + "-mine"
  }

  /// The learner's picture beside the reference's of this name, if there is one.
  func ownPicture(_ name: String) -> String? {
    let path = "\(own)/\(name)"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The frames of which a picture of this name shows the first, the middle and the last.
  func frames(_ name: String) -> String? { WholeFile.read("\(reference)/\(name).html") }

  /// The learner's frames of this name.
  func ownFrames(_ name: String) -> String? { WholeFile.read("\(own)/\(name).html") }
}
