import Foundation
import Testing
import Texts

/// Markdown as HTML that the strict rules of XML can read.
@Suite struct MarkdownHTMLTests {
  private func html(_ markdown: String) -> String { MarkdownHTML().rendered(Markdown(markdown)) }

  @Test(arguments: [
    ("# A *b*", #"<h1 id="a-b">A <em>b</em></h1>"#),
    ("a < b & `<i>`", "<p>a &lt; b &amp; <code>&lt;i&gt;</code></p>"),
    ("[a](b.md#c)", #"<p><a href="b.md#c">a</a></p>"#),
    ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
    ("4. a\n\n   b", "<ol start=\"4\">\n<li><p>a</p>\n<p>b</p></li>\n</ol>"),
    ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
    ("    a\n    <b", #"<pre tabindex="0"><code>a"# + "\n&lt;b</code></pre>"),
    ("![a \"b\"](c.png)", #"<figure><img src="c.png" alt="a &quot;b&quot;"></figure>"#),
    (
      "![a](c.png)\n\n*Figure 1. Look.*\n\n*Not this.*",
      #"<figure><img src="c.png" alt="a"><figcaption><em>Figure 1. Look.</em></figcaption></figure>"#
        + "\n<p><em>Not this.</em></p>"
    ),
    ("A ![a](c.png) b", #"<p>A <img src="c.png" alt="a"> b</p>"#),
  ])
  func `each construct has its element`(markdown: String, markup: String) throws {
    #expect(html(markdown) == markup)
  }

  @Test func `a formula is MathML, and the answer to a prediction is marked`() throws {
    let root = try tree(
      of: html(
        """
        # T

        $$x \\qquad y$$

        **Predict.** How $n$?

        <details><summary>The answer</summary>

        So.

        </details>

        <details><summary>Another</summary>No.</details>

        ## Predict first

        What?

        <details><summary>That</summary>Yes.</details>
        """))
    #expect(root.all("math").count == 3)
    #expect(
      root.all("details").map { $0.attributes["class"] } == ["prediction", nil, "prediction"])
  }

  @Test func `a link that leads nowhere is words, and pictures are shown as asked`() {
    let renderer = MarkdownHTML(
      link: { $0 == "a.md" ? "a.html" : nil }, picture: { "[\($0) at \($1)]" })
    #expect(
      renderer.rendered(Markdown("[a](a.md) [b](b.swift) ![c](d.png) e"))
        == "<p><a href=\"a.html\">a</a> b [c at d.png] e</p>")
  }

  @Test func `every lesson and document is a tree`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var count = 0
    for folder in ["lessons", "docs"] {
      let files = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
      while let name = files?.nextObject() as? String {
        guard name.hasSuffix(".md") else { continue }
        let text = try String(
          contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
        let page = try tree(of: html(text))
        #expect(page.all("h1").count == 1, "\(name)")
        #expect(page.all("h2").count == Markdown(text).headings.count { $0.level == 2 }, "\(name)")
        #expect(page.all("details").count == text.ranges(of: "<details>").count, "\(name)")
        count += 1
      }
    }
    #expect(count >= 10)
  }
}
