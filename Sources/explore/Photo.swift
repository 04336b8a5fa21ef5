import Figures
import Layers
import Models
import Tensors
import Texts

/// Shows a photograph as the network sees it, and bars for the five classes it thinks most probable.
///
/// - Parameters:
///   - path: A PNG file.
///   - terminal: Where to.
/// - Returns: What the network saw.
/// - Throws: A `PictureError` if the file is no picture, or an error if the network is missing.
func explorePhoto(at path: String, on terminal: Terminal) throws -> Picture {
  let photograph = try Picture(contentsOf: path).fitted(toSquare: 224)
  photograph.draw(on: terminal)
  let network = try EfficientNetLite0.network()
  let names = try EfficientNetLite0.classNames()
  let logits = network(EfficientNetLite0.input(from: photograph.values))
  let best = logits.softmax(along: 1).topK(5)
  let bars = zip(best.indices[0], best.values.scalars).map { index, probability in
    BarChart.Bar("\(names[index]) (\(index))", 100 * Double(probability))
  }
  BarChart(
    "What EfficientNet-Lite0 sees", axis: Axis("probability", unit: "%", including: 0...100),
    bars: bars, decimals: 1
  ).draw(on: terminal)
  return photograph
}
