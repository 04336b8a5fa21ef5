import CourseKit
import Foundation
import Testing
import Upkeep

/// Links in Markdown lead somewhere, or are named.
@Suite struct LinkProofTests {
  private func faults(_ text: String) throws -> [String] {
    let folder = NSTemporaryDirectory() + "/links-\(UInt64.random(in: 0...(.max)))"
    try WholeFile.write("# Other page\n## A “b” c-d?\n## Twice\n## Twice\n", to: folder + "/b.md")
    try WholeFile.write(text, to: folder + "/a.md")
    return LinkProof.faults(of: folder + "/a.md")
  }

  @Test(arguments: [
    "[x](b.md)", "[x](b.md#other-page)", "[x](b.md#a-b-c-d)", "[x](b.md#twice-1)",
    "[x](https://nowhere.example)", "# Own\n[x](#own)", "`[x](c.md)`", "```\n[x](c.md)\n```",
  ])
  func `what is there is no fault`(text: String) throws {
    #expect(try faults(text).isEmpty)
  }

  @Test(arguments: [
    "[x](c.md)", "[x](b.md#twice-2)", "[x](#none)", "![x](b.png)", "[a](b.md) and [x](c.md)",
  ])
  func `what is not there is one`(text: String) throws {
    #expect(try faults(text).count == 1)
  }
}
