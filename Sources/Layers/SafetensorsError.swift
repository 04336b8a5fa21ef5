import Tensors

/// Why a safetensors file cannot be read or written, in a sentence that names the file and what to do.
public struct SafetensorsError: Error, Equatable {
  /// The path of the file, or the name it was decoded under.
  public let file: String

  /// What is wrong with it.
  public let problem: Problem

  /// Why a path gives no bytes.
  public enum Unreadable: Equatable, Sendable {
    /// There is nothing at the path.
    case missing
    /// The path names a folder.
    case folder
    /// The path names a device, a pipe or a socket.
    case special
    /// The file is there, but the system does not hand out its bytes.
    case refused
  }

  /// What is wrong with a file.
  ///
  /// Offsets in the header count from the start of the file, offsets of tensors from the data's.
  public enum Problem: Error, Equatable {
    /// The path gives no bytes.
    case unreadable(Unreadable)
    /// The file ends inside the eight bytes of the header's length.
    case tooShort(byteCount: Int)
    /// The header is stated to be longer than the rest of the file.
    case headerTooLong(stated: UInt64, available: Int)
    /// The header is not UTF-8 from an offset on.
    case headerNotUTF8(offset: Int)
    /// The header is not the JSON that the format asks for; `found` is empty at the header's end.
    case malformedHeader(offset: Int, entry: String?, expected: String, found: String)
    /// A key occurs twice, in the header or in one of its entries.
    case duplicateKey(String, entry: String?)
    /// A tensor's name contains the character U+0000.
    case nulInName(String)
    /// An entry lacks one of its three fields.
    case missingField(tensor: String, field: String)
    /// An entry has a field that the format does not know.
    case unknownField(tensor: String, field: String)
    /// A number type that the format does not know.
    case unknownType(tensor: String, type: String)
    /// A number type that the format knows and this library does not read.
    case unsupportedType(tensor: String, type: String)
    /// A shape with more axes than a tensor can have.
    case tooManyAxes(tensor: String, count: Int)
    /// A shape with a size, or a number of bytes, beyond what a tensor can have.
    case shapeTooLarge(tensor: String, shape: [Int])
    /// Offsets that are not a beginning and an end.
    case offsetCount(tensor: String, count: Int)
    /// Offsets whose end comes before their beginning.
    case reversedOffsets(tensor: String, begin: Int, end: Int)
    /// A tensor that ends behind the end of the file.
    case outside(tensor: String, end: Int, available: Int)
    /// Offsets whose distance is not what the shape and the number type take.
    case lengthMismatch(tensor: String, type: String, shape: [Int], needed: Int, stated: Int)
    /// A tensor that begins inside another one.
    case overlap(tensor: String, other: String, offset: Int)
    /// Bytes in front of a tensor that belong to none.
    case hole(tensor: String, begin: Int, end: Int)
    /// Bytes at the end of the file that belong to no tensor.
    case leftover(byteCount: Int)
    /// The file is sound, but has no tensor of the name asked for.
    case missingTensor(name: String, nearest: [String], count: Int)
    /// A tensor to be written has a name that the format keeps for itself or cannot hold.
    case forbiddenName(String)
    /// A number to be written is larger than every half.
    case beyondHalf(tensor: String, index: Int, value: Float)
    /// The system refuses to write the file.
    case unwritable
  }
}

extension SafetensorsError: CustomStringConvertible {
  /// One sentence: the file, what is wrong where, and what to do.
  public var description: String { "\(file): \(problem)." }
}

extension SafetensorsError.Unreadable: CustomStringConvertible {
  /// The reason and its remedy, to follow the file's name.
  public var description: String {
    switch self {
    case .missing: "no file can be found there; check the path"
    case .folder: "this is a folder; give the path of a file in it"
    case .special: "this is not an ordinary file; give the path of one"
    case .refused: "the file cannot be read to its end; check its permissions"
    }
  }
}

