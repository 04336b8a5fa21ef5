import Datasets
import Figures
import Foundation
import Layers
import Models
import Tensors
import Testing

/// EfficientNet-Lite0 sees in the photographs what it saw in PyTorch.
@Suite struct PhotographTests {
  @Test(arguments: Photograph.allCases)
  func `the five most probable classes are PyTorch's`(photograph: Photograph) throws {
    let expected = try #require(Self.expectedClasses()[photograph.rawValue])
    let network = try EfficientNetLite0.network()
    let names = try EfficientNetLite0.classNames()
    let input = EfficientNetLite0.input(from: try photograph.picture().values)
    let best = network(input).softmax(along: 1).topK(5)
    #expect(best.indices[0] == expected.map(\.index))
    for (place, entry) in expected.enumerated() {
      #expect(abs(best.values[0, place].scalar - entry.probability) < 0.005)
      #expect(names[entry.index] == entry.name)
    }
  }

  /// Of the gradient's magnitude, the part inside the explained photograph's quarter of the mosaic.
  @Test func `gradients on the mosaic fall where PyTorch's do`() throws {
    let network = try EfficientNetLite0.network()
    let mosaic = try Mosaic()
    let x = EfficientNetLite0.input(from: mosaic.values).tracked()
    let logits = network(x)
    let known: [Photograph: Float] = [
      .chelsea: 0.275, .coffee: 0.341, .camera: 0.391, .rocket: 0.398,
    ]
    for (photograph, share) in known {
      let logit = logits[0, photograph.imageNetClass]
      let map = gradient(of: logit, withRespectTo: x).abs().sum(along: 1)
      #expect(abs(mosaic.share(of: map, in: photograph) - share) < 0.01)
    }
  }

  private struct Entry {
    let name: String
    let index: Int
    let probability: Float
  }

  /// The classes as they were computed with PyTorch: name, index and probability of each.
  private static func expectedClasses() throws -> [String: [Entry]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "expected-top5.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let lists = try #require(object as? [String: [[Any]]])
    return try lists.mapValues { list in
      try list.map { entry in
        Entry(
          name: try #require(entry[0] as? String), index: try #require(entry[1] as? Int),
          probability: Float(try #require(entry[2] as? Double)))
      }
    }
  }
}
