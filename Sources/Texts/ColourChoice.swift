/// When to use colours, as `--color` says.
public enum ColourChoice: String, CaseIterable, Sendable {
  /// On a terminal that has them, unless the environment says `NO_COLOR`.
  case auto
  /// In any case, into files too.
  case always
  /// Not at all.
  case never

  /// Returns the colours to write: of 24 bits where `COLORTERM` says so, else of the palette.
  ///
  /// Unless they are asked for, there are none where output is no terminal, where `TERM` is `dumb`,
  /// and where `NO_COLOR` is set and not empty (https://no-color.org).
  ///
  /// - Parameters:
  ///   - isTerminal: Whether output goes to a terminal.
  ///   - environment: The variables that are heeded: `NO_COLOR`, `TERM`, `COLORTERM`.
  /// - Returns: Which colours to write.
  public func colours(
    onTerminal isTerminal: Bool, environment: [String: String]
  ) -> Terminal.Colours {
    let isRefused =
      !isTerminal || environment["TERM"] == "dumb" || !(environment["NO_COLOR"] ?? "").isEmpty
    guard self == .always || self == .auto && !isRefused else { return .none }
    return ["truecolor", "24bit"].contains(environment["COLORTERM"]) ? .full : .palette
  }

  /// Returns whether to use colours at all.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether output goes to a terminal.
  ///   - environment: The variables that are heeded: `NO_COLOR` and `TERM`.
  /// - Returns: Whether there are any.
  public func isColoured(onTerminal isTerminal: Bool, environment: [String: String]) -> Bool {
    colours(onTerminal: isTerminal, environment: environment) != .none
  }
}
