import Layers
import Models
import Tensors
import Testing

@Suite struct `EfficientNet-Lite0` {
  @Test func `its places are those that people know`() throws {
    let network = EfficientNetLite0.untrainedNetwork()
    let expected = ["stem"] + (0..<16).map { "blocks.\($0)" } + ["head", "gap", "classifier"]
    #expect(network.layers.map(\.name) == expected)
    #expect(network.parameterCount == 4_631_000)
    #expect(network.output == [1000])
  }

  @Test func `its weights come with the course`() throws {
    let network = try EfficientNetLite0.network()
    #expect(network.parameters.allSatisfy { $0.value.abs().max().scalar > 0 })
    #expect(network(.zeros([2, 3, 64, 96])).shape == [2, 1000])
  }

  @Test func `each class has a name`() throws {
    let names = try EfficientNetLite0.classNames()
    #expect(names.count == 1000)
    #expect(names[285].contains("Egyptian"))
  }

  @Test func `bytes become numbers around zero`() {
    let image = Tensor(repeating: 255, shape: [3, 2, 4])
    #expect(EfficientNetLite0.input(from: image) == .ones([1, 3, 2, 4]))
  }
}

@Suite struct `ResNet-18` {
  @Test func `its parameters are torchvision's, in name and number`() {
    var generator = SplitMix64(seed: 1)
    let network = ResNet18.network(using: &generator)
    #expect(network.parameterCount == 11_689_512)
    let names = Set(network.weights().tensors.keys)
    for name in [
      "conv1.weight", "bn1.running_var", "layer1.1.bn2.bias", "layer2.0.downsample.0.weight",
      "layer4.0.downsample.1.running_mean", "layer4.1.conv2.weight", "fc.bias",
    ] {
      #expect(names.contains(name))
    }
    // 20 convolutions, 20 batch norms of four tensors, and a linear layer of two.
    #expect(names.count == 20 + 80 + 2)
    #expect(network(.ones([1, 3, 64, 64])).shape == [1, 1000])
  }
}
