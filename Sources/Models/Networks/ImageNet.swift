import Datasets

/// The classes of ImageNet that the course speaks of, by name.
///
///     cat.logit(of: ImageNet.egyptianCat)
///
/// `EfficientNetLite0.classNames()` has the names of all 1,000.
public enum ImageNet {
  /// What Chelsea is taken for second, and nearly as likely as an Egyptian cat.
  public static let tigerCat = 282

  /// What Chelsea is taken for first.
  public static let egyptianCat = 285

  /// What EfficientNet-Lite0 takes the astronaut for.
  public static let bobsled = 450

  /// A class of which nothing is to be seen on any photograph of the course.
  public static let limousine = 627

  /// What the rocket is to ImageNet.
  public static let missile = 657

  /// What the man's camera stands on.
  public static let tripod = 872

  /// What is in the cup.
  public static let espresso = 967
}

extension Photograph {
  /// The class of ImageNet that is explained.
  public var imageNetClass: Int {
    switch self {
    case .chelsea: ImageNet.tigerCat
    case .coffee: ImageNet.espresso
    case .camera: ImageNet.tripod
    case .rocket: ImageNet.missile
    case .astronaut: ImageNet.bobsled
    }
  }
}
