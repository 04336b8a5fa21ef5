import Foundation
import Pages
import Testing

/// Frames under a slider, and what stands for them where no script runs.
@Suite struct FramesTests {
  private static func plate(_ index: Int) -> Plate {
    let picture = Picture(width: 2, height: 2, channels: .grey, samples: [0, 50, 100, 150])
    return Plate(picture, Prose(verbatim: "layer \(index)"), alternative: "squares, \(index)")
  }

  private static func bars(_ value: Double) -> BarChart {
    BarChart("Sum", axis: Axis("sum", including: -1...5), bars: [.init("a", value)], isSigned: true)
  }

  @Test func `the first, the middle and the last stand for all`() {
    for (count, stills) in [(2, [0, 1]), (3, [0, 1, 2]), (7, [0, 3, 6]), (8, [0, 4, 7])] {
      #expect(Frames("the layer", (0..<count).map(Self.plate)).stills == stills)
    }
  }

  @Test func `a page has every frame, and its script only if there are frames`() throws {
    let page = Page("Frames", terminal: Transcript().terminal())
    page.text("Words.")
    #expect(!page.html.contains("<script>"))
    page.frames(Frames("the layer", (0..<5).map(Self.plate)), caption: "From below.")
    let figure = try #require(tree(of: page.html).all("figure").first)
    #expect(figure.attributes["class"] == "frames" && figure.attributes["data-name"] == "the layer")
    let frames = figure.all("div").filter { ($0.attributes["class"] ?? "").hasPrefix("frame") }
    #expect(
      frames.map { $0.attributes["class"] }
        == ["frame still", "frame", "frame still", "frame", "frame still"])
    #expect(frames.map { $0.all("p").first?.text } == (0..<5).map { "layer \($0)" })
    #expect(frames.allSatisfy { $0.all("img").first?.attributes["alt"]?.isEmpty == false })
    // Without the script nothing but the stills is shown.
    #expect(page.html.contains(".frames .frame:not(.still){display:none}"))
    #expect(page.html.matches(of: /<script>/).count == 1)
  }

  @Test func `what is ticked chooses among all sets, and one stands for them`() throws {
    let frames = Frames("Who is present?", ticking: ["a", "b"], from: 2) { ticked in
      ("a: \(ticked[0]), b: \(ticked[1])", Self.bars(ticked[1] ? 2 : 1))
    }
    #expect(frames.stills == [2] && frames.stillChart != nil)
    let figure = try #require(tree(of: frames.fragment(number: 1000)).all("figure").first)
    #expect(figure.attributes["data-boxes"] == "a|b" && figure.attributes["data-start"] == "2")
    let parts = figure.all("div").filter { ($0.attributes["class"] ?? "").hasPrefix("frame") }
    #expect(
      parts.map { $0.all("p").first?.text }
        == ["a: false, b: false", "a: true, b: false", "a: false, b: true", "a: true, b: true"])
    #expect(parts.map { $0.attributes["class"] } == ["frame", "frame", "frame still", "frame"])
  }

  @Test func `on another page frames bring what they need, their script once for all`() throws {
    let charts = Frames("orders", (0..<5).map { ("order \($0)", Self.bars(Double($0))) })
    let fragments = [
      charts.fragment(number: 1000),
      Frames("the layer", (0..<5).map(Self.plate)).fragment(number: 1001),
    ]
    let root = try tree(of: fragments.joined())
    #expect(root.all("figure").count { $0.attributes["class"]?.hasPrefix("frames") == true } == 2)
    #expect(root.all("style").count == 2 && root.all("script").count == 2)
    // A set that has its slider already gets no second one.
    #expect(fragments.allSatisfy { $0.contains("querySelectorAll('.frames:not(.alive)')") })
    let identifiers = root.all("svg").compactMap { $0.attributes["aria-labelledby"] }
    #expect(Set(identifiers).count == identifiers.count)
    if let folder = ProcessInfo.processInfo.environment["FIGURES_LOOK"] {
      try Data(fragments.joined().utf8).write(to: URL(filePath: "\(folder)/fragments.html"))
    }
  }

  @Test func `the stills of charts are one chart with a label each`() throws {
    let frames = Frames("orders", (0..<5).map { ("order \($0)", Self.bars(Double($0))) })
    #expect(frames.stillSheet == nil)
    let stills = try #require(frames.stillChart)
    let root = try #require(tree(of: stills.svg()).children.first)
    let texts = root.all("text").map(\.text)
    #expect(texts.filter { $0.hasPrefix("order") } == ["order 0", "order 2", "order 4"])
    #expect(root.all("g").count == 3)
    #expect(stills.summary.hasPrefix("order 0: Bar chart of sum: a 0."))
    let transcript = Transcript()
    stills.draw(on: transcript.terminal())
    #expect(transcript.lines.count { $0.hasPrefix("order") } == 3)
  }

  @Test func `a terminal shows the stills beside each other`() {
    let transcript = Transcript()
    let page = Page("Frames", terminal: transcript.terminal())
    page.frames(Frames("the layer", (0..<5).map(Self.plate)))
    #expect(
      transcript.lines.contains {
        $0.contains("layer 0") && $0.contains("layer 2") && $0.contains("layer 4")
      })
    #expect(!transcript.text.contains("layer 1"))
  }

  @Test func `room that stays empty makes diagrams equally large`() throws {
    let sizes = try [10.0, 200].map { x in
      var diagram = Diagram("A dot", saying: "A dot moves.")
      diagram.room(Diagram.Frame(x: 0, y: 0, width: 240, height: 60))
      diagram.box("·", at: .init(x, 30), width: 20, height: 20)
      let root = try #require(tree(of: diagram.svg()).children.first)
      return root.attributes["viewBox"]
    }
    #expect(sizes == ["0 0 250 70", "0 0 250 70"])
  }
}
