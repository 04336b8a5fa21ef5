import Datasets
import Foundation
import MixtureOfExperts
import Showing

/// What came of ten training seeds for every way to train.
///
/// Training all of them takes minutes, so they are kept in `figures/runs.csv`;
/// `./course run 28 --train` makes them again.
struct Runs {
  /// A way to train that differs in one thing from the first.
  enum Setting: String, CaseIterable {
    case plain
    /// Twenty is added to both inputs.
    case shifted
    /// The same, and the router takes the mean off.
    case centred
    /// Ten experts for the four regimes.
    case ten
    /// One of the regimes has 70 % of the examples.
    case uneven

    /// The weights of the balance loss that are tried.
    var weights: [Double] {
      switch self {
      case .plain: [0, 0.01, 0.1, 1, 10, 100]
      case .shifted: [0, 10]
      case .centred: [0]
      case .ten: [0, 10]
      case .uneven: [0, 10]
      }
    }

    func plan(_ weight: Double) -> TrainedMixture.Plan {
      var plan = TrainedMixture.Plan()
      plan.balance = Float(weight)
      if self == .shifted || self == .centred { plan.regimes.shift = 20 }
      plan.isCentred = self == .centred
      if self == .ten { plan.experts = 10 }
      if self == .uneven { plan.regimes.frequencies = [0.7, 0.1, 0.1, 0.1] }
      return plan
    }
  }

  /// What came of one training.
  struct Run {
    /// The normalised mutual information of regimes and first choices.
    let information: Double
    /// The mean squared error.
    let error: Double
    /// The part of the examples that the busiest expert answers for.
    let busiest: Double
    /// How many experts answer for at least 1 % of the examples.
    let used: Int
    /// The part of the examples that the busiest expert had before the first step.
    let busiestAtFirst: Double
  }

  static let seeds: ClosedRange<UInt64> = 1...10
  static let file = "runs.csv"

  private var runs: [String: [Run]] = [:]

  /// Reads what is kept.
  init(contentsOf path: String) throws {
    let table = try Table(contentsOf: path)
    let numbers = try ["weight", "information", "error", "busiest", "used", "first"].map {
      try table.numbers($0)
    }
    for (row, setting) in try table.categories("setting").enumerated() {
      let key = Self.key(setting, numbers[0][row])
      runs[key, default: []].append(
        Run(
          information: numbers[1][row], error: numbers[2][row], busiest: numbers[3][row],
          used: Int(numbers[4][row]), busiestAtFirst: numbers[5][row]))
    }
  }

  private static func key(_ setting: String, _ weight: Double) -> String { "\(setting) \(weight)" }

  /// What came of each seed.
  subscript(setting: Setting, weight: Double) -> [Run] {
    runs[Self.key(setting.rawValue, weight), default: []]
  }

  /// The information of each seed.
  func information(_ setting: Setting, _ weight: Double) -> [Double] {
    self[setting, weight].map(\.information)
  }

  /// Trains one mixture and measures it.
  static func run(_ setting: Setting, _ weight: Double, seed: UInt64) throws -> Run {
    let trained = try TrainedMixture(setting.plan(weight), seed: seed)
    let choices = try trained.choices()
    let used = Set(choices).count { expert in
      choices.count { $0 == expert } * 100 >= choices.count
    }
    return Run(
      information: try normalisedMutualInformation(trained.asked.regimes, choices),
      error: try trained.error(), busiest: TrainedMixture.largestPart(of: choices), used: used,
      busiestAtFirst: trained.busiest.first ?? 0)
  }

  /// Trains all of them, and keeps what they came to.
  static func measure(into path: String, _ note: (String) -> Void) throws {
    var rows = ["setting,weight,seed,information,error,busiest,used,first"]
    for setting in Setting.allCases {
      for weight in setting.weights {
        for seed in seeds {
          note("Training \(setting.rawValue), balance \(weight), seed \(seed)")
          let run = try run(setting, weight, seed: seed)
          let numbers = [run.information, run.error, run.busiest].map {
            String(format: "%.4f", $0)
          }
          rows.append(
            "\(setting.rawValue),\(weight),\(seed),\(numbers.joined(separator: ",")),\(run.used),"
              + String(format: "%.4f", run.busiestAtFirst))
        }
      }
    }
    try Data(rows.map { "\($0)\n" }.joined().utf8)
      .write(to: URL(filePath: path), options: .atomic)
  }
}
