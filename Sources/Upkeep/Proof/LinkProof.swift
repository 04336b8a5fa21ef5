import CourseKit
import Foundation

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
  static func targets(in text: String) -> [String] {
    var targets: [String] = []
    for line in prose(of: text) {
      var rest = line
      while let middle = rest.range(of: "]("),
        let end = rest[middle.upperBound...].firstIndex(of: ")")
      {
        let target = rest[middle.upperBound..<end].split(separator: " ").first ?? ""
        if !target.isEmpty { targets.append(String(target)) }
        rest = rest[end...]
      }
    }
    return targets
  }

  /// The anchors that GitHub makes of a text's headings.
  static func anchors(in text: String) -> Set<String> {
    var anchors: Set<String> = []
    for line in prose(of: text) where line.hasPrefix("#") {
      let title = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
      let anchor = title.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
        .replacing(" ", with: "-")
      var name = anchor
      var count = 0
      while !anchors.insert(name).inserted {
        count += 1
        name = "\(anchor)-\(count)"
      }
    }
    return anchors
  }

  /// The lines outside of code, without code in them.
  private static func prose(of text: String) -> [Substring] {
    var isCode = false
    return text.split(separator: "\n").compactMap { line in
      if line.drop(while: { $0 == " " }).hasPrefix("```") {
        isCode.toggle()
        return nil
      }
      guard !isCode, !line.hasPrefix("    ") else { return nil }
      if line.hasPrefix("#") { return line }
      let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
      return Substring(
        pieces.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined())
    }
  }
}
