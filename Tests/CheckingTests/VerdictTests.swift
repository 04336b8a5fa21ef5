import Checking
import Explanations
import Tensors
import Testing

/// What a check says about a value that is not right, and when it says nothing.
@Suite struct VerdictTests {
  @Test func `a value within the tolerance is right`() {
    #expect(verdict(on: Tensor([1, 100]), truth: Tensor([1.00001, 100.0005])) == nil)
    #expect(verdict(on: [] as [Int], truth: []) == nil)
    #expect(verdict(on: Float.infinity, truth: .infinity) == nil)
  }

  @Test func `the first place that differs is shown with both values, and the largest error`() {
    let truth: Tensor = [[1, 2], [3, 4]]
    let found = verdict(on: [[1, 2.5], [3, 14]], truth: truth)
    #expect(found?.kind == .failed)
    #expect(
      found?.details.first
        == "first differs at [0, 1]: 2.5 instead of 2.0; most at [1, 1]: 14.0 instead of 4.0; "
        + "largest error 10.0; 2 of 4 differ")
  }

  @Test func `the largest error is the largest number, whatever is allowed there`() {
    let far = verdict(on: Tensor([1.5, 103, 8]), truth: [0, 100, 7])
    #expect(
      far?.details.first
        == "first differs at [0]: 1.5 instead of 0.0; most at [1]: 103.0 instead of 100.0; "
        + "largest error 3.0; 3 of 3 differ")
    let whole = verdict(on: [2, 9], truth: [1, 5])
    #expect(whole?.details.first?.contains("largest error 4.0") == true)
    let none = verdict(on: Tensor([1, 9, .nan]), truth: [0, 5, 2])
    #expect(none?.details.first?.contains("most at [2]: nan instead of 2.0; 3 of 3") == true)
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity])
  func `what is not a number is never right`(value: Float) {
    let found = verdict(on: Tensor([1, value, 3]), truth: [1, 2, 3])
    #expect(found?.kind == .failed)
    #expect(found?.details.first?.contains("first differs at [1]: \(value) instead of 2.0") == true)
    #expect(verdict(on: value, truth: 2) != nil)
    #expect(verdict(on: [Double(value)], truth: [2.0]) != nil)
  }

  @Test func `another shape is wrong even where the numbers are the same`() {
    let found = verdict(on: [[1, 2, 3]] as Tensor, truth: [1, 2, 3])
    #expect(found?.details.first == "the shape is [1, 3], and should be [3]")
  }

  @Test func `too few and too many are wrong, as are none at all`() {
    #expect(
      verdict(on: [1, 2], truth: [1, 2, 3])?.details.first
        == "there are 2 elements, and should be 3")
    #expect(verdict(on: [1, 2, 3, 4], truth: [1, 2, 3]) != nil)
    #expect(verdict(on: [] as [Float], truth: [1]) != nil)
    #expect(verdict(on: Tensor.zeros([0]), truth: [1]) != nil)
    #expect(verdict(on: [[1], []], truth: [[1], [2]]) != nil)
  }

  @Test func `whole numbers, words and truth values have no tolerance`() {
    #expect(verdict(on: 1_000_000, truth: 1_000_001)?.details == ["1000000 instead of 1000001"])
    #expect(verdict(on: "ja", truth: "nein") != nil)
    #expect(verdict(on: true, truth: false) != nil)
    #expect(verdict(on: ["a", "b"], truth: ["a", "b"]) == nil)
  }

  @Test func `in a list of tensors it is said which tensor`() {
    let truth: [Tensor] = [[1, 2], [[3], [4]]]
    let found = verdict(on: [[1, 2], [[3], [5]]], truth: truth)
    #expect(
      found?.details.first?.hasPrefix("first differs at [1, 0] of element 1: 5.0 instead of 4.0")
        == true)
    let shape = verdict(on: [[1, 2], [3]], truth: truth)
    #expect(shape?.details.first == "element 1: the shape is [1], and should be [2, 1]")
  }

  @Test func `a type of a lesson is compared for equality`() {
    enum Reliance { case tag, label }
    let found = verdict(on: Exact(Reliance.tag), truth: Exact(.label))
    #expect(found?.details == ["tag instead of label"])
    #expect(verdict(on: Exact(Reliance.tag), truth: Exact(.tag)) == nil)
  }

  @Test func `a known mistake is named, with both numbers and the input`() {
    let found = verdict(
      on: 12, truth: 4.0,
      mistakes: [
        Mistake("the sum, not the mean", 12),
        Mistake("the average gradient, not multiplied by (x − baseline)", 0.5),
      ], given: ["numbers": [3, 4, 5]])
    #expect(found?.kind == .mistake)
    #expect(
      found?.description == """
        [mistake] looks like the sum, not the mean
        12.0 instead of 4.0
        numbers = [3, 4, 5]
        [unlike] the average gradient, not multiplied by (x − baseline)
        """)
    #expect(found?.words.hasSuffix("\nnumbers = [3, 4, 5]") == true)
  }

  @Test func `a value that is no known mistake's is unlike all of them`() {
    let found = verdict(
      on: 7, truth: 4.0, mistakes: [Mistake("the sum", 12), Mistake("the first", 3)])
    #expect(found?.sentence == "not what it should be")
    #expect(found?.unlike == ["the sum", "the first"])
  }

  @Test func `a mistake of another shape is named as well`() {
    let mistakes = [Mistake("the transposed matrix", [[1], [2]] as Tensor)]
    let found = verdict(on: [[1], [2]], truth: [[1, 2]], mistakes: mistakes)
    #expect(found?.sentence == "looks like the transposed matrix")
  }

  @Test func `a check that lists a mistake near the truth accuses itself, whatever the value`() {
    for value: Float in [1, 1.00005, 7] {
      let found = verdict(
        on: value, truth: 1, mistakes: [Mistake("nearly the truth", Float(1.0001))])
      #expect(found?.kind == .courseFault)
      #expect(
        found?.sentence
          == "the truth and \u{201C}nearly the truth\u{201D} are too close to be told apart")
    }
    let apart = verdict(
      on: Float(1), truth: 1, mistakes: [Mistake("far enough", Float(1.0003))])
    #expect(apart == nil)
  }

  @Test func `a check that lists two mistakes near one another accuses itself`() {
    let mistakes = [Mistake("a", Tensor([1, 2])), Mistake("b", Tensor([1, 2.00001]))]
    let found = verdict(on: [5, 6], truth: [5, 6], mistakes: mistakes)
    #expect(found?.kind == .courseFault)
    let different = [Mistake("a", Tensor([1, 2])), Mistake("b", Tensor([1, 3]))]
    #expect(verdict(on: [5, 6], truth: [5, 6], mistakes: different) == nil)
  }

  @Test func `a check whose truth is not a number accuses itself`() {
    let found = verdict(on: Tensor([1, .nan]), truth: Tensor([1, .nan]))
    #expect(found?.kind == .courseFault)
    #expect(found?.sentence == "the truth is not a number")
  }

  @Test func `a function that is still to be written is unfinished, and others wait for it`() {
    func heat(from numbers: [Float]) throws -> Float { throw Unfinished() }
    let unfinished = #expect(throws: Unfinished.self) { try heat(from: []) }
    #expect(unfinished?.function == "heat(from:)")
    guard let unfinished else { return }
    #expect(
      Verdict(checking: "heat(from:)", met: unfinished).description
        == "[unfinished] heat(from:) is still to be written")
    #expect(
      Verdict(checking: "share(of:)", met: unfinished).description
        == "[waiting] for heat(from:), which is still to be written")
  }
}

