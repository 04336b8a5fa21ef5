import Layers
import Models
import Tensors
import Texts

/// What one should know of a network before relying on it, as a page of Markdown.
struct Card {
  let recipe: Recipe
  let network: Network
  /// What each seed reaches; the recipe's own is among them.
  let results: [UInt64: [Recipe.Result]]
  let seconds: Double

  /// The page.
  var text: String {
    """
    # \(recipe.name)

    \(recipe.about)

    \(results[recipe.seed, default: []].map { "- \($0)" }.joined(separator: "\n"))

    \(recipe.method)

    | | |
    |---|---|
    | parameters | \(network.parameterCount) |
    | input | \(network.input.map(String.init).joined(separator: " × ")) |
    | seed | \(recipe.seed) |
    | time to train | \(max(1, seconds).text(decimals: 0)) s on \(Threads.count) threads |
    | again | `swift run -c release train \(recipe.name)` |
    \(otherSeeds)
    """
  }

  /// What was reached from other seeds, so that one sees how much is luck.
  private var otherSeeds: String {
    guard results.count > 1 else { return "" }
    let lines = results.sorted { $0.key < $1.key }.map { seed, results in
      "- seed \(seed): \(results.map(\.description).joined(separator: ", "))"
    }
    return "\nFrom several seeds:\n\n\(lines.joined(separator: "\n"))\n"
  }
}
