import Testing

@testable import CourseKit

/// What is read in a learner's file, whatever stands in it.
@Suite struct LearnerSourceTests {
  private func source(_ text: String) -> LearnerSource {
    LearnerSource(text, functions: ["heat(from:)", "share(of:)", "share(all:)", "box()"])
  }

  @Test func `a function is unwritten while its body is the stub's, comments aside`() {
    let unwritten = source(
      """
      /// Not yet.
      public func heat(
        from gradient: Tensor, by reduce: (Tensor) -> Tensor = { $0 }
      ) throws -> Tensor {
        // One day: share(of: gradient)
        throw Unfinished()
      }
      """)
    #expect(unwritten.isUnwritten("heat(from:)"))
    #expect(unwritten.line(of: "heat(from:)") == 2)
    #expect(unwritten.calls(of: "heat(from:)") == [])
    for body in [
      "guard x > 0 else { throw Unfinished() }\n  return x", "print(x)\n  throw Unfinished()", "x",
    ] {
      let written = source("public func heat(from x: Int) throws -> Int {\n  \(body)\n}\n")
      #expect(!written.isUnwritten("heat(from:)"), "\(body)")
    }
    #expect(!source("").isUnwritten("heat(from:)"))
    #expect(source("").line(of: "heat(from:)") == nil)
  }

  @Test func `the place of a throw that was left is found, in a helper too`() {
    let text = """
      public func heat(from x: Int) throws -> Int {
        // throw Unfinished()
        try half(x)
      }
      private func half(_ x: Int) throws -> Int {
        if x < 0 { throw Unfinished() }
        return x / 2
      }
      public func box() throws { }
      """
    #expect(source(text).lineOfHole(in: "heat(from:)") == 6)
    #expect(source(text).lineOfHole(in: "box()") == nil)
  }

  @Test func `calls are found through helpers, and nothing else is taken for one`() {
    let text = #"""
      public func heat(from x: Int) throws -> Int {
        /* box() /* and */ box() */
        let box = "share(of: \(x)) \" box()", raw = #"" box()"#
        let long = """
          box() "" box()
          """
        return try row.box() + half(share(all: [x]))
      }
      func half(_ x: Int) -> Int { try! box() }
      public func box() throws -> Int { 1 }
      public func share(of x: Int) throws -> Int { 2 }
      public func share(all x: [Int]) throws -> Int { try share(of: x[0]) }
      """#
    #expect(source(text).calls(of: "heat(from:)") == ["share(of:)", "share(all:)", "box()"])
    #expect(source(text).calls(of: "box()") == [])
    #expect(source(text).line(of: "share(all:)") == 12)
    let quiet = text.replacing("half(share(all: [x]))", with: "x")
    #expect(source(quiet).calls(of: "heat(from:)") == [])
  }

  @Test func `a fingerprint tells code from code, and leaves out comments and other functions`() {
    func fingerprint(_ body: String, _ other: String = "1", comment: String = "") -> String? {
      source(
        """
        public func heat(from x: Int) throws -> Int {
          \(body) // \(comment)
        }
        public func box() throws -> Int { \(other) }
        """
      ).fingerprint(of: "heat(from:)")
    }
    #expect(fingerprint("x + 1") == fingerprint("x  +\n 1", "2", comment: "so"))
    #expect(fingerprint("x + 1") != fingerprint("x + 2"))
    #expect(fingerprint("x + 1") != fingerprint("x + 1; x"))
    #expect(fingerprint(#"x["head"]"#) != fingerprint(#"x["stem"]"#))
    #expect(source("").fingerprint(of: "heat(from:)") == nil)
  }

  @Test(arguments: ["\"", "/*", "\"\"\"", "#\"", "func", "public func", "\\", "{{{", "func(", "ü("])
  func `what is cut off anywhere is read to its end`(text: String) {
    #expect(source(text).calls(of: "heat(from:)") == [])
    let cut = "public func heat(from x: Int) { box() } " + text
    #expect(source(cut).calls(of: "heat(from:)") == ["box()"])
  }
}
