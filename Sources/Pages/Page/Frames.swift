import Texts

/// Pictures or charts of which a reader sees one at a time: with a slider, or by ticking boxes.
///
///     page.frames(
///       Frames("the layer", places.map { Plate(map(at: $0), "\($0)", alternative: "…") }),
///       caption: "From the stem to the head.")
///
/// All are drawn beforehand, by the code that the page was made with. Where no script runs, on a
/// terminal and in a file, some stand for all of them: of a slider's the first, the middle and the
/// last, of those that are ticked the one that the reader begins with.
public struct Frames: Sendable {
  enum Content: Sendable {
    case plate(Plate)
    case chart(any Chart)
  }

  /// What the reader changes, such as "the layer".
  public let name: String

  /// What can be ticked; nothing where there is a slider.
  let boxes: [String]

  /// The frames that stand for all.
  public let stills: [Int]

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
      name, labels: plates.map(\.caption), contents: plates.map { .plate($0) }, bar: bar,
      stills: Self.ends(of: plates.count))
  }

  /// Makes frames of charts or diagrams.
  ///
  /// - Parameters:
  ///   - name: What the slider changes, such as "x".
  ///   - charts: The charts in their order, and what stands over each.
  public init(_ name: String, _ charts: [(label: Prose, chart: any Chart)]) {
    self.init(
      name, labels: charts.map(\.label), contents: charts.map { .chart($0.chart) }, bar: nil,
      stills: Self.ends(of: charts.count))
  }

  /// Makes frames of charts or diagrams for all sets of a few things that are ticked.
  ///
  /// - Parameters:
  ///   - name: What is ticked, such as "who is present".
  ///   - boxes: What each box stands for.
  ///   - start: The set that the reader begins with, by its number: bit k is box k.
  ///   - chart: What is shown for a set, and what stands over it.
  public init(
    _ name: String, ticking boxes: [String], from start: Int,
    _ chart: (_ ticked: [Bool]) -> (label: Prose, chart: any Chart)
  ) {
    precondition((1...4).contains(boxes.count), "\(boxes.count) boxes: one to four can be ticked")
    let sets = (0..<1 << boxes.count).map { set in boxes.indices.map { set >> $0 & 1 == 1 } }
    precondition(sets.indices.contains(start), "there is no set \(start) of \(boxes.count) boxes")
    let charts = sets.map(chart)
    self.init(
      name, labels: charts.map(\.label), contents: charts.map { .chart($0.chart) }, bar: nil,
      stills: [start], boxes: boxes)
  }

  private init(
    _ name: String, labels: [Prose], contents: [Content], bar: ColourBar?, stills: [Int],
    boxes: [String] = []
  ) {
    precondition(!name.isEmpty, "a slider without a name cannot be understood")
    precondition(contents.count > 1, "\(contents.count) frames need no slider: two are the least")
    precondition(
      labels.allSatisfy { !$0.plain.isEmpty }, "a frame by \(name) has no label: say what it shows")
    (self.name, self.labels, self.contents, self.bar) = (name, labels, contents, bar)
    (self.stills, self.boxes) = (stills, boxes)
  }

  /// The first, the middle and the last.
  private static func ends(of count: Int) -> [Int] {
    Array(Set([0, count / 2, count - 1])).sorted()
  }

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
    return parts.isEmpty ? nil : Stills(title: boxes.isEmpty ? "By \(name)" : name, parts: parts)
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
    \(ChartStyle.rules)\(DiagramStyle.rules)\(BarChart.whiskers)
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
      + #"data-name="\#(escaped(frames.name))""#
      + (frames.boxes.isEmpty
        ? ""
        : #" data-boxes="\#(escaped(frames.boxes.joined(separator: "|")))" "#
          + #"data-start="\#(frames.stills[0])""#)
      + #"><div class="set">"#
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

  /// Puts a slider or boxes under each set of frames and shows the frame that they point at.
  ///
  /// All frames lie on one place, so that nothing moves but what is shown. Arrow keys move a slider
  /// as they do everywhere, and the space bar ticks a box.
  static let script = """
    for (const figure of document.querySelectorAll('.frames:not(.alive)')) {
      const frames = [...figure.querySelectorAll('.frame')];
      const show = chosen =>
        frames.forEach((frame, index) => frame.classList.toggle('shown', index == chosen));
      const {name, boxes, start = 0} = figure.dataset;
      const controls = document.createElement('div');
      const input = type => Object.assign(document.createElement('input'), {type});
      if (boxes) {
        const all = boxes.split('|').map((text, index) => {
          const box = Object.assign(input('checkbox'), {checked: start >> index & 1});
          const label = document.createElement('label');
          label.append(box, text);
          controls.append(label);
          return box;
        });
        controls.setAttribute('role', 'group');
        controls.setAttribute('aria-label', name);
        controls.prepend(name);
        controls.addEventListener('input', () =>
          show(all.reduce((set, box, index) => set + box.checked * 2 ** index, 0)));
      } else {
        const slider = Object.assign(input('range'), {min: 0, max: frames.length - 1, value: 0});
        slider.setAttribute('aria-label', name);
        const label = () => slider.setAttribute(
          'aria-valuetext', frames[slider.value].querySelector('.label').textContent);
        slider.addEventListener('input', () => { show(slider.value); label(); });
        controls.append(slider);
        label();
      }
      controls.className = 'controls';
      figure.querySelector('.set').after(controls);
      figure.classList.add('alive');
      show(start);
    }
    """
}
