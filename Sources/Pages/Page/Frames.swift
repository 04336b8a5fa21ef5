import Texts

/// Pictures or charts that a reader walks through with a slider, one at a time.
///
///     page.frames(
///       Frames("the layer", places.map { Plate(map(at: $0), "\($0)", alternative: "…") }),
///       caption: "From the stem to the head.")
///
/// All are drawn beforehand, by the code that the page was made with. Where no script runs, on a
/// terminal and in a file, the first, the middle and the last stand for all of them.
public struct Frames: Sendable {
  enum Content: Sendable {
    case plate(Plate)
    case chart(any Chart)
  }

  /// What the slider changes, such as "the layer".
  public let name: String

  /// What stands over each frame.
  let labels: [Prose]

  let contents: [Content]

  /// What the colours of pictures stand for; nil where colours are no numbers.
  let bar: ColourBar?

  /// Makes frames of pictures.
  ///
  /// - Parameters:
  ///   - name: What the slider changes, such as "the layer".
  ///   - bar: What the pictures' colours stand for; nil where colours are no numbers.
  ///   - plates: The pictures in their order; what stands over each is its caption.
  public init(_ name: String, bar: ColourBar? = nil, _ plates: [Plate]) {
    self.init(
      name, labels: plates.map(\.caption), contents: plates.map { .plate($0) }, bar: bar)
  }

  /// Makes frames of charts or diagrams.
  ///
  /// - Parameters:
  ///   - name: What the slider changes, such as "x".
  ///   - charts: The charts in their order, and what stands over each.
  public init(_ name: String, _ charts: [(label: Prose, chart: any Chart)]) {
    self.init(
      name, labels: charts.map(\.label), contents: charts.map { .chart($0.chart) }, bar: nil)
  }

  private init(_ name: String, labels: [Prose], contents: [Content], bar: ColourBar?) {
    precondition(!name.isEmpty, "a slider without a name cannot be understood")
    precondition(contents.count > 1, "\(contents.count) frames need no slider: two are the least")
    precondition(
      labels.allSatisfy { !$0.plain.isEmpty }, "a frame by \(name) has no label: say what it shows")
    (self.name, self.labels, self.contents, self.bar) = (name, labels, contents, bar)
  }

  /// The frames that stand for all: the first, the middle and the last.
  public var stills: [Int] { Array(Set([0, contents.count / 2, contents.count - 1])).sorted() }

  /// The stills of pictures as a sheet; nil where the frames are charts.
  public var stillSheet: PlateSheet? {
    let plates = stillPlates
    return plates.isEmpty ? nil : PlateSheet(columns: plates.count, bar: bar, plates)
  }

  /// The stills of pictures; none where the frames are charts.
  var stillPlates: [Plate] {
    stills.compactMap { if case .plate(let plate) = contents[$0] { plate } else { nil } }
  }

  /// The stills of charts, under each other; nil where the frames are pictures.
  public var stillChart: (some Chart)? {
    let parts = stills.compactMap { index -> Stills.Part? in
      guard case .chart(let chart) = contents[index] else { return nil }
      return Stills.Part(label: labels[index].plain, chart: chart)
    }
    return parts.isEmpty ? nil : Stills(title: "By \(name)", parts: parts)
  }
}

extension Frames {
  /// The frames as a part of another page, with the rules and the script that they need.
  ///
  /// - Parameter number: Unique on that page.
  /// - Returns: Markup that needs nothing beside it.
  public func fragment(number: Int) -> String {
    """
    <style>
    .frames{\(ChartStyle.light)}
    @media (prefers-color-scheme:dark){.frames{\(ChartStyle.dark)}}
    \(PageStyle.charts)
    \(PageStyle.frames)
    \(ChartStyle.rules)\(DiagramStyle.rules)
    </style>
    \(FrameBlock(frames: self, caption: nil).html(number: number))
    <script>
    \(FrameBlock.script)
    </script>

    """
  }
}

/// Charts under each other, each with its label.
struct Stills: Chart {
  struct Part: Sendable {
    let label: String
    let chart: any Chart
  }

  let title: String
  let parts: [Part]

  var summary: String {
    parts.map { "\($0.label): \($0.chart.summary)" }.joined(separator: " ")
  }

  func drawing(width: Double) -> Drawing {
    let drawings = parts.map { $0.chart.drawing(width: width) }
    var all = Drawing(width: drawings.map(\.width).max() ?? width)
    all.largestScale = drawings.map(\.largestScale).min() ?? 1
    all.rules = drawings.first { !$0.rules.isEmpty }?.rules ?? ""
    for (part, drawing) in zip(parts, drawings) {
      all.height = all.paragraph(
        part.label, y: all.height, size: ChartStyle.fontSize, style: "quiet")
      all.append(drawing, y: all.height + 2)
      all.height += drawing.height + 18
    }
    return all
  }

  func draw(on terminal: Terminal) {
    for (index, part) in parts.enumerated() {
      if index > 0 { terminal.write([StyledText()]) }
      terminal.write(StyledText(part.label, .faint).wrapped(to: terminal.textColumns))
      part.chart.draw(on: terminal)
    }
  }
}

struct FrameBlock: Block {
  let frames: Frames
  let caption: Prose?

  func html(number: Int) -> String {
    let stills = Set(frames.stills)
    let parts = frames.contents.enumerated().map { index, content in
      let shown =
        switch content {
        case .plate(let plate): plate.image
        case .chart(let chart): Self.html(of: chart, number: number * 1000 + index)
        }
      return #"<div class="frame\#(stills.contains(index) ? " still" : "")">"#
        + #"<p class="label">\#(frames.labels[index].html)</p>\#(shown)</div>"#
    }
    let isOfCharts = frames.stillPlates.isEmpty
    return #"<figure class="frames\#(isOfCharts ? " charts" : "")" "#
      + #"data-name="\#(escaped(frames.name))"><div class="set">"#
      + "\n\(parts.joined(separator: "\n"))\n</div>\(frames.bar?.html ?? "")"
      + (caption.map { "<figcaption>\($0.html)</figcaption>" } ?? "") + "</figure>"
  }

  private static func html(of chart: some Chart, number: Int) -> String {
    ChartBlock(chart: chart, caption: nil).html(number: number)
  }

  func draw(on terminal: Terminal) {
    if let chart = frames.stillChart {
      chart.draw(on: terminal)
      guard let caption else { return }
      terminal.write(caption.styled(on: terminal, .faint).wrapped(to: terminal.textColumns))
    } else {
      PlateRow(plates: frames.stillPlates, bar: frames.bar, caption: caption).draw(on: terminal)
    }
  }

  /// Puts a slider under each set of frames and shows the frame that it points at.
  ///
  /// All frames lie on one place, so that nothing moves but what is shown. Arrow keys move a slider
  /// as they do everywhere.
  static let script = """
    for (const figure of document.querySelectorAll('.frames:not(.alive)')) {
      const frames = [...figure.querySelectorAll('.frame')];
      const slider = document.createElement('input');
      Object.assign(slider, {type: 'range', min: 0, max: frames.length - 1, value: 0});
      slider.setAttribute('aria-label', figure.dataset.name);
      const show = () => {
        frames.forEach((frame, index) => frame.classList.toggle('shown', index == slider.value));
        const label = frames[slider.value].querySelector('.label');
        slider.setAttribute('aria-valuetext', label.textContent);
      };
      slider.addEventListener('input', show);
      figure.querySelector('.set').after(slider);
      figure.classList.add('alive');
      show();
    }
    """
}
