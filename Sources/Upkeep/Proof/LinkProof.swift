import CourseKit
import Foundation
import Texts

/// Whether every link of a Markdown file leads somewhere on this disk; the net is not asked.
public enum LinkProof {
  /// The links of a file that lead nowhere; a sentence each.
  public static func faults(of path: String) -> [String] {
    guard let text = WholeFile.read(path) else { return ["it cannot be read"] }
    let folder = (path as NSString).deletingLastPathComponent
    return targets(in: text).compactMap { target in
      if target.contains("://") || target.hasPrefix("mailto:") { return nil }
      let pieces = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(pieces[0]).removingPercentEncoding ?? String(pieces[0])
      let file = name.isEmpty ? path : "\(folder)/\(name)"
      guard FileManager.default.fileExists(atPath: file) else { return "\(target) is not there" }
      guard pieces.count == 2, file.hasSuffix(".md") else { return nil }
      let anchors = anchors(in: WholeFile.read(file) ?? "")
      return anchors.contains(String(pieces[1])) ? nil : "\(target): there is no such heading"
    }
  }

  /// Where the links and pictures of a text lead.
  static func targets(in text: String) -> [String] { targets(in: Markdown(text).blocks) }

  private static func targets(in blocks: [Markdown.Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .heading(_, let words), .paragraph(let words): targets(in: words)
      case .quote(let inside): targets(in: inside)
      case .fold(let summary, let inside): targets(in: summary) + targets(in: inside)
      case .list(_, let items): items.flatMap { targets(in: $0) }
      case .table(let header, let rows, _): ([header] + rows).joined().flatMap { targets(in: $0) }
      case .code, .formula, .html, .rule: []
      }
    }
  }

  private static func targets(in parts: [Markdown.Inline]) -> [String] {
    parts.flatMap { part -> [String] in
      switch part {
      case .emphasis(let inner), .strong(let inner): targets(in: inner)
      case .link(let words, let target): targets(in: words) + [target]
      case .picture(_, let target): [target]
      case .text, .code, .formula: []
      }
    }.filter { !$0.isEmpty }
  }

  /// The anchors that GitHub makes of a text's headings.
  static func anchors(in text: String) -> Set<String> {
    Set(Markdown(text).headings.map(\.anchor))
  }
}
