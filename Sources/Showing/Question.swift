/// A question whose right answer is known by construction, and that several lessons may answer.
///
/// Methods are compared where they answer the same question, so each stands here once.
public enum Question: String, CaseIterable, Sendable {
  /// How much of the map lies on the planted shape.
  case shareOnTheShape = "How much of the map lies on the shape?"
  /// How often the map is highest on the planted shape: the pointing game.
  case peakOnTheShape = "How often is the map highest on the shape?"
  /// How much of a map is left when the weights are random; the nearer to 0, the better.
  case leftWhenRandom = "How alike is the map of a random network? (0 is right)"
  /// How well a box around the map fits the planted shape.
  case boxAroundTheShape = "How well does the box around the map fit the shape?"
  /// How much of a map for the cat lies on her quarter of four photographs.
  case shareOnTheCat = "How much of the map for tiger cat lies on the cat’s quarter?"
  /// How often a map for the cat is highest on her quarter of four photographs.
  case peakOnTheCat = "How often is the map for tiger cat highest on the cat’s quarter?"
  /// How far apart an instrument puts networks that were taught to read a tag and others.
  case readersApart = "How far apart does it put readers of the tag and readers of the shape?"
  /// How many numbers of a network's gradient are right.
  case rightGradient = "How much of a perceptron’s gradient is right?"
  /// How much of the credit the two columns get that decide.
  case creditOfTheTwo = "How much of the credit goes to the two columns that decide?"
  /// How much of the importance lies on the columns that a model reads, evenly as it reads them.
  case importanceOfTheTelling = "How much of the importance lies where the weights put it?"
  /// How much the experts of a mixture and the regimes that were planted say about each other.
  case expertsAndRegimes = "How much do the experts say about the planted regimes?"
  /// How often a model is right once everything on its list of concepts is.
  case rightWhenCorrected = "How often is the answer right once every concept is corrected?"
  /// How well a sign that is not on the list can be read from what a model says of those that are.
  case hiddenInConcepts = "How often is a hidden sign read from the concepts? (0.5 is right)"
  /// How much of what a linear score can lose by small changes it loses by this one.
  case shareOfTheFall = "How much of the largest possible fall does a change reach?"

  /// Whether an answer is right or wrong, so that a score is a rate and its spread the standard error
  /// of that.
  public var isRate: Bool { self == .peakOnTheShape || self == .peakOnTheCat }
}
