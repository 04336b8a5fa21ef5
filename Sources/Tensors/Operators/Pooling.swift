extension Tensor {
  /// Returns the largest number under each window.
  ///
  ///     y = max of the window          ∂L/∂x = ∂L/∂y at the first maximum of each window
  ///
  /// - Parameters:
  ///   - kernel: The window's width and height.
  ///   - stride: How far it moves; by default as far as it is wide.
  ///   - padding: How many columns and rows around the image count as smaller than anything; at
  ///     most half the kernel.
  /// - Returns: `[N, C, height, width]`; what no whole window reaches is left out.
  public func maxPool2d(_ kernel: Int, stride: Int? = nil, padding: Int = 0) -> Tensor {
    let windows = PoolingWindows(
      "maxPool2d", layout, kernel: kernel, stride: stride ?? kernel, padding: padding)
    if windows.areSquaresOfFour {
      // Found again from the image in less time than places take to be written down and read.
      return maxPooled(self, windows, positions: nil).recorded("maxPool2d", from: self) {
        upstream, x in
        maxGradientOfFour(upstream, x, windows)
      }
    }
    guard isTracked else { return maxPooled(self, windows, positions: nil) }
    let positions = Positions(count: windows.output.count)
    return maxPooled(self, windows, positions: positions)
      .recorded("maxPool2d", from: self) { upstream, x in
        maxPoolGradient(upstream, windows, positions)
      }
  }

  /// Returns the mean of the numbers under each window.
  ///
  ///     y = Σ window / kernel²          ∂L/∂x += ∂L/∂y / kernel² for each window over x
  ///
  /// - Parameters:
  ///   - kernel: The window's width and height.
  ///   - stride: How far it moves; by default as far as it is wide.
  ///   - padding: How many zeros surround the image; they count as numbers of the window.
  /// - Returns: `[N, C, height, width]`; what no whole window reaches is left out.
  public func avgPool2d(_ kernel: Int, stride: Int? = nil, padding: Int = 0) -> Tensor {
    let windows = PoolingWindows(
      "avgPool2d", layout, kernel: kernel, stride: stride ?? kernel, padding: padding)
    return meanPooled(self, windows).recorded("avgPool2d", from: self) { upstream, _ in
      meanPoolGradient(upstream, windows)
    }
  }

  /// Returns the mean of each channel over the whole image: `[N, C, H, W]` becomes `[N, C]`.
  public func globalAvgPool2d() -> Tensor {
    precondition(
      rank == 4, "globalAvgPool2d: images are [N, channels, height, width], not \(shape)")
    return mean(along: 2, 3)
  }
}
