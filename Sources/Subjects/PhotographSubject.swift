import Datasets
import Figures
import Layers
import Models
import Tensors

extension Subject {
  /// Asks the ImageNet network about a photograph of the course, and explains its class.
  ///
  /// - Parameters:
  ///   - photograph: The photograph.
  ///   - network: An `EfficientNetLite0`.
  /// - Throws: A `CourseFileError` or `PictureError` if the file is missing or damaged.
  public init(_ photograph: Photograph, by network: Network) throws {
    let picture = try photograph.picture()
    self.init(
      picture, input: EfficientNetLite0.input(from: picture.values),
      target: photograph.imageNetClass, by: network)
  }

  /// Asks the ImageNet network about colours.
  ///
  /// - Parameters:
  ///   - values: Red, green and blue from 0 to 255, `[3, height, width]`.
  ///   - target: The class that is explained, such as `ImageNet.tigerCat`.
  ///   - network: An `EfficientNetLite0`.
  public init(values: Tensor, target: Int, by network: Network) {
    self.init(
      Picture(values / 255), input: EfficientNetLite0.input(from: values), target: target,
      by: network)
  }
}
