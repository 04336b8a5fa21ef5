import CourseKit
import Testing

/// The curriculum is read as text, and a lesson is found by whatever people type.
@Suite struct CurriculumTests {
  private static let manifest = """
    let other = [
      .lesson("99-nothing"),
    ]
    let curriculum: [Entry] = [
      .lesson("00-first-look"),
      .part("The lab"),
      .lesson("01-tensors-and-gradients", needs: "Models"),
      // .lesson("02-not-yet"),
      .lesson("08-grad-cam", module: "GradCAM"),
      .lesson("10-gradients-again"),
    ]
    .lesson("98-nothing")
    """

  private func find(_ word: String) throws -> String {
    let curriculum = try Curriculum(manifest: Self.manifest)
    return try curriculum.lesson(
      word, next: { curriculum.lessons[1] }, here: { curriculum.lessons[2] }
    ).folder
  }

  @Test func `lessons, parts and modules are read`() throws {
    let lessons = try Curriculum(manifest: Self.manifest).lessons
    #expect(lessons.map(\.number) == ["00", "01", "08", "10"])
    #expect(lessons.map(\.part) == [nil, "The lab", "The lab", "The lab"])
    #expect(
      lessons.map(\.module) == ["FirstLook", "TensorsAndGradients", "GradCAM", "GradientsAgain"])
    #expect(lessons[1].slug == "tensors-and-gradients")
  }

  @Test(arguments: [
    ("0", "00-first-look"), ("00", "00-first-look"), ("8", "08-grad-cam"),
    ("grad-cam", "08-grad-cam"), ("first", "00-first-look"), ("tens", "01-tensors-and-gradients"),
    ("08-grad-cam", "08-grad-cam"), ("exercises/08-grad-cam/", "08-grad-cam"),
    ("GradCAM", "08-grad-cam"), ("next", "01-tensors-and-gradients"), (".", "08-grad-cam"),
  ])
  func `a selector finds its lesson`(word: String, folder: String) throws {
    #expect(try find(word) == folder)
  }

  @Test(arguments: [
    ("7", "no lesson “7”"), ("grad", "grad-cam, gradients-again"), ("frist-look", "“first-look”"),
    ("frist", "“first-look”"), ("zzz", "./course list"), ("", "no lesson"),
  ])
  func `what is unknown is answered with what was meant`(word: String, part: String) {
    let error = #expect(throws: CourseError.self) { try find(word) }
    #expect(error?.kind == .usage)
    #expect(error?.description.contains(part) == true)
  }

  @Test func `an entry that the formatter has wrapped is read like any other`() throws {
    let lessons = try Curriculum(
      manifest: """
        let curriculum: [Entry] = [
          .part("A part"),
          .lesson(
            "07-integrated-gradients", module: "PathGradients",  // wrapped
            needs: "Layers", "Models"
          ),
          .lesson("08-grad-cam")
        ]
        """
    ).lessons
    #expect(lessons.map(\.module) == ["PathGradients", "GradCam"])
    #expect(lessons.map(\.part) == ["A part", "A part"])
  }

  @Test(arguments: [
    (#".lessen("07-a"),"#, "“.lessen” is neither"), ("extra,", "line 3"),
    (#".lesson(name),"#, "\" is missing"), (#".lesson("07-a" needs: "Layers"),"#, ") is missing"),
    (#".lesson("07-a", need: "Layers"),"#, "not “need”"), (#".lesson("08-a"),"#, "08-a has the"),
    (#".lesson("07-b"), .lesson("09-b"),"#, "09-b has the number, the name or the module of 07-b"),
  ])
  func `what is not understood is refused with its line, never skipped`(
    entry: String, words: String
  ) {
    let error = #expect(throws: CourseError.self) {
      try Curriculum(
        manifest: "let curriculum: [Entry] = [\n  .lesson(\"08-grad-cam\"),\n  \(entry)\n]\n")
    }
    #expect(error?.exitCode == .fault)
    #expect(error?.description.contains("line 3") == true)
    #expect(error?.description.contains(words) == true)
  }

  @Test func `a manifest without lessons is the course's fault`() {
    let error = #expect(throws: CourseError.self) { try Curriculum(manifest: "let x = 1") }
    #expect(error?.exitCode == .fault)
  }
}
