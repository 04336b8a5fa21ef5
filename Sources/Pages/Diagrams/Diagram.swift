import Texts

/// A mechanism drawn: boxes, arrows, braces, squares of heat, rulers, each at a place of its own.
///
///     var diagram = Diagram("A neuron", saying: "An arrow leads from the box x to the box relu.")
///     let x = diagram.box("x", at: Diagram.Point(0, 0))
///     let relu = diagram.box("relu", at: Diagram.Point(120, 0), tone: .accent)
///     diagram.arrow(from: x, to: relu, label: "w", side: .above)
///
/// A unit is a pixel on a phone, y grows downwards, and the origin is wherever you want it: the
/// picture is as large as what was placed. It may be `largestWidth` wide, so that its words can be
/// read on a phone. On a terminal a column is 6 units and a line 12.
public struct Diagram: Chart, Equatable {
  /// A place.
  public struct Point: Equatable, Sendable {
    /// How far to the right it is.
    public var x: Double
    /// How far down it is.
    public var y: Double

    /// Makes a place.
    ///
    /// - Parameters:
    ///   - x: How far to the right it is.
    ///   - y: How far down it is.
    public init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
  }

  /// A rectangle that something takes, such as a box that was placed.
  public struct Frame: Equatable, Sendable {
    /// Its left edge.
    public var x: Double
    /// Its upper edge.
    public var y: Double
    /// How wide it is.
    public var width: Double
    /// How high it is.
    public var height: Double

    /// Makes a rectangle.
    ///
    /// - Parameters:
    ///   - x: Its left edge.
    ///   - y: Its upper edge.
    ///   - width: How wide it is.
    ///   - height: How high it is.
    public init(x: Double, y: Double, width: Double, height: Double) {
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// Its middle.
    public var centre: Point { Point(x + width / 2, y + height / 2) }
    /// The middle of its left edge.
    public var left: Point { Point(x, y + height / 2) }
    /// The middle of its right edge.
    public var right: Point { Point(x + width, y + height / 2) }
    /// The middle of its upper edge.
    public var top: Point { Point(x + width / 2, y) }
    /// The middle of its lower edge.
    public var bottom: Point { Point(x + width / 2, y + height) }
  }

  /// What a colour means: greys for what is there, and few colours for what is meant.
  public enum Tone: String, Equatable, Sendable {
    /// What the diagram is made of.
    case ink
    /// What stands back.
    case quiet
    /// What the diagram is about.
    case accent
    /// What speaks for: red, as everywhere in the course.
    case positive
    /// What speaks against: blue.
    case negative
  }

  /// Where words stand beside a place.
  public enum Side: Equatable, Sendable { case on, above, below, left, right }

  /// Which ends of a line have heads.
  public enum Heads: Equatable, Sendable { case none, end, both }

  /// How words are set.
  public enum Lettering: String, Equatable, Sendable { case plain, bold, formula }

  /// The outline of a box.
  public enum Outline: Equatable, Sendable { case box, round, none }

  /// Something placed.
  enum Element: Equatable {
    case box(Frame, text: String, tone: Tone, outline: Outline, lettering: Lettering)
    case label(String, Point, side: Side, tone: Tone, lettering: Lettering)
    case line([Point], heads: Heads, tone: Tone, isDashed: Bool, isHeavy: Bool)
    case brace(from: Point, to: Point, side: Side, text: String, tone: Tone)
    case square(Frame, value: Double, text: String)
    case room(Frame)
  }

  /// How wide a diagram may be: what a phone shows.
  public static let largestWidth = 350.0

  /// What the diagram is of; it is read to those who cannot see it, and stands in no picture.
  public let title: String

  /// What there is to see, in sentences.
  public let summary: String

  private(set) var elements: [Element] = []

  /// Begins a diagram without anything on it.
  ///
  /// - Parameters:
  ///   - title: What the diagram is of.
  ///   - summary: What there is to see, in sentences, for those who cannot see it.
  public init(_ title: String, saying summary: String) {
    precondition(!summary.isEmpty, "the diagram \(title) says nothing to those who cannot see it")
    self.title = title
    self.summary = summary
  }

  mutating func place(_ element: Element) { elements.append(element) }
}
