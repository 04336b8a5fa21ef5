import Testing

@testable import CourseKit

/// What learners read of a line that does not compile, by the compiler itself.
@Suite struct AdviceTests {
  @Test func `each mistake is named in one sentence, before the compiler's words`() throws {
    let table = Advice.all
    var unused = Set(table.indices)
    for (isWholeBody, stage) in [(false, Compilation.Stage.types), (true, .everything)] {
      let examples = Example.all.filter { $0.isWholeBody == isWholeBody }
      let compilation = try Compilation(examples.map { $0.file($0.wrong) }, to: stage)
      for (example, file) in zip(examples, compilation.files) {
        let first = file.texts.first ?? "It compiles."
        #expect(first.hasPrefix(example.says + "\n"), "\(example.wrong)\n\(first)")
        for text in file.texts {
          #expect(!text.hasPrefix("/"), "\(example.wrong)\nleaves without advice:\n\(text)")
        }
        for error in file.errors {
          let place = table.firstIndex { $0.sentence(for: error) != nil }
          if let place { unused.remove(place) }
        }
      }
    }
    for place in unused { Issue.record("No example needs \(table[place])") }
  }

  @Test func `what is proposed compiles`() throws {
    let compilation = try Compilation(Example.all.map { $0.file($0.right) }, to: .everything)
    for (example, file) in zip(Example.all, compilation.files) {
      #expect(file.errors.isEmpty, "\(example.right)\n\(file.errors.map(\.message))")
    }
  }

  @Test func `other names of PyTorch are explained by lines that compile`() throws {
    let lines = TensorNames.others.values.sorted()
    let compilation = try Compilation(lines.map { Example("").file("_ = " + $0) }, to: .types)
    for (line, file) in zip(lines, compilation.files) {
      #expect(file.errors.isEmpty, "\(line)\n\(file.errors.map(\.message))")
    }
  }

  @Test func `an error that comes from no such mistake is shown in the compiler's words`() throws {
    let lines = [
      "let value = lables.count", "let value = labels.cuont", "let value = foo(x)",
      "let value = (x + 1", "let value = [1, 2, 3", "let value: Int = \"a\"",
      "let value = labels.map { $0.foo }", "return", "let = 3", "x.relu().",
      "let value = x..relu()", "let value = labels[0, 1]", "func half() -> Foo { }", "guard n > 1",
      "let text = \"abc", "switch n { case 1: return x }", "let value = x.foo", "n++",
      "throw \"bad\"", "let value = x + \"a\"", "let value = Tensor.stacked(labels)",
      "let value = try scaled(x)", "let value = try scaled(by: alpha, x)", "if n { return x }",
      "let value = reduction.sum", "let value: Tensor = nil",
      "let value = labels.contains(alpha)", "let value = n > 1 ? x",
      "let text = \"not n and or elif\" + foo", "foo() // for all in [1:2], not None",
      "let value = x.sum(along: \"a\")", "labels.forEach { v in foo(v) }",
      "for v in values where foo(v) { print(v) }", "let all = [foo, bar]",
      "let value = try game(x, y)", "let all = ages.map { $0.cuont }",
    ]
    let compilation = try Compilation(lines.map { Example("").file($0) }, to: .types)
    for (line, file) in zip(lines, compilation.files) {
      #expect(!file.texts.isEmpty, "\(line) compiles")
      for text in file.texts { #expect(text.hasPrefix("/"), "\(text)") }
    }
  }

  @Test func `a mistake is named once, and another one in its line as well`() throws {
    let lines = "let all = [v * foo for v in labels]\nlet value = x.sum(dim=1) + bar"
    let texts = try Compilation([Example("").file(lines)], to: .types).files[0].texts
    #expect(texts.count == 4)
    #expect(texts.contains { $0.hasPrefix("A list is made with `map`") })
    #expect(texts.contains { $0.hasPrefix("/") && $0.contains("cannot find 'foo'") })
    #expect(texts.contains { $0.hasPrefix("The axis is called `along:`, so `along: 1`.\n") })
    #expect(texts.contains { $0.hasPrefix("/") && $0.contains("cannot find 'bar'") })
  }

  @Test func `of two mistakes in a line each has its own sentence`() throws {
    let line = "if x[:, 0].sum().scalar > 0 and true { return x }"
    let texts = try Compilation([Example("").file(line)], to: .types).files[0].texts
    #expect(texts.count == 2)
    #expect(texts.contains { $0.hasPrefix("In Swift `x[:, 0]` is `x[.all, 0]`.\n") })
    #expect(texts.contains { $0.hasPrefix("In Swift `and` is `&&`.\n") })
  }

  @Test func `of a call that can throw only try is proposed`() throws {
    let file = try Compilation([Example("").file("print(game(x))")], to: .types).files[0]
    #expect(file.output.contains("error as optional value"))
    #expect(file.output.contains("disable error propagation"))
    let text = file.texts.joined()
    #expect(text.contains("did you mean to use 'try'"))
    #expect(!text.contains("error as optional value"))
    #expect(!text.contains("disable error propagation"))
  }
}
