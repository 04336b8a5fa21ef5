import Figures
import Layers
import Showing
import Subjects
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
      let subjects = try ComparedSubject.all()
      var inside: [[PageTable.Cell]] = Method.all.map { [.text($0.name), .text($0.lesson)] }
      var falls = inside
      var rows: [(name: String, plates: [Plate])] = []
      var allMaps: [[Tensor]] = []
      for compared in subjects {
        let maps = try show.progress("Explaining the \(compared.name)", Method.all) {
          try $0.map(compared)
        }
        rows.append((compared.name, try plates(of: compared, maps)))
        allMaps.append(maps)
        for (index, map) in maps.enumerated() {
          inside[index].append(
            compared.truth.map { .number(share(of: map, inside: $0)) } ?? .none)
          falls[index].append(.number(change(of: compared.subject, painting: map)))
        }
      }
      show.page.plates(inColumns: ["what is explained"] + Method.all.map(\.name), rows: rows)
      try sumUp(subjects, inside: inside, falls: falls, show)
      if let cat = subjects.first, let maps = allMaps.first {
        try tellOfTheAttackedCat(cat, maps, show)
      }
    }
  }

  /// The picture, and what each method makes of it.
  private static func plates(of compared: ComparedSubject, _ maps: [Tensor]) throws -> [Plate] {
    let picture = Plate(
      compared.subject.picture, "", alternative: "The picture of the \(compared.name).")
    return try [picture]
      + zip(Method.all, maps).map { method, map in
        Plate(
          try method.picture(of: map), "",
          alternative: "The map of \(method.name) for the \(compared.name).")
      }
  }

  private static func sumUp(
    _ subjects: [ComparedSubject], inside: [[PageTable.Cell]], falls: [[PageTable.Cell]],
    _ show: Demonstration
  ) throws {
    show.page.section("What they are worth")
    let header = ["method", "lesson"] + subjects.map(\.name)
    let chance: [PageTable.Cell] = subjects.map { compared in
      compared.truth.map { .number(Double($0.mean().scalar)) } ?? .none
    }
    show.page.table(
      PageTable(header, rows: inside + [["chance", "–"] + chance], decimals: 2),
      caption: """
        The share of each map's positive part that lies on what decides: the ink of the digit, the \
        shape, the cat's quarter. On the cat alone nobody knows. Coarse maps are enlarged first, which \
        may change the second decimal of what the lessons say.
        """)
    var generator = SplitMix64(seed: 1)
    let random: [PageTable.Cell] = subjects.map(\.subject).map { subject in
      let maps = (0..<5).map { _ in
        Tensor.uniform(in: 0..<1, shape: [subject.height, subject.width], using: &generator)
      }
      let changes = maps.map { change(of: subject, painting: $0) }
      return .number(changes.reduce(0, +) / Double(changes.count))
    }
    show.page.table(
      PageTable(header, rows: falls + [["a random tenth", "–"] + random], decimals: 2),
      caption: """
        How the score changes when the first tenth of each map's pixels is painted over: the more \
        it falls, the better. The random tenth is the mean of five.
        """)
  }

  /// By how much the logit changes when the first tenth of a map's pixels is painted over.
  private static func change(of subject: Subject, painting map: Tensor) -> Double {
    let painted = subject.network(subject.painted(overTopOf: map))
    return Double(painted[0, subject.target].scalar - subject.logit)
  }
}
