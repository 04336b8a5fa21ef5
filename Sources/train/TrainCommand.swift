import Datasets
import Foundation
import Layers
import Models
import Tensors
import Texts

/// What was asked of the program cannot be done; says what can.
struct UsageError: Error, CustomStringConvertible {
  let description: String
}

/// The command line: which networks, from which seeds, and where their files go.
struct TrainCommand {
  private var recipes: [Recipe] = []
  private var seeds = 1
  private var folder = "trained"

  private static let usage = """
    Trains networks of the course anew and measures them on what they have not seen.

      swift run -c release train digitnet            one of them
      swift run -c release train digitnet tablenet   several
      swift run -c release train all                 all of them

    Networks: \(Recipe.all.map(\.name).joined(separator: ", ")).
    --seeds N         also trains from the seeds 2 to N, and puts what they reach on the card
    --output FOLDER   where weights and cards are written (trained)
    --threads N       how many threads compute (all cores)
    """

  /// Reads the arguments.
  init(_ arguments: some Sequence<String>) throws {
    var arguments = Array(arguments)[...]
    while let argument = arguments.popFirst() {
      switch argument {
      case "--help", "-h":
        print(Self.usage)
        exit(0)
      case "--output": folder = try Self.value(of: argument, &arguments)
      case "--seeds": seeds = try Self.number(of: argument, &arguments)
      case "--threads": Threads.count = try Self.number(of: argument, &arguments)
      case "all": recipes += Recipe.all
      default:
        guard let recipe = Recipe.all.first(where: { $0.name == argument.lowercased() }) else {
          throw UsageError(description: "There is no network “\(argument)”.\n\n\(Self.usage)")
        }
        recipes.append(recipe)
      }
    }
    guard !recipes.isEmpty else { throw UsageError(description: Self.usage) }
  }

  private static func value(
    of option: String, _ arguments: inout ArraySlice<String>
  ) throws -> String {
    guard let value = arguments.popFirst() else {
      throw UsageError(description: "\(option) needs a value after it.\n\n\(usage)")
    }
    return value
  }

  private static func number(
    of option: String, _ arguments: inout ArraySlice<String>
  ) throws -> Int {
    let value = try value(of: option, &arguments)
    guard let number = Int(value), (1...1000).contains(number) else {
      throw UsageError(description: "\(option) takes a number from 1 to 1000, not “\(value)”.")
    }
    return number
  }

  /// Does what was asked.
  func run() throws {
    for recipe in recipes { try make(recipe) }
  }

  /// Trains a network, writes it with its card, and says whether it is the one that was shipped.
  private func make(_ recipe: Recipe) throws {
    print("\(recipe.name): \(recipe.about)\n\(recipe.method)")
    let start = ContinuousClock.now
    let network = try recipe.train(recipe.seed, TrainingProgress.terminal())
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    var results = [recipe.seed: try recipe.measure(network)]
    for result in results[recipe.seed, default: []] { print("  \(result)") }
    for seed in 1..<UInt64(seeds) + 1 where seed != recipe.seed {
      let reached = try recipe.measure(recipe.train(seed) { _ in })
      print("  seed \(seed): \(reached.map(\.description).joined(separator: ", "))")
      results[seed] = reached
    }

    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let weights = "\(folder)/\(recipe.name).safetensors"
    try network.weights(metadata: ["network": recipe.name, "seed": "\(recipe.seed)"])
      .write(to: weights)
    let card = Card(recipe: recipe, network: network, results: results, seconds: seconds)
    let cardPath = "\(folder)/\(recipe.name).md"
    try card.text.write(toFile: cardPath, atomically: true, encoding: .utf8)
    let isShipped = (try? recipe.shipped()) == network
    print(
      "  \(seconds.text(decimals: 1)) s on \(Threads.count) threads; \(weights), \(cardPath)")
    print(
      isShipped
        ? "  These are the very weights that come with the course."
        : "  The weights that come with the course are others (another kind of machine rounds otherwise)."
    )
  }
}
