import Explanations
import Tensors

/// Returns how strongly a score depends on each pixel, whichever of its channels moves it most.
///
///     heat[y, x] = max over channels c of |gradient[c, y, x]|
///
/// The gradient says how fast the score changes with each number of an image; a pixel has three of
/// them, one for each colour. Simonyan, Vedaldi, Zisserman 2013, section 3: arxiv.org/abs/1312.6034
///
/// - Parameter gradient: The score's gradient with respect to the image, `[3, height, width]`.
/// - Returns: The heat of each pixel, `[height, width]`, nowhere negative.
/// - Throws: `Unfinished` until it is written.
public func heat(from gradient: Tensor) throws -> Tensor {
  throw Unfinished()
}
