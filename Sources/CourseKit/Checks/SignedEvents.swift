/// Events that the learner's code cannot write by printing: before each stands a signature that is new
/// for every check, and that the program of the checks is told where nobody reads it a second time.
///
/// Code that searches the memory of its own process still finds it. Who has to trust the result looks
/// at the code as well, or runs it in another process than the checks.
enum SignedEvents {
  /// A new signature.
  static func signature() -> String {
    (0..<32).map { _ in "0123456789abcdef".randomElement().map(String.init) ?? "" }.joined()
  }

  /// The program that runs a lesson's checks, in Swift.
  ///
  /// It takes the signature from standard input, and writes to the standard output that it found at
  /// its start, whatever the learner's code does to it.
  static let program = """
    import Foundation
    import Testing

    @_silgen_name("swt_abiv0_getEntryPoint") private func address() -> UnsafeRawPointer

    @main struct Start {
      private typealias EntryPoint = @convention(thin) @Sendable (
        UnsafeRawBufferPointer?, @escaping @Sendable (UnsafeRawBufferPointer) -> Void
      ) async throws -> Bool

      static func main() async throws {
        let signature = Array(FileHandle.standardInput.readDataToEndOfFile())
        let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        let entryPoint = unsafeBitCast(address(), to: EntryPoint.self)
        let hasPassed = try await entryPoint(nil) { record in
          // What was printed before comes first.
          fflush(nil)
          var line = (signature + record + [0x0A])[...]
          while !line.isEmpty {
            let count = line.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { break }
            line = line.dropFirst(max(0, count))
          }
        }
        exit(hasPassed ? 0 : 1)
      }
    }

    """
}
