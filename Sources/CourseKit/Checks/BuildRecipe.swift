import Foundation

/// How to compile one version of a lesson's file and link it to its checks without asking SwiftPM.
///
/// SwiftPM takes 0.6 s to find out that one file has changed, and overlooks a second save within
/// the same second. The compiler's own jobs, as its driver prints them, take a third of that and
/// always see the file as it is.
///
/// The checks are not compiled again: they know the exercise's functions by name and type, which
/// both are part of a symbol's name, so a declaration that was changed does not link.
package struct BuildRecipe: Equatable {
  /// Of everything that goes into the build except the file itself.
  var inputs = ""
  /// Compiles the file, as a line for the shell.
  package var compile: String
  /// Compiles what is given beside it, which changes only with the inputs; likewise.
  package var compileGiven: [String]
  /// Links the checks, one line after another.
  package var link: [String]
  /// The program that is linked.
  var program: String

  /// Starts the checks that were linked.
  package var start: Command {
    Command(
      program,
      [
        "--no-parallel", "--event-stream-version", "0", "--event-stream-output-path",
        "/dev/stdout",
      ])
  }

  /// The recipe as a document.
  var json: JSONValue {
    [
      "inputs": .string(inputs), "compile": .string(compile), "program": .string(program),
      "compileGiven": .array(compileGiven.map { .string($0) }),
      "link": .array(link.map { .string($0) }),
    ]
  }
}

extension BuildRecipe {
  /// Reads a recipe that was written earlier.
  init?(json: JSONValue) {
    guard let inputs = json["inputs"]?.string, let compile = json["compile"]?.string,
      let program = json["program"]?.string, let given = json["compileGiven"]?.elements,
      let link = json["link"]?.elements
    else { return nil }
    self.init(
      inputs: inputs, compile: compile, compileGiven: given.compactMap(\.string),
      link: link.compactMap(\.string), program: program)
  }

  /// Takes the recipe from the plan that SwiftPM wrote, or nothing where the plan looks different.
  ///
  /// - Parameters:
  ///   - build: The folder of products, with the plan beside it: `.build/debug`.
  ///   - course: The course, which knows what other lessons there are.
  ///   - lesson: The lesson.
  ///   - file: The version of the lesson's file to be compiled.
  ///   - folder: Where to put what is made.
  package init?(build: String, course: Course, lesson: Lesson, file: String, folder: String) {
    #if os(Linux)
      guard let plan = WholeFile.read(build + ".yaml"),
        let compilation = BuildRecipe.arguments(of: "\"C.\(lesson.module)-", in: plan),
        let linking = BuildRecipe.arguments(of: "PackageTests-", in: plan),
        let start = BuildRecipe.start(folder: (folder as NSString).deletingLastPathComponent),
        let compiler = BuildRecipe.compilation(
          compilation, lesson: lesson, file: file, folder: folder),
        let linker = BuildRecipe.linking(
          linking, name: "\(lesson.module)Program",
          without: BuildRecipe.strangers(to: lesson, in: course),
          objects: compiler.objects + [start], program: "\(folder)/checks")
      else { return nil }
      let jobs = BuildRecipe.jobs(compiler.arguments)
      guard let compile = jobs.first(where: { $0.contains("/\(lesson.module).swift.o") }) else {
        return nil
      }
      self.compile = compile
      compileGiven = jobs.filter { $0 != compile && $0.contains(".swift.o") }
      link = BuildRecipe.jobs(linker)
      program = "\(folder)/checks"
      // A list of arguments in a file of the driver's is gone when the driver is.
      if link.isEmpty || link.contains(where: { $0.contains("arguments.resp") }) { return nil }
    #else
      // Elsewhere SwiftPM does it; its bundles of tests look different there.
      return nil
    #endif
  }

  /// The arguments of a command in SwiftPM's plan, which is YAML, but each line of it is JSON.
  private static func arguments(of name: String, in plan: String) -> [String]? {
    var isInside = false
    for line in plan.split(separator: "\n") {
      if line.hasPrefix("  \"C.") {
        isInside = line.contains(name) && (name.hasPrefix("\"C.") || line.contains(".test\""))
      } else if isInside, line.hasPrefix("    args: ") {
        let value = JSONValue(parsing: Data(line.dropFirst("    args: ".utf8.count).utf8))
        return value?.elements.compactMap(\.string)
      }
    }
    return nil
  }

