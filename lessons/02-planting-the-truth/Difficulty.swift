import Datasets

/// How well the shapes can be seen.
enum Difficulty: String, CaseIterable {
  case clear, pale, faint

  /// What the shapes look like: plain ones, since stripes and dots would take longer to learn.
  var style: Shapes.Style {
    switch self {
    case .clear: .plain(contrast: 0.85...1, noise: 0.02, background: 0.10...0.22)
    case .pale: .plain(contrast: 0.65...0.85, noise: 0.035, background: 0.18...0.28)
    case .faint: .plain(contrast: 0.5...0.7, noise: 0.05, background: 0.25...0.35)
    }
  }
}

extension Shapes.Style {
  /// Pictures in which there is no shape at all.
  static let hidden = plain(contrast: 0...0, noise: 0.02, background: 0.10...0.22)

  fileprivate static func plain(
    contrast: ClosedRange<Float>, noise: Float, background: ClosedRange<Float>
  ) -> Shapes.Style {
    Shapes.Style(
      contrast: contrast, noise: noise, background: background, textures: [.plain],
      sizes: [.medium, .large])
  }
}
