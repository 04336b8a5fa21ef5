import Foundation

/// Starts one program, in a session of its own unless it shall have this terminal.
struct Spawning {
  let command: Command
  let mark: String
  let input: Int32?
  let output: Int32?
  let errors: Int32?

  func start() throws(CourseError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    if let input, let output, let errors {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
      posix_spawn_file_actions_adddup2(&actions, output, 1)
      posix_spawn_file_actions_adddup2(&actions, errors, 2)
      // Ctrl-C in the terminal then reaches this process only, which ends the other one in order.
      #if canImport(Darwin)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSID))
      #else
        posix_spawnattr_setflags(&attributes, Int16(0x80))  // POSIX_SPAWN_SETSID, hidden from Swift
      #endif
    }
    var environment = ProcessInfo.processInfo.environment.merging(command.environment) { $1 }
    for (name, value) in command.environment where value.isEmpty { environment[name] = nil }
    if !mark.isEmpty { environment[Descendants.variable] = mark }
    var arguments: [UnsafeMutablePointer<CChar>?] =
      ([command.program] + command.arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for pointer in arguments + variables { free(pointer) }
    }
    var child: pid_t = 0
    let result = posix_spawnp(
      &child, command.program, &actions, &attributes, &arguments, &variables)
    guard result == 0 else {
      throw CourseError(
        .fault,
        "\(command.program) cannot be started (\(String(cString: strerror(result)))). "
          + "Try ./course doctor.")
    }
    return child
  }
}
