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
    let value = Array(numbers[1...]); expect(value, is: [2, 3])
    #sourceLocation()
  }

  @Test func line52() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 52)
    let value = numbers[numbers.count - 1]; expect(value, is: 3)
    #sourceLocation()
  }

  @Test func line53() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 53)
    var a: [Int] = []; a.append(4); let value = a; expect(value, is: [4])
    #sourceLocation()
  }

  @Test func line54() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 54)
    let value = [Float](repeating: 0, count: 3); expect(value, is: [0, 0, 0])
    #sourceLocation()
  }

  @Test func line55() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 55)
    let value = names.enumerated().map { "\($0) \($1)" }; expect(value, is: ["0 cat", "1 dog"])
    #sourceLocation()
  }

  @Test func line56() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 56)
    let value = zip(numbers, [4, 5, 6]).map { $0 * $1 }; expect(value, is: [4, 10, 18])
    #sourceLocation()
  }

  @Test func line57() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 57)
    let value = numbers.contains(2); expect(value, is: true)
    #sourceLocation()
  }

  @Test func line58() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 58)
    let a = [1, 2]; var b = a; b[0] = 9; let value = a + b; expect(value, is: [1, 2, 9, 2])
    #sourceLocation()
  }
}

@Suite struct `Nothing, dictionaries, tuples` {
  @Test func line66() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 66)
    let value = ages["Ada"] ?? 0; expect(value, is: 36)
    #sourceLocation()
  }

  @Test func line67() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 67)
    let value = missing ?? -1; expect(value, is: -1)
    #sourceLocation()
  }

  @Test func line68() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 68)
    let value = missing == nil; expect(value, is: true)
    #sourceLocation()
  }

  @Test func line69() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 69)
    var ages = ages; ages["Alan"] = 42; let value = ages["Alan"] ?? 0; expect(value, is: 42)
    #sourceLocation()
  }

  @Test func line70() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 70)
    let (low, high) = (numbers[0], numbers[2]); let value = high - low; expect(value, is: 2)
    #sourceLocation()
  }
}

@Suite struct `Functions with labels` {
  @Test func line78() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 78)
    func half(_ x: Float) -> Float { x / 2 }; let value = half(3); expect(value, is: 1.5)
    #sourceLocation()
  }

  @Test func line79() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 79)
    func scaled(_ x: Tensor, by factor: Float) -> Tensor { x * Tensor(factor) }; let value = scaled(row, by: 2); expect(value, is: [2, 4, 6])
    #sourceLocation()
  }

  @Test func line80() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 80)
    let square = { (x: Tensor) in x * x }; let value = square(row); expect(value, is: [1, 4, 9])
    #sourceLocation()
  }

  @Test func line81() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 81)
    func total(of f: (Tensor) -> Tensor, at x: Tensor) -> Tensor { f(x).sum() }; let value = total(of: { x in x.exp() }, at: [0, 0]); expect(value, is: 2)
    #sourceLocation()
  }
}

@Suite struct `Working with tensors` {
  @Test func line90() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 90)
    let m: Tensor = [[1, 2], [3, 4]]; let value = m; expect(value, is: [[1, 2], [3, 4]])
    #sourceLocation()
  }

  @Test func line91() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 91)
    let value = row * Tensor(weight); expect(value, is: [0.5, 1, 1.5])
    #sourceLocation()
  }

  @Test func line92() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 92)
    let value = row.sum().scalar; expect(value, is: 6)
    #sourceLocation()
  }

  @Test func line93() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 93)
    let value = row.scalars; expect(value, is: [1, 2, 3])
    #sourceLocation()
  }

  @Test func line94() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 94)
    var list = row.scalars; list[0] = 9; let value = Tensor(list, shape: row.shape); expect(value, is: [9, 2, 3])
    #sourceLocation()
  }

  @Test func line95() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 95)
    let value = Tensor.zeros(row.shape); expect(value, is: [0, 0, 0])
    #sourceLocation()
  }

  @Test func line96() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 96)
    let x = row.tracked(); let value = gradient(of: (x * x).sum(), withRespectTo: x); expect(value, is: [2, 4, 6])
    #sourceLocation()
  }

  @Test func line97() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 97)
    var dice = SplitMix64(seed: 1); let value = Tensor.uniform(in: 0..<1, shape: [2], using: &dice).shape; expect(value, is: [2])
    #sourceLocation()
  }
}

@Suite struct `Types of your own` {
  @Test func line126() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 126)
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
  @Test func line165() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 165)
    var total = 0
    for (place, number) in [4, -5, 6].enumerated() {
      if number < 0 { continue }
      total += place * number
    }
    while total > 10 { total -= 10 }
    expect(total, is: 2)

    var positive = 0
    for number in [4, -5, 6] where number > 0 { positive += 1 }
    expect(positive, is: 2)
    #sourceLocation()
  }
}

