import Foundation
import Pages
import Testing
import Texts

/// Pages: one file that needs nothing else, and what the terminal said meanwhile.
@Suite struct PageTests {
  private func demonstration(_ terminal: Terminal? = nil) throws -> Page {
    try Demonstration.page(on: terminal ?? Transcript().terminal())
  }

  @Test func `the file is whole markup and needs no network and no script`() throws {
    let html = try demonstration().html
    let root = try tree(of: html).children[0]
    #expect(root.attributes["lang"] == "en")
    for name in ["script", "link", "iframe", "object"] { #expect(root.all(name).isEmpty) }
    let addresses = html.matches(of: #/src="([^"]*)"|url\(([^)]*)\)|@import/#)
    #expect(addresses.allSatisfy { $0.1?.hasPrefix("data:image/png;base64,") ?? false })
    #expect(addresses.count == 4 + 14)
    #expect(root.all("a").allSatisfy { $0.attributes["href"]?.contains(":") == false })
    #expect(root.all("img").allSatisfy { !($0.attributes["alt"] ?? "").isEmpty })
    #expect(root.all("title").first?.text == "Integrated gradients")
  }

  @Test func `headings come in order, under one title`() throws {
    let html = try demonstration().html
    let levels = html.matches(of: #/<h([1-6])>/#).compactMap { Int($0.1) }
    #expect(levels == [1, 2, 2, 2])
  }

  @Test func `equal parts make an equal page`() throws {
    #expect(try demonstration().html == demonstration().html)
  }

  @Test func `what is added appears at once`() {
    let transcript = Transcript()
    let page = Page("Title", lesson: 3, terminal: transcript.terminal())
    #expect(transcript.text == "Lesson 03  Title\n━━━━━━━━━━━━━━━━\n")
    transcript.text = ""
    page.text("One *two* **three** `four` $x^2$ 5 * 6 \("*seven*") $")
    #expect(transcript.text == "\nOne two three `four` x² 5 * 6 *seven* $\n")
    #expect(
      page.html.contains(
        "<p>One <em>two</em> <strong>three</strong> <code>four</code> <math"))
    #expect(page.html.contains("</math> 5 * 6 *seven* $</p>"))
  }

  @Test func `what is put into text is never markup`() throws {
    let name = "<b>`x` $\\foo$ & **y**"
    let page = Page(name, terminal: Transcript().terminal())
    page.text("A class \(name), `\(name)`.")
    page.table(PageTable([name], rows: [[.text(name)]]))
    let root = try tree(of: page.html)
    #expect(root.all("b").isEmpty && root.all("strong").isEmpty && root.all("math").isEmpty)
    #expect(root.all("p").last?.text == "A class \(name), \(name).")
    #expect(root.all("h1").first?.text == name)
  }

  @Test func `numbers in text have the decimals asked for`() {
    let prose: Prose = "\(0.125, decimals: 2) \(percent: 0.934) \(Float(1) / 3, decimals: 3) \(7)"
    #expect(prose.plain == "0.13 93\u{202F}% 0.333 7")
  }

  @Test func `a question waits for an answer and repeats it beside the result`() {
    func ask(_ answers: [String]?) -> (Prediction, String, String) {
      let transcript = Transcript()
      let page = Page("t", terminal: transcript.terminal(answers: answers))
      let prediction = page.predict("Which?", options: ["the tag", "the disk"])
      page.outcome(of: prediction, "It was the tag.", answer: "the tag")
      return (prediction, transcript.text, page.html)
    }
    #expect(ask(["2"]).0.answer == "the disk")
    #expect(ask(["The T"]).0.answer == "the tag")
    // What is no answer is asked for again: a number too large, a beginning of two, a command.
    for wrong in ["9", "the", "ls -la lessons", "neither\u{1B}[31m"] {
      let again = ask([wrong, "2"])
      #expect(again.0.answer == "the disk")
      #expect(again.1.contains("Please type 1 to 2, or Enter to skip:"))
      #expect(ask([wrong, ""]).0.answer == nil && ask([wrong]).0.answer == nil)
    }
    let numbers = Page("t", terminal: Transcript().terminal(answers: ["cd ..", "0,5 %"]))
    #expect(numbers.predict("How much?").answer == "0,5 %")
    #expect(ask(["1"]).1.hasSuffix("It was the tag.\nYou predicted the tag – as it came.\n"))
    #expect(ask(["2"]).2.contains("<strong>the disk</strong> – it came otherwise.</p>"))
    for silent in [ask([""]), ask([]), ask(["  "])] {
      #expect(silent.0.answer == nil && !silent.1.contains("You predicted"))
    }
    #expect(!ask(nil).1.contains("Enter skips") && ask([]).1.contains("(Enter skips): "))
    // Where nobody can answer, what was asked is there once.
    #expect(ask(nil).1.matches(of: /Which\?/).count == 1)
    #expect(ask(nil).1.hasSuffix("The answer  It was the tag.\n"))
    #expect(ask([""]).1.matches(of: /Which\?/).count == 2)
  }

  @Test func `links stand at the foot of the file`() throws {
    let page = Page("t", terminal: Transcript().terminal())
    #expect(try tree(of: page.html).all("nav").isEmpty)
    page.links = [Page.Link("Next: a < b", to: "../a b.html"), Page.Link("All", to: "all.html")]
    let links = try #require(tree(of: page.html).all("nav").first).all("a")
    #expect(links.map { $0.attributes["href"] } == ["../a%20b.html", "all.html"])
    #expect(page.html.contains(">Next: a &lt; b</a>"))
  }

  @Test
  func `pictures in rows and columns have the names of both, and scroll where there is no room`()
    throws
  {
    let transcript = Transcript()
    let page = Page("t", terminal: transcript.terminal())
    let small = Picture(width: 2, height: 1, channels: .grey, samples: [0, 255])
    func plate(_ text: String) -> Plate { Plate(small, "", alternative: text) }
    page.plates(
      inColumns: ["input", "gradient"],
      rows: [("cat", [plate("a"), plate("b")]), ("digit", [plate("c"), plate("d")])])
    let table = try #require(tree(of: page.html).all("table").first)
    #expect(table.all("img").map { $0.attributes["alt"] } == ["a", "b", "c", "d"])
    #expect(table.all("th").map { $0.attributes["scope"] } == ["col", "col", "row", "row"])
    #expect(page.html.contains(#"<div class="scroll" tabindex="0"><table class="pictures">"#))
    let text = transcript.text
    let words = ["cat", "input", "gradient", "digit"].map { text.range(of: $0)?.lowerBound }
    #expect(!words.contains(nil) && words.compactMap { $0 } == words.compactMap { $0 }.sorted())
  }

  @Test func `on a real terminal, what was typed before a question is no answer to it`() async {
    await #expect(processExitsWith: .success) {
      var ours: Int32 = -1
      var theirs: Int32 = -1
      guard openpty(&ours, &theirs, nil, nil, nil) == 0 else { exit(2) }
      dup2(theirs, STDIN_FILENO)
      dup2(theirs, STDOUT_FILENO)
      setenv("TERM", "xterm", 1)
      let early = "2\ncd ..\n"
      _ = write(ours, early, early.utf8.count)
      var arriving = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&arriving, 1, 10_000) == 1 else { exit(3) }
      Thread { [ours] in
        var seen: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = read(ours, &buffer, buffer.count), count > 0 {
          seen += buffer[..<count]
          if String(decoding: seen, as: UTF8.self).contains("(Enter skips):") {
            seen = []
            _ = write(ours, "3\n", 2)
          }
        }
      }.start()
      let page = Page("t", terminal: .standard())
      let answer = page.predict("Which?", options: ["one", "two", "three"]).answer
      exit(answer == "three" ? 0 : 1)
    }
  }