/// What is allowed between a number and the truth.
@Suite struct ToleranceTests {
  @Test func `what is allowed has a part that grows with the truth`() {
    let tolerance = Tolerance(absolute: 0.5, relative: 0.01)
    #expect(verdict(on: 0.5, truth: 0.0, within: tolerance) == nil)
    #expect(verdict(on: 0.51, truth: 0.0, within: tolerance) != nil)
    #expect(verdict(on: 101.5, truth: 100.0, within: tolerance) == nil)
    #expect(verdict(on: 98.4, truth: 100.0, within: tolerance) != nil)
    #expect(verdict(on: -1.5, truth: 1.5, within: tolerance) != nil)
  }

  @Test func `where nothing is allowed, equal numbers agree`() {
    #expect(verdict(on: 3.0, truth: 3, within: 0) == nil)
    #expect(verdict(on: 3.0000001, truth: 3, within: 0) != nil)
  }
}

/// The seeds of random cases.
@Suite struct SeedsTests {
  @Test func `there are several seeds, the same on every run`() throws {
    #expect(try Seeds(nil).all == [1, 2, 3])
  }

  @Test func `others can be asked for`() throws {
    #expect(try Seeds("7").all == [7, 8, 9])
    #expect(try Seeds("18446744073709551615").all == [.max, 0, 1])
  }

  @Test(arguments: ["", "-1", "seven", "1.5"])
  func `what is not a seed is refused`(text: String) {
    let error = #expect(throws: SeedsError.self) { try Seeds(text) }
    #expect(error?.description.hasPrefix("COURSE_SEED=\(text): a seed is a whole number") == true)
  }
}
