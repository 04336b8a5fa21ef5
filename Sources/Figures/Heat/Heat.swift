import Tensors
import Texts

/// A map of numbers brought to one scale, which it remembers, to be shown in colours.
///
///     let heat = try Heat(gradient.summed(along: 0), .signed, scaledBy: .percentile(98))
///     try photo.overlaid(with: heat).write(to: "cat.png")
///     print(heat.caption)  // scaled by the 98th percentile, 0.0132
public struct Heat: Sendable {
  /// What the signs of a map mean.
  public enum Signs: Sendable {
    /// Amounts from zero up; what is below zero counts as zero.
    case positive
    /// For and against; the scale is one of magnitudes, and zero stays in the middle.
    case signed
  }

  /// The numbers divided by the scale, `[height, width]`: from 0 to 1, with signs from −1.
  public let values: Tensor

  /// What the signs mean.
  public let signs: Signs

  /// What has the full colour; 0 for a map that is all zero.
  public let scale: Float

  /// What the scale is.
  public let scaling: Scaling

  /// How many numbers were below zero and counted as zero.
  public let hiddenCount: Int

  /// The colours it is shown in.
  public var colours: ColourMap

  /// Makes a map ready to be shown.
  ///
  ///     vᵢ = mᵢ / scale, brought to 0…1 or −1…1        0 where the whole map is 0
  ///
  /// - Parameters:
  ///   - map: The numbers, `[height, width]`; axes of size 1 may stand in front.
  ///   - signs: What negative numbers mean.
  ///   - scaling: What to divide by.
  ///   - colours: The colours; without them those that fit the signs.
  /// - Throws: An error that counts the numbers that are NaN or infinite, if any are.
  public init(
    _ map: Tensor, _ signs: Signs = .positive, scaledBy scaling: Scaling = .maximum,
    in colours: ColourMap? = nil
  ) throws(PictureError) {
    let shape = map.shape
    precondition(
      shape.count >= 2 && shape.dropLast(2).allSatisfy { $0 == 1 } && map.count > 0,
      "a map to be shown is [height, width], not \(shape); pick or sum the other axes first")
    let colours = colours ?? (signs == .signed ? .diverging : .sequential)
    precondition(
      colours.isSigned == (signs == .signed),
      "colours for numbers \(colours.isSigned ? "with" : "without") signs on a map of others")
    let scalars = map.scalars
    let broken = scalars.count { !$0.isFinite }
    guard broken == 0 else {
      throw PictureError(
        name: "the map of \(shape[shape.count - 2]) × \(shape[shape.count - 1])",
        problem: .notFinite(count: broken, total: scalars.count))
    }
    let amounts = signs == .signed ? scalars.map(abs) : scalars.map { max($0, 0) }
    (scale, self.scaling) = scaling.scale(of: amounts)
    let lowest: Float = signs == .signed ? -1 : 0
    let divisor = scale
    values = Tensor(
      scalars.map { divisor == 0 ? 0 : min(max($0 / divisor, lowest), 1) },
      shape: Array(shape.suffix(2)))
    hiddenCount = signs == .signed ? 0 : scalars.count { $0 < 0 }
    self.signs = signs
    self.colours = colours
  }

  /// What was done to the numbers, for a caption: "scaled by the 98th percentile, 0.0132".
  public var caption: String {
    let left = hiddenCount > 0 ? "; \(hiddenCount) of \(values.count) below zero" : ""
    return (scale == 0 ? "zero everywhere" : "scaled by \(scaling), \(scale.shortText)") + left
  }

  /// The map by itself in colours, a pixel for each number.
  public var picture: Picture { Picture(coloured(values)) }

  /// The map by itself in colours, resized like an overlay.
  ///
  /// - Parameters:
  ///   - width: How many pixels a row is to have.
  ///   - height: How many rows there are to be.
  ///   - interpolation: How the colours between two numbers are found.
  /// - Returns: A picture of colours.
  public func picture(
    width: Int, height: Int, by interpolation: Interpolation = .bilinear
  ) -> Picture {
    Picture(coloured(values.resized(height: height, width: width, by: interpolation)))
  }

  /// What the map's colours stand for, for the page and for sheets.
  ///
  /// - Parameter measure: What the numbers measure, such as "part of the logit".
  /// - Returns: A bar from zero to the scale, or from what speaks against to what speaks for.
  public func bar(_ measure: String) -> ColourBar {
    let full = scale.shortText
    return ColourBar(
      colours, numbers: signs == .signed ? ["−\(full) against", "0", "\(full) for"] : ["0", full],
      measure: measure)
  }

  /// The colours of values as intensities, `[3, height, width]`.
  func coloured(_ values: Tensor) -> Tensor {
    let count = values.count
    var channels = [Float](repeating: 0, count: 3 * count)
    for (index, value) in values.scalars.enumerated() {
      let colour = colours[value]
      channels[index] = Float(colour.red) / 255
      channels[count + index] = Float(colour.green) / 255
      channels[2 * count + index] = Float(colour.blue) / 255
    }
    return Tensor(channels, shape: [3] + values.shape)
  }
}
