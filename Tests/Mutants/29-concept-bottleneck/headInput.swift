/// Independent training gets predicted concepts. Verdict: "the predicted concepts; independent training knows nothing of them"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard predicted.shape == truth.shape else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return predicted.detached()
  case .sequential: return predicted.detached()
  case .joint: return predicted
  }
}

/// Independent training gets rounded ones. Verdict: "rounded to 0 and 1; independent training knows nothing of them"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard predicted.shape == truth.shape else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return predicted.detached() .> 0
  case .sequential: return predicted.detached()
  case .joint: return predicted
  }
}

/// Sequential training gets the truth. Verdict: "the true concepts; only independent training has them"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard predicted.shape == truth.shape else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return truth.detached()
  case .sequential: return truth.detached()
  case .joint: return predicted
  }
}

/// Joint training gets the truth. Verdict: "the true concepts; only independent training has them"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard predicted.shape == truth.shape else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return truth.detached()
  case .sequential: return predicted.detached()
  case .joint: return truth
  }
}

/// The gradient of sequential training flows on. Verdict: "a gradient that flows on into the concept network; sequential training"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard predicted.shape == truth.shape else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return truth.detached()
  case .sequential: return predicted
  case .joint: return predicted
  }
}

/// The gradient of joint training ends. Verdict: "a gradient that ends at the head"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard predicted.shape == truth.shape else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return truth.detached()
  case .sequential: return predicted.detached()
  case .joint: return predicted.detached()
  }
}

/// Sequential and joint training are exchanged. Verdict: "gradient that"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard predicted.shape == truth.shape else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return truth.detached()
  case .sequential: return predicted
  case .joint: return predicted.detached()
  }
}

/// Predicted concepts go through a sigmoid. Verdict: "the sigmoid of the predicted concepts"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard predicted.shape == truth.shape else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return truth.detached()
  case .sequential: return predicted.detached().sigmoid()
  case .joint: return predicted.sigmoid()
  }
}

/// Predicted concepts are rounded. Verdict: "the predicted concepts rounded to 0 and 1"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard predicted.shape == truth.shape else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return truth.detached()
  case .sequential: return predicted.detached() .> 0
  case .joint: return predicted .> 0
  }
}

/// Rounded ahead, with the gradient of the logits behind. Verdict: "the predicted concepts rounded to 0 and 1"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard predicted.shape == truth.shape else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return truth.detached()
  case .sequential: return predicted.detached()
  case .joint: return predicted + ((predicted .> 0) - predicted).detached()
  }
}

/// The truth passes a gradient on to the predicted ones. Verdict: "in independent training the head does not see it"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard predicted.shape == truth.shape else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return predicted + (truth - predicted).detached()
  case .sequential: return predicted.detached()
  case .joint: return predicted
  }
}

/// Shapes are not compared. Verdict: "shapes differ"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard predicted.rank == truth.rank else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return truth.detached()
  case .sequential: return predicted.detached()
  case .joint: return predicted
  }
}

/// A truth of one half is taken. Verdict: "a true concept is one half"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: false)
  guard predicted.shape == truth.shape else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return truth.detached()
  case .sequential: return predicted.detached()
  case .joint: return predicted
  }
}

/// Nothing is refused in independent training. Verdict: "independent"
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  if scheme == .independent { return truth.detached() }
  try requireConcepts(truth, truth: true)
  guard predicted.shape == truth.shape else {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  switch scheme {
  case .independent: return truth.detached()
  case .sequential: return predicted.detached()
  case .joint: return predicted
  }
}

/// Right: chosen first, and held fixed where the gradient should end.
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  try requireConcepts(predicted)
  if predicted.shape != truth.shape {
    throw ConceptError.unequalShapes(predicted.shape, truth.shape)
  }
  let chosen = scheme == .independent ? truth : predicted
  return scheme == .joint ? chosen : chosen.detached()
}
