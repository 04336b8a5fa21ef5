import Figures
import Foundation
import Texts

/// What was asked of the program cannot be done; says what can.
struct UsageError: Error, CustomStringConvertible {
  let description: String
}

/// The command line: a photograph, a world or the networks.
struct ExploreCommand {
  private enum Subject {
    case photo(String)
    case world(World)
    case networks
  }

  private var subject: Subject?
  private var seed: UInt64 = 1
  private var output: String?
  private var colours = ColourChoice.auto

  private static let usage = """
    Looks at what the course works with.

      swift run -c release explore photo cat.png             what EfficientNet-Lite0 sees in it
      swift run -c release explore world shapes --seed 3     what is drawn, and where it is
      swift run -c release explore networks                  what comes trained

    Worlds: \(World.allCases.map(\.rawValue).joined(separator: ", ")).
    --seed N         draws other examples of a world (1)
    --output FILE    also writes the picture as a PNG file
    --color WHEN     auto, always or never
    """

  /// Reads the arguments.
  init(_ arguments: some Sequence<String>) throws {
    var arguments = Array(arguments)[...]
    func next(_ what: String) throws -> String {
      guard let value = arguments.popFirst() else {
        throw UsageError(description: "\(what).\n\n\(Self.usage)")
      }
      return value
    }
    while let argument = arguments.popFirst() {
      switch argument {
      case "--help", "-h":
        print(Self.usage)
        exit(0)
      case "photo": subject = .photo(try next("“photo” needs the path of a PNG file after it"))
      case "world":
        let name = try next("“world” needs the name of one after it")
        guard let world = World(rawValue: name) else {
          let names = World.allCases.map(\.rawValue).joined(separator: ", ")
          throw UsageError(description: "There is no world “\(name)”; there are \(names).")
        }
        subject = .world(world)
      case "networks": subject = .networks
      case "--seed":
        let text = try next("--seed needs a number after it")
        guard let number = UInt64(text) else {
          throw UsageError(description: "--seed takes a whole number from 0, not “\(text)”.")
        }
        seed = number
      case "--output": output = try next("--output needs the path of a file after it")
      case "--color":
        let text = try next("--color needs auto, always or never after it")
        guard let choice = ColourChoice(rawValue: text) else {
          throw UsageError(description: "--color takes auto, always or never, not “\(text)”.")
        }
        colours = choice
      default:
        throw UsageError(description: "“\(argument)” is no subject or option.\n\n\(Self.usage)")
      }
    }
  }

  /// Shows what was asked for.
  func run() throws {
    let terminal = Terminal.standard(colours: colours)
    let picture: Picture
    switch subject {
    case .photo(let path): picture = try explorePhoto(at: path, on: terminal)
    case .world(let world):
      let view = try world.view(seed: seed)
      view.sheet.draw(on: terminal)
      print(view.text)
      picture = view.sheet
    case .networks:
      try exploreNetworks(on: terminal)
      return
    case nil: throw UsageError(description: Self.usage)
    }
    if let output {
      try picture.write(to: output)
      print("\(output): \(picture.width) × \(picture.height) pixels.")
    }
  }
}
