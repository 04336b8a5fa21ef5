/// Some vectors of sixteen neighbouring numbers each, kept in registers.
///
/// Longer rows are put together with `Joined`, so that the compiler sees every vector as a variable
/// of its own and keeps it in a register.
protocol VectorRow {
  /// How many numbers there are.
  static var count: Int { get }

  /// The same number everywhere.
  init(repeating value: Float)

  /// The numbers from `address` on, which need not be aligned.
  init(at address: UnsafePointer<Float>)

  /// Adds another row times the same factor everywhere, rounding once.
  mutating func addProduct(_ other: Self, _ factor: SIMD16<Float>)

  /// Adds another row.
  mutating func add(_ other: Self)

  /// The sum of the row's vectors.
  var folded: SIMD16<Float> { get }

  /// Writes the numbers from `address` on, which need not be aligned.
  func store(to address: UnsafeMutablePointer<Float>)
}

extension SIMD16: VectorRow where Scalar == Float {
  static var count: Int { 16 }

  @inline(__always)
  init(at address: UnsafePointer<Float>) {
    self = unsafe address.loadVector(Self.self)
  }

  @inline(__always)
  mutating func add(_ other: Self) {
    self += other
  }

  var folded: Self { self }

  @inline(__always)
  func store(to address: UnsafeMutablePointer<Float>) {
    unsafe address.storeVector(self)
  }
}

/// Half a vector, after whole ones: some processors take half the time for it.
extension SIMD8: VectorRow where Scalar == Float {
  static var count: Int { 8 }

  @inline(__always)
  init(at address: UnsafePointer<Float>) {
    self = unsafe address.loadVector(Self.self)
  }

  @inline(__always)
  mutating func addProduct(_ other: Self, _ factor: SIMD16<Float>) {
    addProduct(other, factor.lowHalf)
  }

  @inline(__always)
  mutating func add(_ other: Self) {
    self += other
  }

  var folded: SIMD16<Float> {
    @inline(__always)
    get { SIMD16(lowHalf: self, highHalf: Self(repeating: 0)) }
  }

  @inline(__always)
  func store(to address: UnsafeMutablePointer<Float>) {
    unsafe address.storeVector(self)
  }
}

/// Two rows, the second after the first.
struct Joined<First: VectorRow, Second: VectorRow>: VectorRow {
  static var count: Int { First.count &+ Second.count }

  private var first: First
  private var second: Second

  @inline(__always)
  private init(first: First, second: Second) {
    self.first = first
    self.second = second
  }

  @inline(__always)
  init(repeating value: Float) {
    first = First(repeating: value)
    second = Second(repeating: value)
  }

  @inline(__always)
  init(at address: UnsafePointer<Float>) {
    first = unsafe First(at: address)
    second = unsafe Second(at: address + First.count)
  }

  @inline(__always)
  mutating func addProduct(_ other: Self, _ factor: SIMD16<Float>) {
    first.addProduct(other.first, factor)
    second.addProduct(other.second, factor)
  }

  @inline(__always)
  mutating func add(_ other: Self) {
    first.add(other.first)
    second.add(other.second)
  }

  var folded: SIMD16<Float> {
    @inline(__always)
    get { first.folded + second.folded }
  }

  @inline(__always)
  func store(to address: UnsafeMutablePointer<Float>) {
    unsafe first.store(to: address)
    unsafe second.store(to: address + First.count)
  }
}

/// 16 numbers.
typealias Row1 = SIMD16<Float>
/// 24 numbers.
typealias Row1AndHalf = Joined<Row1, SIMD8<Float>>
/// 32 numbers.
typealias Row2 = Joined<Row1, Row1>
/// 48 numbers.
typealias Row3 = Joined<Row2, Row1>
/// 64 numbers.
typealias Row4 = Joined<Row2, Row2>
/// 96 numbers.
typealias Row6 = Joined<Row3, Row3>
/// 128 numbers.
typealias Row8 = Joined<Row4, Row4>

extension Row3 {
  /// The numbers from three addresses on, sixteen from each.
  @inline(__always)
  init(
    at first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, _ third: UnsafePointer<Float>
  ) {
    self.first = Row2(first: unsafe SIMD16(at: first), second: unsafe SIMD16(at: second))
    self.second = unsafe SIMD16(at: third)
  }
}
