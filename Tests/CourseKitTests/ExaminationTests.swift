import Testing

@testable import CourseKit

/// What `doctor` says of a machine.
@Suite struct ExaminationTests {
  @Test func `a version of Swift that nobody has tried is a warning, one too old is bad`() {
    #expect(Examination.state(ofSwift: (6, 3)) == .good)
    #expect(Examination.state(ofSwift: (6, 2)) == .warning)
    #expect(Examination.state(ofSwift: (6, 4)) == .warning)
    #expect(Examination.state(ofSwift: (7, 0)) == .warning)
    #expect(Examination.state(ofSwift: (6, 1)) == .bad)
    #expect(Examination.state(ofSwift: (5, 10)) == .bad)
  }
}