@Suite struct `What may go wrong` {
  @Test func line197() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 197)
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
  @Test func line233() throws {
    #sourceLocation(file: "docs/swift-for-pythonistas.md", line: 233)
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
51 | `numbers[1:]` | `Array(numbers[1...])` | `[2, 3]` |
52 | `numbers[-1]` | `numbers[numbers.count - 1]` | `3` |
53 | `a = []; a.append(4); a` | `var a: [Int] = []; a.append(4); a` | `[4]` |
54 | `[0.0] * 3` | `[Float](repeating: 0, count: 3)` | `[0, 0, 0]` |
55 | `[f"{i} {n}" for i, n in enumerate(names)]` | `names.enumerated().map { "\($0) \($1)" }` | `["0 cat", "1 dog"]` |
56 | `[a * b for a, b in zip(numbers, [4, 5, 6])]` | `zip(numbers, [4, 5, 6]).map { $0 * $1 }` | `[4, 10, 18]` |
57 | `2 in numbers` | `numbers.contains(2)` | `true` |
58 | `a = [1, 2]; b = list(a); b[0] = 9; a + b` | `let a = [1, 2]; var b = a; b[0] = 9; a + b` | `[1, 2, 9, 2]` |
66 | `ages.get("Ada", 0)` | `ages["Ada"] ?? 0` | `36` |
67 | `missing if missing is not None else -1` | `missing ?? -1` | `-1` |
68 | `missing is None` | `missing == nil` | `true` |
69 | `ages = {**ages, "Alan": 42}; ages["Alan"]` | `var ages = ages; ages["Alan"] = 42; ages["Alan"] ?? 0` | `42` |
70 | `low, high = min(numbers), max(numbers); high - low` | `let (low, high) = (numbers[0], numbers[2]); high - low` | `2` |
78 | `def half(x): return x / 2` | `func half(_ x: Float) -> Float { x / 2 }; half(3)` | `1.5` |
79 | `def scaled(x, by): return x * by` | `func scaled(_ x: Tensor, by factor: Float) -> Tensor { x * Tensor(factor) }; scaled(row, by: 2)` | `[2, 4, 6]` |
80 | `square = lambda x: x * x; square(row)` | `let square = { (x: Tensor) in x * x }; square(row)` | `[1, 4, 9]` |
81 | `def total(f, x): return f(x).sum()` | `func total(of f: (Tensor) -> Tensor, at x: Tensor) -> Tensor { f(x).sum() }; total(of: { x in x.exp() }, at: [0, 0])` | `2` |
90 | `torch.tensor([[1., 2.], [3., 4.]])` | `let m: Tensor = [[1, 2], [3, 4]]; m` | `[[1, 2], [3, 4]]` |
91 | `row * weight` | `row * Tensor(weight)` | `[0.5, 1, 1.5]` |
92 | `row.sum().item()` | `row.sum().scalar` | `6` |
93 | `row.tolist()` | `row.scalars` | `[1, 2, 3]` |
94 | `x = row.clone(); x[0] = 9` | `var list = row.scalars; list[0] = 9; Tensor(list, shape: row.shape)` | `[9, 2, 3]` |
95 | `torch.zeros_like(row)` | `Tensor.zeros(row.shape)` | `[0, 0, 0]` |
96 | `row.requires_grad_(); (row * row).sum().backward(); row.grad` | `let x = row.tracked(); gradient(of: (x * x).sum(), withRespectTo: x)` | `[2, 4, 6]` |
97 | `torch.manual_seed(1); torch.rand(2).shape` | `var dice = SplitMix64(seed: 1); Tensor.uniform(in: 0..<1, shape: [2], using: &dice).shape` | `[2]` |
126 enum Gate {
127   case and
128   case or
129 }
131 struct Unit {
132   var gate: Gate
133   var threshold: Float = 0.5
135   func fires(_ a: Float, _ b: Float) -> Bool {
136     let total: Float
137     switch gate {
138     case .and: total = min(a, b)
139     case .or: total = max(a, b)
140     }
141     return total > threshold
142   }
143 }
145 let unit = Unit(gate: .or)
146 var strict = unit
147 strict.threshold = 2
148 unit.fires(1, 0)  // is true
149 strict.fires(1, 0)  // is false
165 var total = 0
166 for (place, number) in [4, -5, 6].enumerated() {
167   if number < 0 { continue }
168   total += place * number
169 }
170 while total > 10 { total -= 10 }
171 total  // is 2
173 var positive = 0
174 for number in [4, -5, 6] where number > 0 { positive += 1 }
175 positive  // is 2
197 struct NoRoot: Error {
198   let x: Float
199 }
201 func root(_ x: Float) throws -> Float {
202   guard x >= 0 else { throw NoRoot(x: x) }
203   return x.squareRoot()
204 }
206 var result = try root(9)
207 result  // is 3
208 do {
209   result = try root(-1)
210 } catch {
211   result = 0
212 }
213 result  // is 0
215 var text = "nobody"
216 if let age = ages["Ada"] { text = "Ada is \(age)" }
217 text  // is "Ada is 36"
233 let x: Tensor = [[1, 0], [0, 1], [1, 1]]
234 let y: Tensor = [1, 2, 3]
235 var w = Tensor.zeros([2])
236 for _ in 0..<300 {
237   let tracked = w.tracked()
238   let loss = (x.matmul(tracked) - y).squared().mean()
239   w -= 0.1 * gradient(of: loss, withRespectTo: tracked)
240 }
241 w  // is [1, 2]
"""#
