// Made from docs/swift-for-pythonistas.md by scripts/documentation-tests. Change the page, not this file.
// swift-format-ignore-file

import Tensors
import Testing

private let numbers = [1, 2, 3]
private let names = ["cat", "dog"]
private let ages = ["Ada": 36, "Alan": 41]
private let weight: Float = 0.5
private let count = 7
private let row: Tensor = [1, 2, 3]
private let missing: Int? = nil

@Suite struct `Names and numbers` {
  @Test func line29() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 29)
    let rate: Float = 0.5; let value = rate; expect(value, is: 0.5)
    #sourceLocation()
  }

  @Test func line30() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 30)
    var n = 1; n += 1; let value = n; expect(value, is: 2)
    #sourceLocation()
  }

  @Test func line31() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 31)
    let value = Float(count) / 2; expect(value, is: 3.5)
    #sourceLocation()
  }

  @Test func line32() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 32)
    let value = [count / 2, count % 2]; expect(value, is: [3, 1])
    #sourceLocation()
  }

  @Test func line33() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 33)
    let value = weight * weight; expect(value, is: 0.25)
    #sourceLocation()
  }

  @Test func line34() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 34)
    let value = true && !false; expect(value, is: true)
    #sourceLocation()
  }

  @Test func line35() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 35)
    let value = count > 5 ? "many" : "few"; expect(value, is: "many")
    #sourceLocation()
  }

  @Test func line36() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 36)
    let value = "\(count) cats, \(weight * 2)"; expect(value, is: "7 cats, 1.0")
    #sourceLocation()
  }
}

@Suite struct `Lists` {
  @Test func line46() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 46)
    let value = numbers.map { $0 * $0 }; expect(value, is: [1, 4, 9])
    #sourceLocation()
  }

  @Test func line47() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 47)
    let value = numbers.filter { $0 > 1 }; expect(value, is: [2, 3])
    #sourceLocation()
  }

  @Test func line48() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 48)
    let value = [numbers.reduce(0, +), numbers.max() ?? 0]; expect(value, is: [6, 3])
    #sourceLocation()
  }

  @Test func line49() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 49)
    let value = Array(0..<4); expect(value, is: [0, 1, 2, 3])
    #sourceLocation()
  }

  @Test func line50() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 50)
    let value = Array((1...3).reversed()); expect(value, is: [3, 2, 1])
    #sourceLocation()
  }

  @Test func line51() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 51)
    let value = Array(stride(from: 0, to: 10, by: 4)); expect(value, is: [0, 4, 8])
    #sourceLocation()
  }

  @Test func line52() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 52)
    let value = Array(numbers[1...]); expect(value, is: [2, 3])
    #sourceLocation()
  }

  @Test func line53() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 53)
    let value = Array(numbers[..<2]); expect(value, is: [1, 2])
    #sourceLocation()
  }

  @Test func line54() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 54)
    let value = numbers[numbers.count - 1]; expect(value, is: 3)
    #sourceLocation()
  }

  @Test func line55() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 55)
    var a: [Int] = []; a.append(4); let value = a; expect(value, is: [4])
    #sourceLocation()
  }

  @Test func line56() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 56)
    let value = [Float](repeating: 0, count: 3); expect(value, is: [0, 0, 0])
    #sourceLocation()
  }

  @Test func line57() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 57)
    let value = names.enumerated().map { "\($0) \($1)" }; expect(value, is: ["0 cat", "1 dog"])
    #sourceLocation()
  }

  @Test func line58() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 58)
    let value = zip(numbers, [4, 5, 6]).map { $0 * $1 }; expect(value, is: [4, 10, 18])
    #sourceLocation()
  }

  @Test func line59() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 59)
    let value = numbers.contains(2); expect(value, is: true)
    #sourceLocation()
  }

  @Test func line60() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 60)
    let a = [1, 2]; var b = a; b[0] = 9; let value = a + b; expect(value, is: [1, 2, 9, 2])
    #sourceLocation()
  }
}

