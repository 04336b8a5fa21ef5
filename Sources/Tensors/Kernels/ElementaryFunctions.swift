// The polynomials were fitted for this file: minimax in the interval named, by reweighted least
// squares. Own polynomials rather than the system's library give the same bits on every machine,
// and code without branches, which the compiler turns into vector instructions when it stands in
// a loop. exp and log are within 1 unit in the last place, tanh within 1.5 and the others within 3,
// which a test checks.

/// Returns eˣ: x = k ln 2 + r with |r| ≤ ½ ln 2, and eˣ = 2ᵏ eʳ.
@inline(__always)
func exponential(_ x: Float) -> Float {
  // Beyond these the result is 0 or infinite whatever x is. NaN passes both comparisons.
  let bounded = x < -104 ? -104 : (x > 89 ? 89 : x)
  // Adding and subtracting 1.5 · 2²³ rounds to an integer, which also stands in the low bits.
  let rounder: Float = 12_582_912
  let shifted = Float(rounder).addingProduct(bounded, 1.442_695_04)
  let k = shifted - rounder
  // ln 2 in two parts, the first short enough for k times it to be exact.
  var r = bounded.addingProduct(k, -0.693_145_751_953_125)
  r = r.addingProduct(k, -1.428_606_820_286_226_8e-6)
  var q: Float = 0.000_199_077_068_828_046_32
  q = Float(0.001_393_373_240_716_755_4).addingProduct(q, r)
  q = Float(0.008_333_286_270_499_23).addingProduct(q, r)
  q = Float(0.041_666_463_017_463_684).addingProduct(q, r)
  q = Float(0.166_666_671_633_720_4).addingProduct(q, r)
  q = Float(0.5).addingProduct(q, r)
  let power = 1 + r.addingProduct(q, r * r)
  // In two factors, since 2ᵏ alone may be too large or too small for a number that eˣ is not.
  let exponent = Int32(bitPattern: shifted.bitPattern) &- Int32(bitPattern: rounder.bitPattern)
  let half = exponent &>> 1
  return power * powerOfTwo(half) * powerOfTwo(exponent &- half)
}

@inline(__always)
private func powerOfTwo(_ exponent: Int32) -> Float {
  Float(bitPattern: UInt32(bitPattern: (exponent &+ 127) &<< 23))
}

/// Returns ln x: x = 2ᵏ (1 + f) with √½ ≤ 1 + f < √2, and ln x = k ln 2 + ln(1 + f).
@inline(__always)
func logarithm(_ x: Float) -> Float {
  // Numbers too small for a full mantissa are scaled up first.
  let isTiny = x < Float.leastNormalMagnitude
  let normal = isTiny ? x * 16_777_216 : x
  // Counting the exponent from √½ puts the mantissa into the interval.
  let offset = normal.bitPattern &- 0x3F35_04F3
  let exponent = Int32(bitPattern: offset) &>> 23
  let mantissa = Float(bitPattern: (offset & 0x007F_FFFF) &+ 0x3F35_04F3)
  let k = Float(exponent) - (isTiny ? 24 : 0)
  let f = mantissa - 1
  var q: Float = 0.073_337_130_248_546_6
  q = Float(-0.116_615_481_674_671_17).addingProduct(q, f)
  q = Float(0.116_349_384_188_652_04).addingProduct(q, f)
  q = Float(-0.123_964_950_442_314_15).addingProduct(q, f)
  q = Float(0.142_511_114_478_111_27).addingProduct(q, f)
  q = Float(-0.166_691_586_375_236_5).addingProduct(q, f)
  q = Float(0.200_006_887_316_703_8).addingProduct(q, f)
  q = Float(-0.249_999_806_284_904_48).addingProduct(q, f)
  q = Float(0.333_333_313_465_118_4).addingProduct(q, f)
  let square = f * f
  var tail = (f * square) * q
  tail = tail.addingProduct(k, 1.428_606_820_286_226_8e-6)
  tail = tail.addingProduct(square, -0.5)
  let result = (f + tail).addingProduct(k, 0.693_145_751_953_125)
  let special: Float = x == 0 ? -.infinity : (x > 0 ? x : .nan)
  return x > 0 && x < .infinity ? result : special
}

/// Returns ln(1 + x), exact to the last places also where 1 + x rounds to 1.
@inline(__always)
func logarithmOfOnePlus(_ x: Float) -> Float {
  let sum = 1 + x
  let corrected = logarithm(sum) * (x / (sum - 1))
  return sum == 1 ? x : (sum == .infinity ? sum : corrected)
}

/// Returns tanh x: a polynomial near 0, 1 − 2 / (e²ˣ + 1) beyond.
@inline(__always)
func hyperbolicTangent(_ x: Float) -> Float {
  let size = abs(x)
  let square = x * x
  var q: Float = -0.006_113_192_997_872_829_4
  q = Float(0.021_010_082_215_070_724).addingProduct(q, square)
  q = Float(-0.053_854_070_603_847_504).addingProduct(q, square)
  q = Float(0.133_327_946_066_856_38).addingProduct(q, square)
  q = Float(-0.333_333_283_662_796).addingProduct(q, square)
  let near = x.addingProduct(q * square, x)
  let far = 1 - 2 / (exponential(2 * size) + 1)
  return size < 0.625 ? near : (x < 0 ? -far : far)
}

/// Returns 1 / (1 + e⁻ˣ).
@inline(__always)
func logistic(_ x: Float) -> Float {
  // Of e⁻ˣ and eˣ the one below 1 is taken, so that neither end loses its digits.
  let small = exponential(-abs(x))
  let numerator = x < 0 ? small : 1
  return x == x ? numerator / (1 + small) : x
}

/// Returns erf x: a polynomial in x² near 0, 1 − e^p(x) beyond, p fitted to ln erfc on 1…4.
@inline(__always)
func errorFunction(_ x: Float) -> Float {
  let size = abs(x)
  let square = x * x
  var q: Float = 7.889_122_935_011_983e-5
  q = Float(-0.000_802_084_221_504_628_7).addingProduct(q, square)
  q = Float(0.005_189_535_673_707_724).addingProduct(q, square)
  q = Float(-0.026_854_444_295_167_923).addingProduct(q, square)
  q = Float(0.112_836_003_303_527_83).addingProduct(q, square)
  q = Float(-0.376_126_259_565_353_4).addingProduct(q, square)
  q = Float(1.128_379_106_521_606_4).addingProduct(q, square)
  let near = q * x
  // From 4 on erf is 1 to the last place.
  let bounded = size < 4 ? size : 4
  var p: Float = 1.599_815_732_333_809_1e-6
  p = Float(-4.529_802_026_809_193e-5).addingProduct(p, bounded)
  p = Float(0.000_590_202_573_221_176_9).addingProduct(p, bounded)
  p = Float(-0.004_727_684_892_714_024).addingProduct(p, bounded)
  p = Float(0.026_327_513_158_321_38).addingProduct(p, bounded)
  p = Float(-0.109_909_713_268_280_03).addingProduct(p, bounded)
  p = Float(-0.632_013_440_132_141_1).addingProduct(p, bounded)
  p = Float(-1.130_119_681_358_337_4).addingProduct(p, bounded)
  p = Float(0.000_291_022_297_460_585_83).addingProduct(p, bounded)
  let far = 1 - exponential(p)
  let signed = x < 0 ? -far : far
  return size < 1 ? near : (x == x ? signed : x)
}
