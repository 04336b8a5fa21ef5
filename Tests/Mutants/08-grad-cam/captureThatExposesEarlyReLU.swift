/// A capture in which every channel speaks against the class. Verdict: "the wrong map is above zero where"
public func captureThatExposesEarlyReLU() throws -> Capture {
  Capture(activation: [[[[1]], [[2]]]], gradient: [[[[-1]], [[-1]]]])
}

/// A capture in which the channels agree. Verdict: "somewhere the channels together speak against the class"
public func captureThatExposesEarlyReLU() throws -> Capture {
  Capture(activation: [[[[1]], [[2]]]], gradient: [[[[1]], [[1]]]])
}

/// A capture of a single channel. Verdict: "at least two channels"
public func captureThatExposesEarlyReLU() throws -> Capture {
  Capture(activation: [[[[1]]]], gradient: [[[[-1]]]])
}

/// A capture without the axis of the images. Verdict: "the activation has four axes"
public func captureThatExposesEarlyReLU() throws -> Capture {
  Capture(activation: [[[1]], [[2]]], gradient: [[[1]], [[-1]]])
}

/// The wrong map lights up at another pixel. Verdict: "the wrong map is above zero where"
public func captureThatExposesEarlyReLU() throws -> Capture {
  Capture(activation: [[[[1, -1]], [[0, 0]]]], gradient: [[[[1, 1]], [[1, 1]]]])
}

/// A capture of two images. Verdict: "there is one image"
public func captureThatExposesEarlyReLU() throws -> Capture {
  let activation = Tensor([1, 2, 1, 2], shape: [2, 2, 1, 1])
  return Capture(
    activation: activation, gradient: Tensor([1, -1, 1, -1], shape: [2, 2, 1, 1]))
}

/// A capture with NaN in it. Verdict: "all numbers are finite"
public func captureThatExposesEarlyReLU() throws -> Capture {
  Capture(
    activation: Tensor([1, 2, .nan], shape: [1, 3, 1, 1]), gradient: [[[[1]], [[-1]], [[0]]]])
}

/// A gradient of another shape. Verdict: "not what it should be"
public func captureThatExposesEarlyReLU() throws -> Capture {
  Capture(activation: [[[[1]], [[2]]]], gradient: [[[[1, 1]], [[-1, -1]]]])
}

/// Two channels that cancel. Verdict: "neither for nor against"
public func captureThatExposesEarlyReLU() throws -> Capture {
  Capture(activation: [[[[1]], [[1]]]], gradient: [[[[1]], [[-1]]]])
}

/// The channel that speaks for the class is the stronger one. Verdict: "which speaks for it"
public func captureThatExposesEarlyReLU() throws -> Capture {
  Capture(activation: [[[[2]], [[1]]]], gradient: [[[[1]], [[-1]]]])
}

/// Right: three channels of two rows, whose gradients are not the same everywhere.
public func captureThatExposesEarlyReLU() throws -> Capture {
  let activation: Tensor = [
    [[[1, 0, 2], [0, 3, 0]], [[4, 1, 1], [2, 0, 0]], [[0, 0, 1], [0, 1, 0]]]
  ]
  let gradient: Tensor = [
    [[[2, 0, 0], [0, 0, 4]], [[-6, 0, -3], [0, -3, 0]], [[0.5, 0, 0], [0, 0, 0]]]
  ]
  return Capture(activation: activation, gradient: gradient)
}

/// Right: the activation is negative, and so is the weight.
public func captureThatExposesEarlyReLU() throws -> Capture {
  let activation = Tensor([-1, 5], shape: [1, 2, 1, 1])
  return Capture(activation: activation, gradient: -Tensor.ones([1, 2, 1, 1]))
}
