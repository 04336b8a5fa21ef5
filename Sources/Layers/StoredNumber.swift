/// A number type of the safetensors format that can be read, under the format's name for it.
enum StoredNumber: String, CaseIterable {
  case float64 = "F64"
  case float32 = "F32"
  case float16 = "F16"
  case bfloat16 = "BF16"
  case int64 = "I64"
  case int32 = "I32"
  case uint8 = "U8"
  case boolean = "BOOL"

  /// The names that the format knows and this library does not read.
  static let unsupported: Set<String> = [
    "I8", "I16", "U16", "U32", "U64", "C64", "F4", "F6_E2M3", "F6_E3M2", "F8_E4M3", "F8_E5M2",
    "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ",
  ]

  /// The bytes that one number takes.
  var byteCount: Int {
    switch self {
    case .float64, .int64: 8
    case .float32, .int32: 4
    case .float16, .bfloat16: 2
    case .uint8, .boolean: 1
    }
  }

  /// The numbers that bytes hold, each rounded to the nearest `Float`.
  func floats(from bytes: UnsafeRawBufferPointer) -> [Float] {
    switch self {
    case .float64: convert(bytes) { (bits: UInt64) in Float(Double(bitPattern: bits)) }
    case .float32: convert(bytes) { (bits: UInt32) in Float(bitPattern: bits) }
    case .float16: convert(bytes) { (bits: UInt16) in Float(halfBits: bits) }
    // A bfloat16 is the upper half of a Float.
    case .bfloat16: convert(bytes) { (bits: UInt16) in Float(bitPattern: UInt32(bits) << 16) }
    case .int64: convert(bytes) { (value: Int64) in Float(value) }
    case .int32: convert(bytes) { (value: Int32) in Float(value) }
    case .uint8: convert(bytes) { (value: UInt8) in Float(value) }
    case .boolean: convert(bytes) { (value: UInt8) in value == 0 ? 0 : 1 }
    }
  }

  private func convert<Stored: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, _ value: (Stored) -> Float
  ) -> [Float] {
    let width = MemoryLayout<Stored>.size
    let count = bytes.count / width
    return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Through plain pointers, because the buffers' bounds checks keep the loop from vectorising.
      guard count > 0, let source = bytes.baseAddress, let target = buffer.baseAddress else {
        return
      }
      for index in 0..<count {
        // A tensor lies where the header's length put it, so on no alignment.
        let stored = source.loadUnaligned(fromByteOffset: index &* width, as: Stored.self)
        (target + index).initialize(to: value(Stored(littleEndian: stored)))
      }
      initialized = count
    }
  }
}

extension Float {
  /// The number that 16 bits in the half format stand for, exactly.
  ///
  /// A half has 5 bits of exponent and 10 of fraction where a `Float` has 8 and 23. Moved to a
  /// `Float`'s places the same bits mean
  ///
  ///     half        (1 + fraction) · 2^(exponent - 15),   fraction · 2^-14  if exponent = 0
  ///     as a Float  (1 + fraction) · 2^(exponent - 127),  fraction · 2^-126 if exponent = 0
  ///
  /// so one product with 2^112 is right for normal and subnormal halves alike. Infinity and NaN
  /// (exponent 31) have all bits of the exponent set instead. There is no branch, and the standard
  /// library's `Float16` is missing on Macs with an Intel processor.
  init(halfBits bits: UInt16) {
    let sign = UInt32(bits & 0x8000) << 16
    let moved = UInt32(bits & 0x7FFF) << 13
    let scaled = (Float(bitPattern: moved) * 0x1p112).bitPattern
    let magnitude = moved >= 0x0F80_0000 ? moved | 0x7F80_0000 : scaled
    self.init(bitPattern: sign | magnitude)
  }
}
