import Pages
import Testing

/// What methods are worth, beside chance and beside each other.
@Suite struct LeagueChartTests {
  private let chart = LeagueChart(
    "Where this stands",
    exams: [
      LeagueChart.Exam(
        "How much of the map lies on the shape?", chance: .init(0.2, spread: 0.01),
        answers: [
          .init("gradient", .init(0.33)), .init("input × gradient, colours added", .init(0.69)),
          .init("Grad-CAM at 50 %", .init(0.4, spread: 0.05), isOwn: true),
          .init("Grad-CAM", .init(0.42, spread: 0.05), isOwn: true),
        ]),
      LeagueChart.Exam("How much is right?", answers: [.init("Grad-CAM", .init(1), isOwn: true)]),
    ])

  @Test func `a lesson's own methods are in front, and the best first`() {
    #expect(
      chart.exams[0].answers.map(\.method)
        == ["Grad-CAM", "Grad-CAM at 50 %", "input × gradient, colours added", "gradient"])
    #expect(
      chart.summary
        == """
        How much of the map lies on the shape? Grad-CAM 0.42 ± 0.05, Grad-CAM at 50 % 0.40 ± 0.05, \
        input × gradient, colours added 0.69, gradient 0.33; chance 0.20 ± 0.01. How much is right? \
        Grad-CAM 1.00.
        """)
  }

  @Test func `a small spread has the digits that it needs, and no spread is not printed`() {
    let exam = LeagueChart.Exam(
      "?",
      answers: [
        .init("all alike", .init(1, spread: 0)), .init("small", .init(0.3034, spread: 0.0022)),
        .init("just enough", .init(0.2, spread: 0.006)), .init("tiny", .init(0.1, spread: 0.00002)),
      ])
    #expect(
      LeagueChart("", exams: [exam]).summary
        == "? all alike 1.00, small 0.303 ± 0.002, just enough 0.20 ± 0.01, tiny 0.10.")
  }

  @Test func `a phone, which shows the left of a wide chart, shows all of its questions`() throws {
    let question = "How often is the map for tiger cat highest on the cat’s quarter?"
    let chart = LeagueChart(
      "",
      exams: [.init(question, chance: .init(0.25, spread: 0.09), answers: [.init("x", .init(1))])])
    let texts = try #require(tree(of: chart.svg()).children.first).all("text")
    let lines = texts.filter { question.contains($0.text) && $0.text.count > 1 }
    #expect(lines.count > 1)
    #expect(lines.map(\.text).joined(separator: " ") == question)
    #expect(lines.allSatisfy { Box($0).right <= 320 })
  }

  @Test(arguments: [348.0, 640]) func `no label lies on another`(width: Double) throws {
    let root = try #require(tree(of: chart.svg(width: width)).children.first)
    let boxes = root.all("text").map(Box.init)
    for (index, box) in boxes.enumerated() {
      #expect(box.left >= 0 && box.right <= width, "\(box)")
      for other in boxes[(index + 1)...] { #expect(!box.overlaps(other), "\(box) and \(other)") }
    }
  }

  @Test func `dots and chance stand on one scale, with their spread around them`() throws {
    let root = try #require(tree(of: chart.svg()).children.first)
    let dots = root.all("circle").map { ($0.attributes["class"] ?? "", $0.number("cx")) }
    #expect(dots.map(\.0) == ["bar", "bar", "dot-quiet", "dot-quiet", "bar"])
    // From 0.42 to 1 as far as 0.58 of the scale is.
    let unit = (dots[4].1 - dots[0].1) / 0.58
    #expect(abs(dots[3].1 - (dots[0].1 - 0.09 * unit)) < 0.2)
    let chance = root.all("line").filter { $0.attributes["class"] == "mark" }
    #expect(chance.count == 4)
    #expect(chance.allSatisfy { abs($0.number("x1") - (dots[0].1 - 0.22 * unit)) < 0.2 })
    let spreads = root.all("rect").filter { $0.attributes["class"] == "bar" }
    #expect(spreads.count == 2 && abs(spreads[0].number("width") - 0.1 * unit) < 0.2)
  }

  @Test func `a terminal shows bars and a line for chance`() {
    let transcript = Transcript()
    chart.draw(on: transcript.terminal())
    #expect(transcript.text.contains("Grad-CAM (± 0.05)"))
    #expect(transcript.text.contains("┊ chance: 0.20"))
    #expect(transcript.lines.allSatisfy { $0.count <= 80 })
  }
}
