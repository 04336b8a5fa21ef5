import CourseKit
import Foundation
import Testing

/// Lessons become pages: links lead on, pictures stand beside them, and nothing is fetched.
@Suite(.serialized) struct BookVerbTests {
  private let fake: FakeCourse
  private let site: String

  init() throws {
    fake = try FakeCourse(name: "book")
    site = "\(fake.root)/site"
    try? FileManager.default.removeItem(atPath: site)
    for folder in ["book", "pages"] {
      try? FileManager.default.removeItem(atPath: "\(fake.root)/.course/\(folder)")
    }
    try fake.write(
      """
      # Two & <three>

      > A claim with $x^2$.

      ●●●○○ · 20 minutes

      ## First

      See [one](../00-one/lesson.md#exercise), [notes](../../docs/notes.md), [code](Case.swift) and
      [the net](https://example.org/a?b&c).

      ![A grey dot.](figures/dot.png)

      *Figure 1. Look at the dot.*

      **Predict.** How large?

      <details><summary>The answer</summary>

      One pixel.

      </details>
      """, to: "lessons/01-two/lesson.md")
    try fake.write("# Notes\n\nBack to [two](../lessons/01-two/lesson.md).\n", to: "docs/notes.md")
    try png(width: 3, height: 2, to: "lessons/01-two/figures/dot.png")
  }

  /// The head of a picture, which is all that a page looks at.
  private func png(width: UInt8, height: UInt8, to path: String) throws {
    let url = URL(fileURLWithPath: "\(fake.root)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    try Data(head + Array("IHDR".utf8) + [0, 0, 0, width, 0, 0, 0, height]).write(to: url)
  }

  private func page(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `a book has an index, a page for each text, and every link and picture in it`() throws
  {
    let run = try fake.course("book", site)
    #expect(run.code == 0 && run.output.contains("\(site)/index.html"), "\(run.text)")
    let two = try page("\(site)/lessons/01-two/lesson.html")
    #expect(two.contains("<title>Two &amp; &lt;three&gt; – Glassbox</title>"))
    #expect(two.contains("<math") && two.contains(#"<details class="prediction">"#))
    #expect(two.contains(#"href="../../lessons/00-one/lesson.html#exercise""#))
    #expect(two.contains(#"href="../../docs/notes.html""#))
    #expect(two.contains(#"href="https://example.org/a?b&amp;c""#))
    #expect(two.contains("code") && !two.contains("Case.swift"))
    #expect(two.contains(#"alt="A grey dot." width="3" height="2""#))
    #expect(two.contains("<figcaption><em>Figure 1. Look at the dot.</em></figcaption>"))
    #expect(try page("\(site)/docs/notes.html").contains(#"href="../lessons/01-two/lesson.html""#))
    let one = try page("\(site)/lessons/00-one/lesson.html")
    #expect(one.contains(#"<a class="after" href="../../lessons/01-two/lesson.html">"#))
    #expect(try page("\(site)/index.html").contains("A claim with <math"))
    try expectWholeSite()
  }

  /// Nothing is fetched from elsewhere, and every file that a page names is there.
  private func expectWholeSite() throws {
    let files = FileManager.default.enumerator(atPath: site)
    var count = 0
    while let name = files?.nextObject() as? String {
      guard name.hasSuffix(".html") else { continue }
      let text = try page("\(site)/\(name)")
      for match in text.matches(of: #/(src|href)="([^"#]+)(#[^"]*)?"/#) {
        let target = String(match.output.2)
        if target.hasPrefix("https://example.org") { continue }
        let folder = ("\(site)/\(name)" as NSString).deletingLastPathComponent
        #expect(FileManager.default.fileExists(atPath: "\(folder)/\(target)"), "\(name): \(target)")
        count += 1
      }
    }
    #expect(count > 10)
  }

  @Test func `a drawing is shown so wide that its letters can be read`() throws {
    try fake.write(
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 310" width="640"></svg>"#,
      to: "lessons/01-two/figures/dot.png")
    #expect(try fake.course("book", site).code == 0)
    #expect(
      try page("\(site)/lessons/01-two/lesson.html").contains(#"style="min-width:549px""#))
  }

  @Test func `a folder that holds something else is left alone, a book is replaced`() throws {
    try fake.write("mine", to: "site/notes.txt")
    let refused = try fake.course("book", site)
    #expect(refused.code == 2 && refused.errors.contains("has other files in it"))
    try FileManager.default.removeItem(atPath: site)
    #expect(try fake.course("book", site).code == 0)
    #expect(try fake.course("book", site).code == 0)
    #expect(try fake.course("book").code == 2)
  }

  @Test func `a lesson is read with the learner's own pictures beside the reference's`() throws {
    let path = "\(fake.root)/.course/book/lessons/01-two/lesson.html"
    let run = try fake.course("read", "two")
    #expect(run.code == 0 && run.output.contains(".course/book/lessons/01-two/lesson.html"))
    #expect(!(try page(path)).contains("by your own code"))
    try png(width: 5, height: 4, to: ".course/pages/01-two-mine/dot.png")
    #expect(try fake.course("read", "1", "--path").output == path + "\n")
    let text = try page(path)
    #expect(text.contains(#"src="mine/dot.png" alt="A grey dot. By your own code." width="5""#))
    #expect(
      FileManager.default.fileExists(
        atPath: "\(fake.root)/.course/book/lessons/01-two/mine/dot.png"))
    #expect(try fake.course("read", "nothing").code == 2)
  }

  @Test func `frames that demos have drawn stand in the place of their stills`() throws {
    let path = "\(fake.root)/.course/book/lessons/01-two/lesson.html"
    try fake.write("<p>SLIDER</p>", to: ".course/pages/01-two/dot.png.html")
    try fake.course("read", "two")
    #expect(try page(path).contains("<p>SLIDER</p>"))
    #expect(!(try page(path)).contains("<img"))
    try png(width: 5, height: 4, to: ".course/pages/01-two-mine/dot.png")
    try fake.write("<p>MINE</p>", to: ".course/pages/01-two-mine/dot.png.html")
    try fake.course("read", "two")
    let text = try page(path)
    #expect(text.contains("<p>SLIDER</p>") && text.contains("<p>MINE</p>"))
  }
}
