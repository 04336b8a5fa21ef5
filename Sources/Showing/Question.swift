/// A question whose right answer is known by construction, and that several lessons may answer.
///
/// Methods are compared where they answer the same question, so each stands here once.
public enum Question: String, CaseIterable, Sendable {
  /// How much of the map lies on the planted shape.
  case shareOnTheShape = "How much of the map lies on the shape?"
  /// How well a box around the map fits the planted shape.
  case boxAroundTheShape = "How well does the box around the map fit the shape?"
  /// How much of a map for the cat lies on her quarter of four photographs.
  case shareOnTheCat = "How much of the map for tiger cat lies on the cat’s quarter?"
  /// How many numbers of a network's gradient are right.
  case rightGradient = "How much of a perceptron’s gradient is right?"
  /// How much of the credit the two columns get that decide.
  case creditOfTheTwo = "How much of the credit goes to the two columns that decide?"
}
