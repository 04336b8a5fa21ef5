import Foundation

/// Any JSON: what is read by nobody here is still kept and written back.
///
/// Whole numbers of up to 64 bits are kept to the last digit, all others as `Double` has them.
public enum JSONValue: Equatable, Sendable, Codable {
  case null
  case bool(Bool)
  case number(Double)
  /// A whole number that `Double` has not.
  case large(Int64)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads whatever is there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      let isExact = value.magnitude < 0x1p53 || value != value.rounded()
      let whole = isExact ? nil : try? container.decode(Int64.self)
      self = whole.map { .large($0) } ?? .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// Writes it as it was read; whole numbers without a point.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value):
      if let whole = Int64(exactly: value) {
        try container.encode(whole)
      } else {
        try container.encode(value)
      }
    case .large(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  /// Reads a document; nil where it is none.
  public init?(parsing data: some DataProtocol) {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(data)) else {
      return nil
    }
    self = value
  }

  /// The document with sorted keys, so that equal values have equal text.
  public var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }

  /// The value under a key, if this is an object that has it.
  public subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The text, if this is one.
  public var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The number, if this is one that is whole.
  public var integer: Int? {
    switch self {
    case .number(let value): Int(exactly: value)
    case .large(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The number, if this is one.
  public var double: Double? {
    switch self {
    case .number(let value): value
    case .large(let value): Double(value)
    default: nil
    }
  }

  /// The values, if this is an array; else none.
  public var elements: [JSONValue] { if case .array(let value) = self { value } else { [] } }

  /// The members, if this is an object; else none.
  public var members: [String: JSONValue] {
    if case .object(let value) = self { value } else { [:] }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Creates a text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Creates a number.
  public init(integerLiteral value: Int) {
    self = Int(exactly: Double(value)) == value ? .number(Double(value)) : .large(Int64(value))
  }
  /// Creates a truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Creates an array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// Creates an object; of equal keys the last one counts.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements) { $1 })
  }
}
