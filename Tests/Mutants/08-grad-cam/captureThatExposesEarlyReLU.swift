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