@Suite struct `Nothing, dictionaries, tuples` {
  @Test func line68() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 68)
    let value = ages["Ada"] ?? 0; expect(value, is: 36)
    #sourceLocation()
  }

  @Test func line69() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 69)
    let value = missing ?? -1; expect(value, is: -1)
    #sourceLocation()
  }

  @Test func line70() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 70)
    let value = missing == nil; expect(value, is: true)
    #sourceLocation()
  }

  @Test func line71() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 71)
    var ages = ages; ages["Alan"] = 42; let value = ages["Alan"] ?? 0; expect(value, is: 42)
    #sourceLocation()
  }

  @Test func line72() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 72)
    let (low, high) = (numbers[0], numbers[2]); let value = high - low; expect(value, is: 2)
    #sourceLocation()
  }
}

@Suite struct `Functions with labels` {
  @Test func line80() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 80)
    func half(_ x: Float) -> Float { x / 2 }; let value = half(3); expect(value, is: 1.5)
    #sourceLocation()
  }

  @Test func line81() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 81)
    func scaled(_ x: Tensor, by factor: Float) -> Tensor { x * Tensor(factor) }; let value = scaled(row, by: 2); expect(value, is: [2, 4, 6])
    #sourceLocation()
  }

  @Test func line82() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 82)
    let square = { (x: Tensor) in x * x }; let value = square(row); expect(value, is: [1, 4, 9])
    #sourceLocation()
  }

  @Test func line83() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 83)
    func total(of f: (Tensor) -> Tensor, at x: Tensor) -> Tensor { f(x).sum() }; let value = total(of: { x in x.exp() }, at: [0, 0]); expect(value, is: 2)
    #sourceLocation()
  }
}

@Suite struct `Working with tensors` {
  @Test func line92() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 92)
    let m: Tensor = [[1, 2], [3, 4]]; let value = m; expect(value, is: [[1, 2], [3, 4]])
    #sourceLocation()
  }

  @Test func line93() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 93)
    let value = row * Tensor(weight); expect(value, is: [0.5, 1, 1.5])
    #sourceLocation()
  }

  @Test func line94() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 94)
    let value = row.sum().scalar; expect(value, is: 6)
    #sourceLocation()
  }

  @Test func line95() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 95)
    let value = row.scalars; expect(value, is: [1, 2, 3])
    #sourceLocation()
  }

  @Test func line96() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 96)
    var list = row.scalars; list[0] = 9; let value = Tensor(list, shape: row.shape); expect(value, is: [9, 2, 3])
    #sourceLocation()
  }

  @Test func line97() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 97)
    let value = Tensor.zeros(row.shape); expect(value, is: [0, 0, 0])
    #sourceLocation()
  }

  @Test func line98() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 98)
    let x = row.tracked(); let value = gradient(of: (x * x).sum(), withRespectTo: x); expect(value, is: [2, 4, 6])
    #sourceLocation()
  }

  @Test func line99() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 99)
    var dice = SplitMix64(seed: 1); let value = Tensor.uniform(in: 0..<1, shape: [2], using: &dice).shape; expect(value, is: [2])
    #sourceLocation()
  }
}

@Suite struct `Types of your own` {
  @Test func line128() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 128)
    enum Gate {
      case and
      case or
    }

    struct Unit {
      var gate: Gate
      var threshold: Float = 0.5

      func fires(_ a: Float, _ b: Float) -> Bool {
        let total: Float
        switch gate {
        case .and: total = min(a, b)
        case .or: total = max(a, b)
        }
        return total > threshold
      }
    }

    let unit = Unit(gate: .or)
    var strict = unit
    strict.threshold = 2
    expect(unit.fires(1, 0), is: true)
    expect(strict.fires(1, 0), is: false)
    #sourceLocation()
  }
}

@Suite struct `Loops and conditions` {
  @Test func line171() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 171)
    var total = 0
    for (place, number) in [4, -5, 6].enumerated() {
      if number < 0 { continue }
      total += place * number
    }
    while total > 10 { total -= 10 }
    if total == 2 {
      total += 1
    } else if [3, 4].contains(total) {
      total += 2
    }
    expect(total, is: 3)

    var positive = 0
    for number in [4, -5, 6] where number > 0 { positive += 1 }
    expect(positive, is: 2)
    #sourceLocation()
  }
}

