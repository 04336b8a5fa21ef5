import Foundation
import Tensors

do {
  let options = try Options(Array(CommandLine.arguments.dropFirst()))
  if options.wantsHelp {
    print(Options.help)
  } else {
    try Report(options).run()
  }
} catch let error as UsageError {
  FileHandle.standardError.write(Data("\(error.message)\n\n\(Options.help)\n".utf8))
  exit(2)
} catch {
  FileHandle.standardError.write(Data("Benchmarks: \(error)\n".utf8))
  exit(1)
}
