import Figures
import Layers
import Models
import Tensors
import Texts

/// Tells which networks come with the course, how many numbers they consist of, and how long they
/// take to load.
///
/// - Parameter terminal: Where to.
/// - Throws: An error if a file of weights is missing or damaged.
func exploreNetworks(on terminal: Terminal) throws {
  var networks: [(name: String, load: () throws -> Network)] = [
    ("efficientnet-lite0", EfficientNetLite0.network)
  ]
  for recipe in Recipe.all { networks.append((recipe.name, recipe.shipped)) }
  let clock = ContinuousClock()
  let rows = try networks.map { name, load -> [PageTable.Cell] in
    let start = clock.now
    let network = try load()
    let milliseconds = Double((clock.now - start).components.attoseconds) / 1e15
    return [
      .text(name), .number(Double(network.parameterCount)), .number(milliseconds),
    ]
  }
  PageTable(["network", "weights", "ms to load"], rows: rows, decimals: 1).draw(on: terminal)
}