  @Test func `pictures are embedded whole`() throws {
    let page = Page("t", terminal: Transcript().terminal())
    let small = Picture(width: 3, height: 2, channels: .grey, samples: [0, 50, 100, 150, 200, 255])
    page.plates([Plate(small, "c", alternative: "\"six\" greys")])
    let image = try #require(tree(of: page.html).all("img").first)
    #expect(image.attributes["class"] == "pixels" && image.attributes["alt"] == "\"six\" greys")
    #expect(image.attributes["width"] == "222" && image.attributes["height"] == "148")
    let data = try #require(image.attributes["src"]?.split(separator: ",").last)
    let bytes = try #require(Data(base64Encoded: String(data)))
    #expect(bytes.prefix(8) == Data([137, 80, 78, 71, 13, 10, 26, 10]))
    #expect(bytes.suffix(8).prefix(4) == Data("IEND".utf8))
  }

  @Test func `a page is written whole, with its folders, over an old one`() throws {
    try inFolder { folder in
      let path = folder + "/a/b/page.html"
      let page = try demonstration()
      for _ in 0..<2 { try page.write(to: path) }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == page.html)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b") == ["page.html"])
    }
  }

  @Test func `where nothing can be written there is an error and no half file`() throws {
    try inFolder { folder in
      let page = try demonstration()
      try Data("old".utf8).write(to: URL(filePath: folder + "/file"))
      try FileManager.default.createDirectory(
        atPath: folder + "/page.html", withIntermediateDirectories: false)
      let before = try FileManager.default.subpathsOfDirectory(atPath: folder)
      for path in [folder + "/page.html", folder + "/file/page.html", "/proc/page.html"] {
        let error = #expect(throws: PageError.self) { try page.write(to: path) }
        #expect(
          error?.description == "\(path): the page cannot be written; check that the folder may be "
            + "written to, that the path is not a folder's, and that there is room.")
      }
      #expect(try FileManager.default.subpathsOfDirectory(atPath: folder) == before)
      #expect(try String(contentsOfFile: folder + "/file", encoding: .utf8) == "old")
    }
  }

  @Test func `a formula with an error in the program stops and says where`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Page("t", terminal: Terminal { _ in }).formula(#"x + \foo"#)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains(#"character 4: the command \foo is not known"#))
  }

  @Test func `the demonstration is written for looking where a folder is named`() throws {
    guard let folder = ProcessInfo.processInfo.environment["FIGURES_LOOK"] else { return }
    let kinds: [(Int, Terminal.Colours, String)] = [
      (60, .full, "60"), (80, .full, "80"), (200, .full, "200"), (80, .palette, "80-palette"),
      (60, .none, "60-plain"), (80, .none, "80-plain"),
    ]
    for (columns, colours, name) in kinds {
      let transcript = Transcript()
      let terminal = transcript.terminal(columns: columns, colours: colours, answers: ["3"])
      try Demonstration.page(on: terminal).write(to: folder + "/page.html")
      try Data(transcript.text.utf8).write(to: URL(filePath: folder + "/terminal-\(name).txt"))
    }
  }

  private func inFolder(_ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url.path)
  }
}
