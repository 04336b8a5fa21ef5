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

  @Test func `a picture has a caption below it, and captions count from one`() {
    let right = """
      <!-- README: | ![A cat.](figures/cat.png) -->

      ![A cat that
      looks up.](figures/cat.png)

      **Figure 1.** Look at her
      eyes.

      | one | two |
      | --- | --- |
      | ![a](figures/a.png) | ![b](figures/b.png) |

      **Figure 2.** Left and right.

      > ![c](figures/c.png)
      >
      > **Figure 3.** In an experiment.

      ```markdown
      ![no picture](figures/none.png)
      ```
      """
    #expect(LessonTextProof.faults(ofCaptions: right) == [])
    #expect(
      LessonTextProof.faults(ofCaptions: right.replacing("Figure 2", with: "Figure 3"))
        == ["figures/a.png is figure 2, and its caption says 3"])
    for caption in ["**Figure 1.**", "Figure 1. Look at her", "**Figure 1** Look at her", ""] {
      let text = right.replacing("**Figure 1.** Look at her\neyes.", with: caption)
      #expect(
        LessonTextProof.faults(ofCaptions: text)
          == [
            "figures/cat.png has no caption: a paragraph below it that begins with **Figure 1.**"
          ], "\(caption)")
    }
  }

  @Test func `a line of a paragraph may not look like a list`() {
    let right = """
      1. A list,
         whose items go on;
      - and another.

      A paragraph of two
      lines, 2. with a number.

      > - A list in a quote.

      ```
      x
      - y
      ```
      """
    #expect(LessonTextProof.faults(ofLines: right) == [])
    for line in ["- start]`", "* b`", "+ c$$", "1. It has", "1) use", "> 1. It has"] {
      #expect(
        LessonTextProof.faults(ofLines: "> The first\n\(line)").count == 1, "\(line)")
    }
    #expect(
      LessonTextProof.faults(ofLines: "Take `[end\n- start]`.") == [
        "a line of a paragraph looks like a list, so wrap it elsewhere: - start]`."
      ])
  }
}