extension SafetensorsError.Problem: CustomStringConvertible {
  /// What is wrong and what to do, to follow the file's name.
  public var description: String {
    let again = "the file is damaged or incomplete, so fetch it again"
    let wrong = "the format forbids this, so save the file again with another program"
    let limit = "give it at most \(Tensor.largestRank) axes, each below 2^31"
    let types = StoredNumber.allCases.map(\.rawValue).joined(separator: ", ")
    return switch self {
    case .unreadable(let reason): reason.description
    case .tooShort(let byteCount):
      "the header's length takes 8 bytes, but the file has only \(byteCount); \(again)"
    case .headerTooLong(let stated, let available):
      "the header should have \(stated) bytes, but only \(available) follow its length; "
        + "the file is incomplete or no safetensors file, so fetch it again"
    case .headerNotUTF8(let offset):
      "the header is not UTF-8 text at byte \(offset); \(again)"
    case .malformedHeader(let offset, let entry, let expected, let found):
      "the header\(entry.map { "'s entry \(quoted($0))" } ?? "") should have \(expected) at byte "
        + "\(offset), but has \(found.isEmpty ? "its end" : quoted(found)) there; \(again)"
    case .duplicateKey(let key, let entry):
      "the header\(entry.map { "'s entry \(quoted($0))" } ?? "") has the key \(quoted(key)) twice; "
        + wrong
    case .nulInName(let name):
      "the tensor \(quoted(name)) has the character U+0000 in its name; save it under another name"
    case .missingField(let tensor, let field):
      "the tensor \(quoted(tensor)) has no \(quoted(field)) in the header; \(again)"
    case .unknownField(let tensor, let field):
      "the tensor \(quoted(tensor)) has the field \(quoted(field)) in the header, where only "
        + "dtype, shape and data_offsets may be; \(wrong)"
    case .unknownType(let tensor, let type):
      "the tensor \(quoted(tensor)) has the number type \(quoted(type)), which the format does not "
        + "know; save it as one of \(types)"
    case .unsupportedType(let tensor, let type):
      "the tensor \(quoted(tensor)) has the number type \(type), which is not supported; "
        + "save it as one of \(types)"
    case .tooManyAxes(let tensor, let count):
      "the tensor \(quoted(tensor)) has \(count) axes; \(limit)"
    case .shapeTooLarge(let tensor, let shape):
      "the tensor \(quoted(tensor)) has the shape \(shape), which is too large; \(limit)"
    case .offsetCount(let tensor, let count):
      "the tensor \(quoted(tensor)) has \(count) data_offsets instead of 2; \(wrong)"
    case .reversedOffsets(let tensor, let begin, let end):
      "the tensor \(quoted(tensor)) begins at byte \(begin) of the data and ends before it, at "
        + "\(end); \(wrong)"
    case .outside(let tensor, let end, let available):
      "the tensor \(quoted(tensor)) ends at byte \(end) of the data, which has only \(available); "
        + again
    case .lengthMismatch(let tensor, let type, let shape, let needed, let stated):
      "the tensor \(quoted(tensor)) of shape \(shape) takes \(needed) bytes as \(type), but its "
        + "data_offsets span \(stated); \(wrong)"
    case .overlap(let tensor, let other, let offset):
      "the tensor \(quoted(tensor)) begins at byte \(offset) of the data, which belongs to "
        + "\(quoted(other)); \(wrong)"
    case .hole(let tensor, let begin, let end):
      "the bytes from \(begin) up to \(end) of the data, before the tensor \(quoted(tensor)), "
        + "are a hole that belongs to no tensor; \(wrong)"
    case .leftover(let byteCount):
      "\(byteCount) of the bytes are left over behind the last tensor and belong to none; \(wrong)"
    case .missingTensor(let name, let nearest, let count):
      "among its \(count) tensors there is no \(quoted(name)); "
        + (nearest.isEmpty
          ? "look at the keys of its tensors"
          : "perhaps \(nearest.map(quoted).joined(separator: " or ")) is meant")
    case .forbiddenName(let name):
      "no tensor can be called \(quoted(name)); give it another name before writing"
    case .beyondHalf(let tensor, let index, let value):
      "the tensor \(quoted(tensor)) is \(value) at element \(index), and a half reaches only to "
        + "65504; write it as float32"
    case .unwritable:
      "the file cannot be written; check that the folder exists, that it may be written to, and "
        + "that there is room"
    }
  }
}
