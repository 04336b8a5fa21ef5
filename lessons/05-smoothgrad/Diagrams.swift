import Figures
import SmoothGrad
import Tensors

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// What a photograph's gradient would be without ripples, for the drawing.
  private static let signal: [[Double]] = [[0, 0, 0], [0, 0.8, 0.4], [0, 0, 0]]

  /// Copies with noise, a gradient of each, and their mean.
  static var mechanism: Diagram {
    var diagram = Diagram(
      "SmoothGrad",
      saying: """
        A photograph x leads to three noisy copies, x + ε₁, x + ε₂ and x + ε₃. From each an arrow \
        leads to its gradient, nine squares, red and blue and different each time. Arrows from the \
        three lead to their mean, in which two squares stand out in red and most others are pale.
        """)
    var generator = SplitMix64(seed: 12)
    let maps = (0..<3).map { _ in
      signal.map { row in
        row.map { $0 + Double(Tensor.normal(deviation: 0.3, shape: [], using: &generator).scalar) }
      }
    }
    let mean = signal.indices.map { row in
      signal.indices.map { column in maps.map { $0[row][column] }.reduce(0, +) / 3 }
    }
    let photograph = diagram.box("photo-\ngraph x", at: .init(27, 96), width: 54)
    let middle = diagram.squares(mean, at: .init(282, 70), side: 17)
    for (index, map) in maps.enumerated() {
      let y = 96 * Double(index)
      let copy = diagram.box("x + ε\(["₁", "₂", "₃"][index])", at: .init(108, y), width: 52)
      let frame = diagram.squares(map, at: .init(194, y - 26), side: 17)
      diagram.arrow(from: photograph, to: copy, tone: .quiet)
      diagram.arrow(from: copy, to: frame)
      diagram.arrow(from: frame, to: middle, tone: .accent)
    }
    diagram.label("mean", at: middle.bottom, side: .below, tone: .accent, lettering: .bold)
    diagram.brace("noisy copies", from: .init(82, 226), to: .init(134, 226), side: .below)
    diagram.brace("gradients", from: .init(194, 226), to: .init(245, 226), side: .below)
    return diagram
  }

  /// A zigzag that rises on the whole, and the slopes at four noisy copies of one input.
  static var zigzag: Diagram {
    var diagram = Diagram(
      "A zigzag and four slopes",
      saying: """
        A zigzag over x rises by 0.5 from 0 to 0.1, falls by 0.3 to 0.2, and so on, up to 0.5. A dashed \
        line through it has the slope 1. Four points are marked: x = 0.25 and 0.05, where the zigzag \
        rises with slope 5, and 0.15 and 0.35, where it falls with slope −3.
        """)
    func place(_ x: Double, _ y: Double) -> Diagram.Point { .init(x * 530, -y * 190) }
    diagram.line([place(0, 0), place(0.62, 0)], heads: .end, tone: .quiet)
    diagram.line([place(0, 0), place(0, 1.05)], heads: .end, tone: .quiet)
    diagram.label("x", at: place(0.615, 0), side: .below, lettering: .formula)
    diagram.label("score", at: place(0, 1.05), side: .right)
    for (x, text) in [(0.1, "0.1"), (0.2, "0.2"), (0.3, "0.3"), (0.4, "0.4"), (0.5, "0.5")] {
      diagram.label(text, at: place(x, 0), side: .below, tone: .quiet)
    }
    diagram.line(
      (0...5).map { step in
        let height = 0.2 * Double(step / 2) + (step % 2 == 0 ? 0 : 0.5)
        return place(0.1 * Double(step), height)
      }, isHeavy: true)
    diagram.line([place(0, 0.15), place(0.6, 0.75)], tone: .quiet, isDashed: true)
    diagram.label("slope 1", at: place(0.555, 0.69), side: .below, tone: .quiet)
    for (x, height, slope) in [
      (0.05, 0.25, 5.0), (0.15, 0.35, -3), (0.25, 0.45, 5), (0.35, 0.55, -3),
    ] {
      let half = 0.028
      diagram.line(
        [place(x - half, height - half * slope), place(x + half, height + half * slope)],
        heads: .end, tone: slope > 0 ? .positive : .negative, isHeavy: true)
      diagram.label(
        slope > 0 ? "5" : "−3", at: place(x + (slope > 0 ? -0.01 : 0.015), height + 0.06),
        side: slope > 0 ? .left : .right, tone: slope > 0 ? .positive : .negative)
    }
    diagram.line([place(0.25, 0), place(0.25, 0.3)], heads: .end, tone: .accent)
    diagram.label("here", at: place(0.252, 0.12), side: .right, tone: .accent)
    return diagram
  }
}
