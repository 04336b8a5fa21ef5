import Datasets
import Models
import Testing

@Suite struct `Classes of ImageNet` {
  @Test func `the classes that have a name here have it in the list`() throws {
    let names = try EfficientNetLite0.classNames()
    let labels = [
      ImageNet.tigerCat, ImageNet.egyptianCat, ImageNet.bobsled, ImageNet.limousine,
      ImageNet.missile, ImageNet.tripod, ImageNet.espresso,
    ]
    #expect(
      labels.map { names[$0] } == [
        "tiger cat", "Egyptian cat", "bobsled", "limousine", "missile", "tripod", "espresso",
      ])
    #expect(Mosaic.readingOrder.map(\.imageNetClass) == [282, 967, 872, 657])
  }

  @Test func `the list is read once`() throws {
    let (first, second) = (
      try EfficientNetLite0.classNames(), try EfficientNetLite0.classNames()
    )
    let places = [first, second].map { names in
      names.withUnsafeBufferPointer { $0.baseAddress.map { UInt(bitPattern: $0) } }
    }
    #expect(places[0] == places[1])
  }
}
