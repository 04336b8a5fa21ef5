/// One thing to time.
struct Item: Sendable {
  /// The name under which the peers' time is kept, such as `a.matmul.64`.
  let id: String
  /// What one call does.
  let label: String
  /// The floating-point operations of a call, where they are worth telling.
  var operations: Double?
  /// Makes the inputs and returns the call to time.
  let prepare: @Sendable () -> () -> Void
}

/// Everything there is to time, in the order of the ids.
let benchmarkItems =
  operatorItems + networkItems + gradientItems + gradCAMItems + integratedGradientsItems
  + relevanceItems + shapleyItems + permutationItems + adversarialItems + retrievalItems
