import Foundation

// Looks at what the course works with:
//
//     swift run -c release explore photo cat.png
//     swift run -c release explore world shapes --seed 3

do {
  try ExploreCommand(CommandLine.arguments.dropFirst()).run()
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(2)
}
