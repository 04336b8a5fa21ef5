import Foundation

/// How large a PNG is, so that a page keeps room for it while it loads.
struct PictureSize: Equatable {
  let width: Int
  let height: Int

  /// Reads the head of a file; nil where it is no PNG.
  init?(contentsOf path: String) {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 24).map({ [UInt8]($0) }), head.count == 24,
      head[..<8] == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    else { return nil }
    func number(at place: Int) -> Int {
      head[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    width = number(at: 16)
    height = number(at: 20)
  }
}

/// How wide a drawing has to be shown so that its letters can be read.
struct DrawingWidth {
  /// In pixels.
  let least: Int

  /// Reads the head of an SVG, whose letters are 14 units high; nil where it is none.
  init?(contentsOf path: String) {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 400),
      let match = String(decoding: head, as: UTF8.self)
        .firstMatch(of: #/viewBox="\S+ \S+ ([0-9.]+) /#), let width = Double(match.output.1)
    else { return nil }
    // Twelve pixels can be read, in a drawing that is moved under the finger where it does not fit.
    least = Int((width * 12 / 14).rounded(.up))
  }
}
