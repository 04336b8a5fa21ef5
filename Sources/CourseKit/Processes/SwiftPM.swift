/// Starts SwiftPM, everywhere in the same way.
public enum SwiftPM {
  /// The build system that is asked for; the launcher reads the name here, too.
  ///
  /// A later SwiftPM has another as its default, which puts what it makes elsewhere.
  public static let buildSystem = "native"

  /// A command of SwiftPM's.
  ///
  /// - Parameters:
  ///   - verb: `build` or `test`.
  ///   - package: The folder of the package.
  ///   - arguments: What else it is given.
  /// - Returns: The command, which has not been started.
  public static func command(_ verb: String, of package: String, _ arguments: [String]) -> Command {
    Command("swift", [verb, "--build-system", buildSystem, "--package-path", package] + arguments)
  }
}
