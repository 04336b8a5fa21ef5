/// What the command line asks for.
struct Options {
  /// Which items to run; all if absent.
  private(set) var only: Regex<AnyRegexOutput>?
  /// How many threads kernels may use.
  private(set) var threads = 1
  /// Where to write the times.
  private(set) var json: String?
  private(set) var wantsHelp = false

  static let help = """
    Times operators and networks beside those of PyTorch.

      swift run -c release Benchmarks                        everything, on one thread
      swift run -c release Benchmarks --only '^a\\.matmul'    what matches a regular expression
      swift run -c release Benchmarks --threads 2            on two threads
      swift run -c release Benchmarks --json times.json      writes the times to a file, too

    Where arithmetic counts, the speed is given as a share of the peak: of what the processor does
    with numbers that never leave its registers, measured in the same minute.

    The peer's time was measured on a 2-core AMD EPYC (Zen 4). To compare on this machine, run
    Benchmarks/compare/run, which times both sides in turn.
    """

  init(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      switch option {
      case "--help", "-h": wantsHelp = true
      case "--only":
        let pattern = try Options.value(of: option, from: &rest)
        do {
          only = try Regex(pattern)
        } catch {
          throw UsageError("--only: “\(pattern)” is not a regular expression: \(error)")
        }
      case "--threads":
        let text = try Options.value(of: option, from: &rest)
        guard let count = Int(text), count > 0 else {
          throw UsageError("--threads needs a number from 1 on, not “\(text)”.")
        }
        threads = count
      case "--json": json = try Options.value(of: option, from: &rest)
      default: throw UsageError("There is no option “\(option)”.")
      }
    }
  }

  private static func value(
    of option: String, from rest: inout ArraySlice<String>
  ) throws(UsageError) -> String {
    guard let value = rest.popFirst() else { throw UsageError("\(option) needs a value.") }
    return value
  }
}

/// A command line that cannot be followed, and why.
struct UsageError: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
