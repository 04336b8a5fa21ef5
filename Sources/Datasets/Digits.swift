import CourseFiles
import Figures
import Tensors

/// Handwritten digits, 28 × 28: a part of MNIST.
///
///     let digits = try Digits.training()
///     digits.images      // [4_000, 1, 28, 28], from 0 to 1
///     digits.labels      // from 0 to 9
public struct Digits: Sendable, Equatable {
  /// How many rows, and columns, a digit has.
  public static let side = 28

  /// The images, `[N, 1, 28, 28]`: 0 for paper and 1 for ink.
  public let images: Tensor

  /// The digit that each is meant to be.
  public let labels: [Int]

  /// Reads the 4,000 digits to learn from.
  ///
  /// - Returns: The images and labels.
  /// - Throws: A `CourseFileError` or `PictureError` if a file is missing or damaged.
  public static func training() throws -> Digits { try Digits(sheet: "train", columns: 80) }

  /// Reads the 1,000 digits to be tested on.
  ///
  /// - Returns: The images and labels.
  /// - Throws: A `CourseFileError` or `PictureError` if a file is missing or damaged.
  public static func test() throws -> Digits { try Digits(sheet: "test", columns: 40) }

  /// How many digits there are.
  public var count: Int { labels.count }

  /// Some of the digits, in the order of their indices.
  public subscript(indices: some Collection<Int>) -> Digits {
    Digits(
      images: images.selecting(indices, along: 0), labels: indices.map { labels[$0] })
  }

  private init(images: Tensor, labels: [Int]) {
    self.images = images
    self.labels = labels
  }

  private init(sheet: String, columns: Int) throws {
    let labelFile = CourseFile("digits/\(sheet)-labels.txt")
    let labels = try Digits.labels(in: labelFile, columns: columns)
    let file = CourseFile("digits/\(sheet).png")
    let picture = try Picture(contentsOf: file.path())
    let rows = labels.count / columns
    let size = (width: columns * Digits.side, height: rows * Digits.side)
    guard picture.width == size.width, picture.height == size.height, picture.channels == .grey
    else {
      throw file.damaged(
        "a sheet of \(picture.width) × \(picture.height) pixels with \(picture.channels) instead "
          + "of \(size.width) × \(size.height) in grey, for the \(labels.count) labels beside it")
    }
    self.init(images: Digits.tiles(of: picture, rows: rows, columns: columns), labels: labels)
  }

  /// Reads the labels: a digit each, and a line for each row of the sheet.
  private static func labels(
    in file: CourseFile, columns: Int
  ) throws(CourseFileError) -> [Int] {
    let lines = try file.text().split(whereSeparator: \.isNewline)
    var labels: [Int] = []
    for (index, line) in lines.enumerated() {
      let digits = line.utf8.map { Int($0) - 48 }
      guard digits.count == columns, digits.allSatisfy({ (0...9).contains($0) }) else {
        throw file.damaged("line \(index + 1) has not \(columns) digits")
      }
      labels += digits
    }
    return labels
  }

  /// Cuts a sheet into its tiles, row after row.
  private static func tiles(of sheet: Picture, rows: Int, columns: Int) -> Tensor {
    let full = Float(sheet.maximum)
    var numbers: [Float] = []
    numbers.reserveCapacity(sheet.samples.count)
    for tile in 0..<rows * columns {
      let corner = tile / columns * side * sheet.width + tile % columns * side
      for row in 0..<side {
        let start = corner + row * sheet.width
        for sample in sheet.samples[start..<start + side] { numbers.append(Float(sample) / full) }
      }
    }
    return Tensor(numbers, shape: [rows * columns, 1, side, side])
  }
}