@Suite struct `What may go wrong` {
  @Test func line208() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 208)
    struct NoRoot: Error {
      let x: Float
    }

    func root(_ x: Float) throws -> Float {
      guard x >= 0 else { throw NoRoot(x: x) }
      return x.squareRoot()
    }

    var result = try root(9)
    expect(result, is: 3)
    do {
      result = try root(-1)
    } catch {
      result = 0
    }
    expect(result, is: 0)

    var text = "nobody"
    if let age = ages["Ada"] { text = "Ada is \(age)" }
    expect(text, is: "Ada is 36")
    #sourceLocation()
  }
}

@Suite struct `A training loop` {
  @Test func line244() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 244)
    let x: Tensor = [[1, 0], [0, 1], [1, 1]]
    let y: Tensor = [1, 2, 3]
    var w = Tensor.zeros([2])
    for _ in 0..<300 {
      let tracked = w.tracked()
      let loss = (x.matmul(tracked) - y).squared().mean()
      w -= 0.1 * gradient(of: loss, withRespectTo: tracked)
    }
    expect(w, is: [1, 2])
    #sourceLocation()
  }
}

/// The lines of the page that this file was made from.
let linesOfSwiftPage = #"""
16 let numbers = [1, 2, 3]
17 let names = ["cat", "dog"]
18 let ages = ["Ada": 36, "Alan": 41]
19 let weight: Float = 0.5
20 let count = 7
21 let row: Tensor = [1, 2, 3]
22 let missing: Int? = nil
29 | `rate = 0.5` | `let rate: Float = 0.5; rate` | `0.5` |
30 | `n = 1; n += 1; n` | `var n = 1; n += 1; n` | `2` |
31 | `count / 2` | `Float(count) / 2` | `3.5` |
32 | `count // 2, count % 2` | `[count / 2, count % 2]` | `[3, 1]` |
33 | `weight ** 2` | `weight * weight` | `0.25` |
34 | `True and not False` | `true && !false` | `true` |
35 | `"many" if count > 5 else "few"` | `count > 5 ? "many" : "few"` | `"many"` |
36 | `f"{count} cats, {weight * 2}"` | `"\(count) cats, \(weight * 2)"` | `"7 cats, 1.0"` |
46 | `[n * n for n in numbers]` | `numbers.map { $0 * $0 }` | `[1, 4, 9]` |
47 | `[n for n in numbers if n > 1]` | `numbers.filter { $0 > 1 }` | `[2, 3]` |
48 | `sum(numbers), max(numbers)` | `[numbers.reduce(0, +), numbers.max() ?? 0]` | `[6, 3]` |
49 | `list(range(4))` | `Array(0..<4)` | `[0, 1, 2, 3]` |
50 | `list(reversed(range(1, 4)))` | `Array((1...3).reversed())` | `[3, 2, 1]` |
51 | `list(range(0, 10, 4))` | `Array(stride(from: 0, to: 10, by: 4))` | `[0, 4, 8]` |
52 | `numbers[1:]` | `Array(numbers[1...])` | `[2, 3]` |
53 | `numbers[:2]` | `Array(numbers[..<2])` | `[1, 2]` |
54 | `numbers[-1]` | `numbers[numbers.count - 1]` | `3` |
55 | `a = []; a.append(4); a` | `var a: [Int] = []; a.append(4); a` | `[4]` |
56 | `[0.0] * 3` | `[Float](repeating: 0, count: 3)` | `[0, 0, 0]` |
57 | `[f"{i} {n}" for i, n in enumerate(names)]` | `names.enumerated().map { "\($0) \($1)" }` | `["0 cat", "1 dog"]` |
58 | `[a * b for a, b in zip(numbers, [4, 5, 6])]` | `zip(numbers, [4, 5, 6]).map { $0 * $1 }` | `[4, 10, 18]` |
59 | `2 in numbers` | `numbers.contains(2)` | `true` |
60 | `a = [1, 2]; b = list(a); b[0] = 9; a + b` | `let a = [1, 2]; var b = a; b[0] = 9; a + b` | `[1, 2, 9, 2]` |
68 | `ages.get("Ada", 0)` | `ages["Ada"] ?? 0` | `36` |
69 | `missing if missing is not None else -1` | `missing ?? -1` | `-1` |
70 | `missing is None` | `missing == nil` | `true` |
71 | `ages = {**ages, "Alan": 42}; ages["Alan"]` | `var ages = ages; ages["Alan"] = 42; ages["Alan"] ?? 0` | `42` |
72 | `low, high = min(numbers), max(numbers); high - low` | `let (low, high) = (numbers[0], numbers[2]); high - low` | `2` |
80 | `def half(x): return x / 2` | `func half(_ x: Float) -> Float { x / 2 }; half(3)` | `1.5` |
81 | `def scaled(x, by): return x * by` | `func scaled(_ x: Tensor, by factor: Float) -> Tensor { x * Tensor(factor) }; scaled(row, by: 2)` | `[2, 4, 6]` |
82 | `square = lambda x: x * x; square(row)` | `let square = { (x: Tensor) in x * x }; square(row)` | `[1, 4, 9]` |
83 | `def total(f, x): return f(x).sum()` | `func total(of f: (Tensor) -> Tensor, at x: Tensor) -> Tensor { f(x).sum() }; total(of: { x in x.exp() }, at: [0, 0])` | `2` |
92 | `torch.tensor([[1., 2.], [3., 4.]])` | `let m: Tensor = [[1, 2], [3, 4]]; m` | `[[1, 2], [3, 4]]` |
93 | `row * weight` | `row * Tensor(weight)` | `[0.5, 1, 1.5]` |
94 | `row.sum().item()` | `row.sum().scalar` | `6` |
95 | `row.tolist()` | `row.scalars` | `[1, 2, 3]` |
96 | `x = row.clone(); x[0] = 9` | `var list = row.scalars; list[0] = 9; Tensor(list, shape: row.shape)` | `[9, 2, 3]` |
97 | `torch.zeros_like(row)` | `Tensor.zeros(row.shape)` | `[0, 0, 0]` |
98 | `row.requires_grad_(); (row * row).sum().backward(); row.grad` | `let x = row.tracked(); gradient(of: (x * x).sum(), withRespectTo: x)` | `[2, 4, 6]` |
99 | `torch.manual_seed(1); torch.rand(2).shape` | `var dice = SplitMix64(seed: 1); Tensor.uniform(in: 0..<1, shape: [2], using: &dice).shape` | `[2]` |
128 enum Gate {
129   case and
130   case or
131 }
133 struct Unit {
134   var gate: Gate
135   var threshold: Float = 0.5
137   func fires(_ a: Float, _ b: Float) -> Bool {
138     let total: Float
139     switch gate {
140     case .and: total = min(a, b)
141     case .or: total = max(a, b)
142     }
143     return total > threshold
144   }
145 }
147 let unit = Unit(gate: .or)
148 var strict = unit
149 strict.threshold = 2
150 unit.fires(1, 0)  // is true
151 strict.fires(1, 0)  // is false
171 var total = 0
172 for (place, number) in [4, -5, 6].enumerated() {
173   if number < 0 { continue }
174   total += place * number
175 }
176 while total > 10 { total -= 10 }
177 if total == 2 {
178   total += 1
179 } else if [3, 4].contains(total) {
180   total += 2
181 }
182 total  // is 3
184 var positive = 0
185 for number in [4, -5, 6] where number > 0 { positive += 1 }
186 positive  // is 2
208 struct NoRoot: Error {
209   let x: Float
210 }
212 func root(_ x: Float) throws -> Float {
213   guard x >= 0 else { throw NoRoot(x: x) }
214   return x.squareRoot()
215 }
217 var result = try root(9)
218 result  // is 3
219 do {
220   result = try root(-1)
221 } catch {
222   result = 0
223 }
224 result  // is 0
226 var text = "nobody"
227 if let age = ages["Ada"] { text = "Ada is \(age)" }
228 text  // is "Ada is 36"
244 let x: Tensor = [[1, 0], [0, 1], [1, 1]]
245 let y: Tensor = [1, 2, 3]
246 var w = Tensor.zeros([2])
247 for _ in 0..<300 {
248   let tracked = w.tracked()
249   let loss = (x.matmul(tracked) - y).squared().mean()
250   w -= 0.1 * gradient(of: loss, withRespectTo: tracked)
251 }
252 w  // is [1, 2]
"""#
