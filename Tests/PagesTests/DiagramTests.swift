import Foundation
import Pages
import Testing

/// Diagrams: whole markup, words apart, and the same picture in characters.
@Suite struct DiagramTests {
  @Test func `every diagram is whole markup, and says what there is to see`() throws {
    for (name, diagram) in DiagramSamples.all {
      let root = try #require(tree(of: diagram.svg()).children.first)
      #expect(root.children[0].text == diagram.title)
      #expect(root.children[1].text == diagram.summary && !diagram.summary.isEmpty)
      let size = (root.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
      try #require(size.count == 4, "\(name)")
      #expect(size[2] <= Diagram.largestWidth, "a phone shows no more of \(name)")
      let words = root.all("text").map(Box.init)
      for (index, box) in words.enumerated() {
        #expect(box.left >= 0 && box.right <= size[2], "\(name): \(box)")
        #expect(box.top >= 0 && box.bottom <= size[3], "\(name): \(box)")
        for other in words[(index + 1)...] {
          #expect(!box.overlaps(other), "\(name): \(box), \(other)")
        }
      }
    }
  }

  @Test func `a file follows light and dark, and letters have the size of charts`() {
    let svg = DiagramSamples.cube.svg()
    #expect(svg.contains("@media (prefers-color-scheme:dark)"))
    #expect(svg.contains(".chart text{font:14px"))
    #expect(!svg.contains("font-size:1") || svg.contains("font-size:15.5px"))
  }

  @Test func `red is for, blue is against and zero is white`() throws {
    var diagram = Diagram("Three squares", saying: "Blue, white, red.")
    diagram.squares([[-2, 0, 0.5]], at: Diagram.Point(0, 0))
    let root = try #require(tree(of: diagram.svg()).children.first)
    let squares = root.all("rect").filter { $0.attributes["fill-opacity"] != nil }
    #expect(squares.map { $0.attributes["class"] } == ["d-against", "d-for", "d-for"])
    #expect(squares.map { $0.number("fill-opacity") } == [1, 0, 0.5])
    #expect(diagram.svg().contains(".chart .d-square{fill:#fff"))
  }

  @Test func `an arrow runs from edge to edge, and moves to its left`() throws {
    var diagram = Diagram("Two boxes", saying: "An arrow each way.")
    let first = diagram.box("a", at: .init(0, 0), width: 40, height: 30)
    let second = diagram.box("b", at: .init(140, 0), width: 40, height: 30)
    #expect(first == Diagram.Frame(x: -20, y: -15, width: 40, height: 30))
    diagram.arrow(from: first, to: second, shift: 6)
    let root = try #require(tree(of: diagram.svg()).children.first)
    let line = try #require(root.all("path").first { $0.attributes["class"] == "d-line d-ink" })
    // The left edge of the picture is 25 left of the origin, its top 20 above it.
    #expect(line.attributes["d"] == "M47 14L135 14")
  }

  @Test func `a terminal shows boxes, words and arrows in characters`() {
    var diagram = Diagram("A neuron", saying: "An arrow from x to relu.")
    let x = diagram.box("x", at: .init(0, 0))
    let relu = diagram.box("relu", at: .init(120, 0))
    diagram.arrow(from: x, to: relu, label: "w", side: .above)
    let transcript = Transcript()
    diagram.draw(on: transcript.terminal())
    #expect(
      transcript.text == """
         ┌───┐      w      ┌───────┐
         │ x │────────────▶│ relu  │
         └───┘             └───────┘

        """)
  }

  @Test func `a terminal that is too narrow says what there is to see`() {
    let transcript = Transcript()
    DiagramSamples.relevance.draw(on: transcript.terminal(columns: 40))
    #expect(transcript.lines[0] == "Two inputs, two hidden units and an")
    for columns in [60, 80, 200] {
      for (name, diagram) in DiagramSamples.all {
        let transcript = Transcript()
        diagram.draw(on: transcript.terminal(columns: columns))
        #expect(transcript.lines.allSatisfy { $0.count <= columns }, "\(name)")
        #expect(transcript.text.count > 100, "\(name)")
      }
    }
  }

  @Test func `a diagram that a phone cannot show is refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var diagram = Diagram("A train", saying: "Far too long.")
      diagram.line([.init(0, 0), .init(400, 0)])
      _ = diagram.svg()
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("“A train” is 410 wide, and a phone shows 350"))
  }

  @Test func `the diagrams are written for looking where a folder is named`() throws {
    guard let folder = ProcessInfo.processInfo.environment["FIGURES_LOOK"] else { return }
    for (name, diagram) in DiagramSamples.all {
      let transcript = Transcript()
      diagram.draw(on: transcript.terminal())
      try Data(diagram.svg().utf8).write(to: URL(filePath: "\(folder)/\(name).svg"))
      try Data(transcript.text.utf8).write(to: URL(filePath: "\(folder)/\(name).txt"))
    }
  }
}
