import Explanations
import Tensors
import Testing

/// What lessons share: boxes, patches, directions.
@Suite struct ExplanationsTests {
  @Test func `boxes overlap by what they share of what they cover`() {
    let box = Box(rows: 0..<2, columns: 0..<4)
    #expect(box.overlap(with: box) == 1)
    #expect(box.overlap(with: Box(rows: 1..<3, columns: 2..<4)) == 0.2)
    #expect(box.overlap(with: Box(rows: 2..<3, columns: 0..<4)) == 0)
    let nothing = Box(rows: 1..<1, columns: 0..<0)
    #expect(nothing.overlap(with: nothing) == 0)
  }

  @Test func `pixels that touch at a corner are of one patch`() {
    let mask: Tensor = [
      [1, 0, 0, 3],
      [0, 1, 0, 0],
      [0, 0, 0, 2],
    ]
    let largest: Tensor = [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 0, 0],
    ]
    #expect(largestComponent(of: mask) == largest)
  }

  @Test func `of equally large patches the first counts, and nothing stays nothing`() {
    #expect(largestComponent(of: [[0, 1, 0, 1]]) == [[0, 1, 0, 0]])
    #expect(largestComponent(of: [[0, 0]]) == [[0, 0]])
  }

  @Test func `a cosine knows the direction and not the length`() {
    #expect(abs(cosine([3, 4], [6, 8]) - 1) < 1e-6)
    #expect(abs(cosine([3, 4], [-0.3, -0.4]) + 1) < 1e-6)
    #expect(cosine([1, 0], [0, 5]) == 0)
  }

  @Test func `a cosine of tiny gradients is one, and one without direction is zero`() {
    #expect(abs(cosine([3e-30, 4e-30], [3, 4]) - 1) < 1e-6)
    #expect(cosine([0, 0], [1, 2]) == 0)
  }

  @Test func `what is unfinished or unknown says its name`() {
    func heat(from numbers: [Float]) throws -> Float { throw Unfinished() }
    let unfinished = #expect(throws: Unfinished.self) { try heat(from: []) }
    #expect(unfinished?.description == "heat(from:) is still to be written")
    #expect(UnknownPlace("head").description == "the network has no place “head”")
  }
}
