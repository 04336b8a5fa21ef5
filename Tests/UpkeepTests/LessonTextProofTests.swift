import Testing

@testable import Upkeep

/// A lesson's text has every section, in the order readers know, and words for each picture.
@Suite struct LessonTextProofTests {
  @Test func `all sections in order, and more between them, are no fault`() {
    var sections = LessonTextProof.sections
    #expect(LessonTextProof.faults(ofSections: sections).isEmpty)
    sections.insert("Why the law asks", at: 3)
    #expect(LessonTextProof.faults(ofSections: sections).isEmpty)
  }

  @Test func `a section that is missing is named`() {
    let sections = LessonTextProof.sections.filter { $0 != "By hand" }
    #expect(LessonTextProof.faults(ofSections: sections) == ["no ## By hand"])
  }

  @Test func `sections in another order are named`() {
    var sections = LessonTextProof.sections
    sections.swapAt(0, 1)
    #expect(
      LessonTextProof.faults(ofSections: sections)
        == ["## By hand stands where ## The idea should"])
  }

  @Test func `a picture needs words`() {
    #expect(LessonTextProof.faults(ofPictures: "![A cat](cat.png)").isEmpty)
    #expect(LessonTextProof.faults(ofPictures: "text\n![](cat.png)").count == 1)
  }
}
