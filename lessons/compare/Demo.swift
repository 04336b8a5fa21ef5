import Figures
import Showing
import Tensors

/// The methods of the course side by side, on four pictures, with what each map is worth.
@main struct Demo {
  static func main() {
    Demonstration.run("Methods side by side", lesson: "compare") { show in
      show.page.text(
        """
        Every method that the course has so far, on the same four pictures. A map is worth something \
        if it lies where the truth is, and if the network misses what it points at. These are two \
        questions, and the answers need not agree.
        """)
      let subjects = try Subject.all()
      var inside: [[PageTable.Cell]] = Method.all.map { [.text($0.name), .text($0.lesson)] }
      var falls = inside
      for subject in subjects {
        let maps = try show.progress("Explaining the \(subject.name)", Method.all) {
          try $0.map(subject)
        }
        try tell(of: subject, maps, show)
        for (index, map) in maps.enumerated() {
          inside[index].append(subject.share(of: map).map { .number($0) } ?? .none)
          falls[index].append(.number(try subject.change(painting: map)))
        }
      }
      try sumUp(subjects, inside: inside, falls: falls, show)
    }
  }

  private static func tell(of subject: Subject, _ maps: [Tensor], _ show: Demonstration) throws {
    show.page.section(
      Prose(verbatim: subject.name.prefix(1).uppercased() + subject.name.dropFirst()))
    let plates = try zip(Method.all, maps).map { method, map in
      Plate(
        try method.picture(of: map), Prose(verbatim: method.name),
        alternative: "The map of \(method.name) for the \(subject.name).")
    }
    let picture = Plate(
      subject.picture, "what is explained", alternative: "The picture of the \(subject.name).")
    show.page.plates([picture] + plates)
  }

  private static func sumUp(
    _ subjects: [Subject], inside: [[PageTable.Cell]], falls: [[PageTable.Cell]],
    _ show: Demonstration
  ) throws {
    show.page.section("What they are worth")
    let header = ["method", "lesson"] + subjects.map(\.name)
    let chance: [PageTable.Cell] = subjects.map { subject in
      subject.truth.map { .number(Double($0.mean().scalar)) } ?? .none
    }
    show.page.table(
      PageTable(header, rows: inside + [["chance", "–"] + chance], decimals: 2),
      caption: """
        The share of each map's positive part that lies on what decides: the ink of the digit, the \
        shape, the cat's quarter. On the cat alone nobody knows. Coarse maps are enlarged first, which \
        may change the second decimal of what the lessons say.
        """)
    var generator = SplitMix64(seed: 1)
    let random: [PageTable.Cell] = try subjects.map { subject in
      let maps = (0..<5).map { _ in
        Tensor.uniform(in: 0..<1, shape: [subject.height, subject.width], using: &generator)
      }
      let changes = try maps.map { try subject.change(painting: $0) }
      return .number(changes.reduce(0, +) / Double(changes.count))
    }
    show.page.table(
      PageTable(header, rows: falls + [["a random tenth", "–"] + random], decimals: 2),
      caption: """
        How the score changes when the first tenth of each map's pixels is painted over: the more \
        it falls, the better. The random tenth is the mean of five.
        """)
  }
}

extension Subject {
  /// The share of a map's positive part on what decides.
  func share(of map: Tensor) -> Double? {
    truth.map { truth in
      let positive = map.relu()
      let all = positive.sum().scalar
      return all == 0 ? 0 : Double((positive * truth).sum().scalar / all)
    }
  }

  /// By how much the score changes when the first tenth of a map's pixels is painted over.
  func change(painting map: Tensor) throws -> Double {
    let order = map.reshaped(to: [-1]).sortOrder(descending: true)[0]
    var kept = [Float](repeating: 1, count: order.count)
    for pixel in order.prefix(order.count / 10) { kept[pixel] = 0 }
    let mask = Tensor(kept, shape: [1, 1, height, width])
    return Double((try score(self.kept(mask)) - score(input)).scalar)
  }
}
