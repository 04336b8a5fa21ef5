/// The sizes of a two-dimensional convolution: images, weights and how the window moves.
///
/// Images are `[batch, inputChannels, height, width]`, weights `[outputChannels,
/// inputChannels / groups, kernelHeight, kernelWidth]` and outputs `[batch, outputChannels,
/// outputHeight, outputWidth]`, all contiguous. Padding consists of zeros that take part in the
/// arithmetic like any other number.
struct ConvolutionShape: Equatable, Sendable {
  var batch: Int
  var inputChannels: Int
  var height: Int
  var width: Int
  var outputChannels: Int
  var kernelHeight: Int
  var kernelWidth: Int
  var stride = 1
  var top = 0
  var left = 0
  var bottom = 0
  var right = 0
  var groups = 1

  /// The number of rows the window can stand at; the last rows of an image may be out of reach.
  var outputHeight: Int { (height + top + bottom - kernelHeight) / stride + 1 }

  /// The number of columns the window can stand at; the last columns may be out of reach.
  var outputWidth: Int { (width + left + right - kernelWidth) / stride + 1 }

  /// The numbers of one plane under the window.
  var taps: Int { kernelHeight * kernelWidth }

  /// The input channels that an output channel sees.
  var groupInputs: Int { inputChannels / groups }

  /// The output channels that an input channel reaches.
  var groupOutputs: Int { outputChannels / groups }
}