  /// The compiler's arguments without what is of use to incremental builds and editors only.
  private static func compilation(
    _ arguments: [String], lesson: Lesson, file: String, folder: String
  ) -> (arguments: [String], objects: [String])? {
    let lone: Set = [
      "-incremental", "-enable-batch-mode", "-parseable-output", "-emit-objc-header",
      "-serialize-diagnostics", "-emit-dependencies", "-emit-module",
    ]
    let paired: Set = [
      "-index-store-path", "-emit-objc-header-path", "-emit-module-path", "-output-file-map",
    ]
    var result: [String] = []
    var map: [String: JSONValue] = [:]
    var objects: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += paired.contains(argument) ? 2 : 1
      if lone.contains(argument) || paired.contains(argument) { continue }
      guard argument.hasPrefix("@") else {
        result.append(argument)
        continue
      }
      for source in BuildRecipe.lines(of: String(argument.dropFirst())) {
        let name = (source as NSString).lastPathComponent
        let source = name == "\(lesson.module).swift" ? file : source
        let object = "\(folder)/\(name).o"
        map[source] = ["object": .string(object)]
        objects.append(object)
        result.append(source)
      }
    }
    let mapPath = "\(folder)/output-file-map.json"
    guard objects.contains("\(folder)/\(lesson.module).swift.o"),
      (try? WholeFile.write(JSONValue.object(map).text, to: mapPath)) != nil
    else { return nil }
    return (result + ["-output-file-map", mapPath], objects)
  }

  /// The linker's arguments with our own program instead of the bundle of all tests.
  private static func linking(
    _ arguments: [String], name: String, without strangers: Set<String>, objects: [String],
    program: String
  ) -> [String]? {
    var result: [String] = []
    for argument in arguments {
      if result.last == "-o" {
        result.append(program)
      } else if result.last == "-module-name" {
        // The driver's list of libraries has this name; lessons proved at once must not share it.
        result.append(name)
      } else if argument.hasPrefix("@") {
        result += BuildRecipe.lines(of: String(argument.dropFirst())).filter { object in
          let folder = ((object as NSString).deletingLastPathComponent as NSString)
            .lastPathComponent.replacing(".build", with: "")
          return !strangers.contains(folder) && !folder.hasSuffix("Tests")
        }
      } else {
        result.append(argument)
      }
    }
    // The linker that comes with Swift takes two thirds of the time of the default one.
    return result + objects + ["-use-ld=lld"]
  }

  /// Modules whose objects are not linked: the lesson's own, which is compiled anew, and those of
  /// other lessons.
  private static func strangers(to lesson: Lesson, in course: Course) -> Set<String> {
    let others = course.curriculum.lessons.filter { $0 != lesson }
    return Set(others.flatMap { [$0.module, $0.module + "Checks"] } + [lesson.module])
  }

  /// The paths in a list of the build's; one that a shell would misread is quoted there.
  private static func lines(of path: String) -> [String] {
    (WholeFile.read(path) ?? "").split(separator: "\n").map {
      $0.hasPrefix("'") && $0.hasSuffix("'") ? String($0.dropFirst().dropLast()) : String($0)
    }
  }

  /// What the compiler's driver would run, as lines for the shell.
  private static func jobs(_ arguments: [String]) -> [String] {
    var command = Command(arguments[0], arguments.dropFirst() + ["-driver-print-jobs"])
    command.timeout = 30
    guard let outcome = try? command.run(), outcome.succeeded else { return [] }
    return outcome.output.text.split(separator: "\n").map(String.init)
  }

  /// Lessons that are proved at the same time share what starts them.
  private static let startLock = NSLock()

  /// The object that starts Swift Testing, made once for each toolchain.
  private static func start(folder: String) -> String? {
    startLock.lock()
    defer { startLock.unlock() }
    guard let compiler = Executable.path(of: "swiftc") else { return nil }
    var fingerprint = Fingerprint()
    fingerprint.combine(statusOf: compiler)
    let object = "\(folder)/start-\(fingerprint).o"
    if FileManager.default.fileExists(atPath: object) { return object }
    let source = """
      import Testing
      @main struct Start {
        static func main() async { await Testing.__swiftPMEntryPoint() as Never }
      }
      """
    let path = "\(folder)/Start.swift"
    guard (try? WholeFile.write(source, to: path)) != nil else { return nil }
    var command = Command(compiler, ["-parse-as-library", "-c", path, "-o", object + ".new"])
    command.timeout = 120
    guard (try? command.run())?.succeeded == true, rename(object + ".new", object) == 0 else {
      return nil
    }
    return object
  }
}
