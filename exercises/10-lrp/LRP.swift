import Explanations
import Layers
import Tensors

/// Returns the relevance of a layer's inputs, each in proportion to what it contributes: LRP-ε.
///
///     z = layer(a)        s = R / (z + ε · sign z)        R of the input = a ⊙ ∂(Σ z · s) / ∂a
///
/// In the sum s is held fixed. The layer is any map that is linear between its kinks: weights with a
/// bias, a mean, a maximum, a sum. The sign of 0 is +1; where z + ε · sign z is 0 there is nothing to
/// share by, and s is 0. Bach and others 2015, equation 58: doi.org/10.1371/journal.pone.0130140
///
/// - Parameters:
///   - relevance: The relevance of the layer's output, in its shape.
///   - layer: The layer; it may give any shape.
///   - activation: The layer's input.
///   - epsilon: 0 or more.
/// - Returns: The relevance of the input, in its shape. What ε and the bias take is missing.
/// - Throws: `UnusableRule.epsilon` where ε is below 0 or NaN; `.shape` where the relevance has another
///   shape than the output; what the layer throws; `Unfinished` until it is written.
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  throw Unfinished()
}

/// Returns the weights and the bias that a rule puts in their place.
///
///     ε: w        γ: w + γ w⁺        z⁺: w⁺        and the bias likewise
///
/// Shared out by the changed weights with ε = 0, relevance follows the rule. For z⁺ that holds where no
/// activation is negative.
///
/// - Parameters:
///   - parameters: The layer's own.
///   - rule: ε, γ or z⁺.
/// - Returns: The changed ones; the layer's own for ε.
/// - Throws: `UnusableRule.gamma` where γ is below 0 or NaN; `.noChangeOfWeights` for αβ and the box;
///   `Unfinished` until it is written.
public func modified(_ parameters: Parameters, by rule: LRPRule) throws -> Parameters {
  throw Unfinished()
}

/// Returns the relevance of a layer's inputs, shared out among the contributions above zero and among
/// those below zero apart: LRP-αβ.
///
///     R = Σ over outputs of (α (a w)⁺ / z⁺ − β (a w)⁻ / z⁻) · R of the output
///     z⁺ = Σ (a w)⁺ + b⁺        z⁻ = Σ (a w)⁻ + b⁻
///
/// Where z⁺ or z⁻ is 0 nothing is shared by it. Bach and others 2015, equation 60.
///
/// - Parameters:
///   - relevance: The relevance of the layer's output.
///   - parameters: The layer: linear, or a convolution.
///   - activation: The layer's input, of either sign.
///   - alpha: How much goes to what speaks for, one more than β.
///   - beta: How much goes to what speaks against, 0 or more.
/// - Returns: The relevance of the input, in its shape.
/// - Throws: `UnusableRule.alphaBeta` where β is below 0 or α − β is not 1; `.shape` as
///   `redistribute` does; `Unfinished` until it is written.
public func alphaBeta(
  _ relevance: Tensor, _ parameters: Parameters, at activation: Tensor, alpha: Float, beta: Float
) throws -> Tensor {
  throw Unfinished()
}

/// Returns the relevance of pixels, which lie between a darkest and a brightest value: the box rule.
///
/// A black pixel has a · w = 0 whatever the weight, and yet it is as dark as it can be. So a pixel is
/// measured from a corner of the box: the one that, of all inputs the box allows, gives this output the
/// least. What its pixels give above that corner is shared in proportion, and a bias plays no part.
/// Where all of it is 0 nothing is shared. Montavon and others 2017: arxiv.org/abs/1512.02479
///
/// - Parameters:
///   - relevance: The relevance of the layer's output.
///   - parameters: The layer: linear, or a convolution.
///   - x: The pixels.
///   - low: The darkest value that a pixel can have.
///   - high: The brightest.
/// - Returns: The relevance of the pixels, in the shape of x.
/// - Throws: `UnusableRule.box` where low is not below high, or a pixel lies outside or is NaN;
///   `.shape` as `redistribute` does; `Unfinished` until it is written.
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  throw Unfinished()
}

/// Returns the relevance of every layer's input, from the pixels to the logit: LRP through a network.
///
///     last: the logit of the target at its place, 0 elsewhere
///     a layer with weights: its rule        pooling, a sum: in proportion, ε = 0
///     an activation, a dropout: as it came        flatten: in the shape it had
///
/// z⁺ is αβ with 1 and 0, which holds for negative activations too. What is below zero before a ReLU has
/// no relevance, and a unit above ReLU6's 6 keeps all of it. A layer with layers inside counts as one.
///
/// - Parameters:
///   - network: The network; its batch norms are folded.
///   - x: The examples, `[N, …]`.
///   - target: The class whose logit is shared out, for all of them.
///   - rules: A rule for each convolution and linear layer, in the order in which they run: in a residual
///     those of the shortcut first, as in `network.places`.
/// - Returns: The relevance of the input of each of `network.layers`, and last that of the output.
/// - Throws: `UnusableRule.count` where there are more or fewer rules than layers with weights;
///   `.target`; `.batchNorm`; what a rule refuses; `Unfinished` until it is written.
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  throw Unfinished()
}

/// Returns what each layer did with the relevance of its output.
///
///     entering: Σ of the relevance of the output        leaving: Σ of that of the input
///
/// - Parameters:
///   - relevances: The relevance of each layer's input, and last that of the output.
///   - biasShares: What the biases of each layer took.
/// - Returns: A balance for each layer, in the order in which they run.
/// - Throws: `UnusableRule.balances` where there is not one share for each layer; `Unfinished` until it
///   is written.
public func balances(of relevances: [Tensor], biasShares: [Float]) throws -> [Balance] {
  throw Unfinished()
}

/// Returns an activation at which `unsignedEpsilon` hands on more than the 1 that entered, or hands on
/// less than nothing: the sum of what it returns is above 1.5 or below −0.5.
///
///     right: from 0 to 1, since ε only takes
///
/// - Returns: The two inputs, `[1, 2]`, as they come out of a ReLU: not negative.
/// - Throws: `Unfinished` until it is written.
public func activationThatExposesTheUnsignedEpsilon() throws -> Tensor {
  throw Unfinished()
}
