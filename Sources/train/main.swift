import Foundation
import Models

// Makes the networks again that come with the course:
//
//     swift run -c release train digitnet

do {
  try TrainCommand(CommandLine.arguments.dropFirst()).run()
} catch let error as UsageError {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(2)
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
