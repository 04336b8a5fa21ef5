extension Diagram {
  /// A node of a tree, with what hangs below it.
  public struct Tree: Equatable, Sendable {
    /// What stands in the node.
    public let text: String

    /// What stands on the way to it from the node above.
    public let way: String

    /// The colour of the node, and of the way to it.
    public let tone: Tone

    /// What hangs below it, from left to right.
    public let children: [Tree]

    /// Makes a node.
    ///
    /// - Parameters:
    ///   - text: What stands in it.
    ///   - way: What stands on the way to it from the node above, such as "yes".
    ///   - tone: The colour of the node, and of the way to it.
    ///   - children: What hangs below it, from left to right.
    public init(_ text: String, way: String = "", tone: Tone = .ink, _ children: [Tree] = []) {
      (self.text, self.way, self.tone, self.children) = (text, way, tone, children)
    }
  }

  /// Places a tree, its root on top, each node above the middle of what hangs below it.
  ///
  /// - Parameters:
  ///   - tree: The root.
  ///   - corner: The upper left corner of what the tree takes.
  ///   - down: How far a row is from the next one.
  ///   - gap: How much room is between two leaves.
  /// - Returns: The rectangle of the root.
  @discardableResult
  public mutating func tree(
    _ tree: Tree, at corner: Point, down: Double = 74, gap: Double = 12
  ) -> Frame {
    var free = corner.x
    return place(tree, y: corner.y + 16, down: down, gap: gap, free: &free)
  }

  private mutating func place(
    _ tree: Tree, y: Double, down: Double, gap: Double, free: inout Double
  ) -> Frame {
    let below = tree.children.map { child in
      place(child, y: y + down, down: down, gap: gap, free: &free)
    }
    var root = Diagram("", saying: " ")
    let size = root.box(tree.text, at: Point(0, 0))
    let middle: Double
    if let first = below.first, let last = below.last {
      middle = (first.centre.x + last.centre.x) / 2
      free = max(free, middle + size.width / 2 + gap)
    } else {
      middle = free + size.width / 2
      free += size.width + gap
    }
    let frame = box(tree.text, at: Point(middle, y), tone: tree.tone)
    for (child, place) in zip(tree.children, below) {
      arrow(from: frame, to: place, label: child.way, tone: child.tone)
    }
    return frame
  }
}
