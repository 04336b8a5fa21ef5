/// A formula in a small part of TeX, shown on a page as MathML and on a terminal in a line of text.
///
/// It knows fractions, roots, scripts, sums and integrals, Greek letters, accents, braces with words,
/// fences that grow, `cases`, `aligned` and matrices; a command it does not know is an error and
/// never skipped.
/// Written as a literal, a formula with an error stops the program and says where.
public struct Formula: Equatable, Sendable {
  /// The formula as it was written.
  public let source: String

  package let content: Node

  /// Reads a formula that is no part of the program.
  ///
  /// - Parameter source: The formula in TeX, without dollars.
  /// - Throws: An error if a command is not known or a brace is missing.
  public init(tex source: String) throws(FormulaError) {
    var parser = FormulaParser(source)
    content = try parser.formula()
    self.source = source
  }

  /// A part of a formula.
  package indirect enum Node: Equatable, Sendable {
    /// A variable, in italics.
    case identifier(String)
    /// A name of several letters, upright.
    case name(String)
    /// A variable that is a vector or a matrix.
    case bold(String)
    case number(String)
    /// A sign with room around it, such as + and =.
    case sign(String)
    /// Punctuation, with room behind it.
    case punctuation(String)
    case opening(String)
    case closing(String)
    /// A large sign whose limits stand under it and over it.
    case large(String)
    /// An integral, whose limits stand beside it.
    case integral(String)
    /// A function such as log, or one with its limits below, such as max.
    case function(String, hasLimits: Bool)
    case words(String)
    /// Room, in units of the font's size.
    case space(Double)
    case row([Node])
    case fraction(Node, Node)
    case root(Node, degree: Node?)
    case scripts(Node, lower: Node?, upper: Node?)
    case accent(Node, String)
    /// A part with a brace under it or over it, and what it means beyond that.
    case braced(Node, meaning: Node, isBelow: Bool)
    /// A part between fences that grow with it; either may be empty.
    case fenced(String, Node, String)
    /// Rows and columns between fences.
    case grid([[Node]], Grid, opening: String, closing: String)
  }

  /// How columns of a grid are set.
  package enum Grid: Equatable, Sendable { case cases, aligned, matrix }
}

extension Formula: ExpressibleByStringLiteral {
  /// Reads a formula that is part of the program; an error in it stops the program.
  public init(stringLiteral source: String) {
    do throws(FormulaError) {
      self = try Formula(tex: source)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}

/// Why a formula cannot be read, in a sentence that says where.
public struct FormulaError: Error, Equatable, CustomStringConvertible {
  /// The formula as it was written.
  public let formula: String

  /// At which character, counted from 0.
  public let offset: Int

  /// What is wrong there.
  public let problem: Problem

  /// What can be wrong with a formula.
  public enum Problem: Equatable, Sendable {
    /// A command outside the part of TeX that is known.
    case unknownCommand(String)
    /// An environment outside the part of TeX that is known.
    case unknownEnvironment(String)
    /// Something is needed and something else, or nothing, is there.
    case missing(String)
    /// Something stands where it has no meaning.
    case unexpected(String)
    /// Parts inside of parts, too many.
    case tooDeep
  }

  /// One sentence: the formula, the place, what is wrong and what to do.
  public var description: String {
    let what =
      switch problem {
      case .unknownCommand(let name):
        "the command \\\(name) is not known; use another, or teach it to FormulaSymbols.swift"
      case .unknownEnvironment(let name):
        "the environment \(name) is not known; use cases, aligned, matrix, pmatrix or bmatrix"
      case .missing(let what): "\(what) is missing; add it"
      case .unexpected(let what): "\(what) has no meaning; remove it or complete what it belongs to"
      case .tooDeep: "parts are nested too deeply; write it in two formulas"
      }
    return "the formula \(formula.debugDescription), character \(offset): \(what)."
  }
}
