import Datasets
import Tensors
import Testing

/// CSV files, by RFC 4180 and beyond, and what is said of those that are no such thing.
@Suite struct CSVReadingTests {
  @Test func `quotes hold commas, line breaks and doubled quotes`() throws {
    let table = try read("name,size\n\"a, b\",1\n\"two\nlines\",2\n\"say \"\"so\"\"\",3\n\"\",4\n")
    #expect(
      try table.column("name").cells == .categories(["a, b", "two\nlines", "say \"so\"", nil]))
    #expect(try table.numbers("size") == [1, 2, 3, 4])
    #expect(table.lines == [2, 3, 5, 6])
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `lines end in any of the three ways`(
    end: String
  ) throws {
    let text = ["a,b", "1,x", "\"2\",\"y\(end)z\"", "3,w"].joined(separator: end)
    for table in [try read(text), try read(text + end), try read(text + end + end)] {
      #expect(try table.numbers("a") == [1, 2, 3])
      #expect(try table.categories("b") == ["x", "y\(end)z", "w"])
      #expect(table.lines == [2, 3, 5])
    }
  }

  @Test func `a byte order mark is no part of a name`() throws {
    #expect(try read("\u{FEFF}a,b\n1,2").names == ["a", "b"])
    #expect(try read("\u{FEFF}\"a\",b\n1,2").names == ["a", "b"])
  }

  @Test func `empty cells at the end of a line and of the file are cells`() throws {
    let table = try read("a,b\n1,\n,2\n3,")
    #expect(try table.column("a").cells == .numbers([1, nil, 3]))
    #expect(try table.column("b").cells == .numbers([nil, 2, nil]))
  }

  @Test func `a header alone is a table without rows`() throws {
    let table = try read("a,b")
    #expect(table.rowCount == 0 && table.columns.map(\.kind) == [.category, .category])
  }

  @Test func `numbers are digits, not words`() throws {
    let table = try read("a,b,c,d,e\n-1.5e3,nan,0x10,inf,NA\n+2,1,1,1,7")
    #expect(table.columns.map(\.kind) == [.number, .category, .category, .category, .number])
    #expect(try table.numbers("a") == [-1500, 2])
    #expect(try table.column("e").cells == .numbers([nil, 7]))
  }

  @Test func `what is missing and what a column holds can be said`() throws {
    let table = try read("a,b\n?,1\nNA,2", missing: ["?"], kinds: ["b": .category])
    #expect(try table.column("a").cells == .categories([nil, "NA"]))
    #expect(try table.categories("b") == ["1", "2"])
  }

  static let refusals: [(text: String, line: Int?, column: String?, problem: CSVError.Problem)] = [
    ("", nil, nil, .empty),
    ("\n\r\n\n", nil, nil, .empty),
    ("a,,c\n1,2,3", 1, nil, .unnamedColumn(2)),
    ("\n\na,b,a\n1,2,3", 3, "a", .duplicateColumn),
    ("a,b\n1,2\n3\n", 3, nil, .cellCount(found: 1, expected: 2)),
    ("a,b\n1,2\n\"x\ny\",2,3\n", 3, nil, .cellCount(found: 3, expected: 2)),
    ("a,b\r\n1,2\r\nx\"y,2", 3, nil, .strayQuote),
    ("a,b\n\"x\ny\"z,2", 3, nil, .textAfterQuote),
    ("a,b\n1,2\n3,\"open\nand\nopen", 3, nil, .openQuote),
    ("a,number\n1,2\n\n1,two", 4, "number", .notANumber("two")),
  ]

  @Test(arguments: refusals.indices) func `a damaged table names line and column`(index: Int) {
    let (text, line, column, problem) = Self.refusals[index]
    let kinds: [String: Column.Kind] = text.contains("number") ? ["number": .number] : [:]
    let error = #expect(throws: CSVError.self) { try read(text, kinds: kinds) }
    #expect(error?.file == "table.csv" && error?.problem == problem)
    #expect(error?.line == line && error?.column == column)
    let sentence = error?.description ?? ""
    #expect(sentence.hasPrefix("table.csv") && sentence.hasSuffix("."))
    if let line { #expect(sentence.contains(", line \(line)")) }
    if let column { #expect(sentence.contains("column \"\(column)\"")) }
  }

  @Test func `bytes that are no text are found on their line`() {
    for bytes in [[0x31, 0xFF], [0x22, 0xC3, 0x22]] as [[UInt8]] {
      let error = #expect(throws: CSVError.self) {
        try Table(decoding: Array("a\n1\n".utf8) + bytes, name: "table.csv")
      }
      #expect(error?.problem == .notUTF8 && error?.line == 3)
    }
  }

  @Test func `a file that is not there is named`() {
    for path in ["/no/such/table.csv", "/"] {
      let error = #expect(throws: CSVError.self) { try Table(contentsOf: path) }
      #expect(error?.problem == .unreadable && error?.file == path)
    }
  }

  @Test func `a column of numbers is not asked of one that is not there`() {
    let error = #expect(throws: CSVError.self) { try read("a,b\n1,2", kinds: ["c": .number]) }
    #expect(error?.problem == .missingColumn(names: ["a", "b"]) && error?.column == "c")
  }

  @Test func `thousands of damaged tables are read or refused and never trap`() {
    var random = SplitMix64(seed: 30)
    let whole = Array("\u{FEFF}a,\"b, c\",d\r\n1,\"x \"\"y\"\"\nz\",NA\n-2.5e3,é,\n3,,7\n".utf8)
    let pieces = ["\"", ",", "\n", "\r", "\"\"", "NA", "1e999", "\0", "é"].map { Array($0.utf8) }
    var readable = 0
    for _ in 0..<4_000 {
      var bytes = whole
      for _ in 0...Int(random.next() % 3) {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 4 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: pieces[Int(random.next() % 9)], at: place)
        default: bytes.removeSubrange(place..<min(place + 5, bytes.count - 1))
        }
      }
      do throws(CSVError) {
        let table = try Table(decoding: bytes, name: "damaged")
        let rows = Set(table.columns.map(\.count))
        #expect(rows == [table.rowCount])
        readable += 1
      } catch {
        let text = error.description
        let isSentence = text.hasPrefix("damaged") && text.hasSuffix(".")
        if !isSentence || text.contains(where: \.isNewline) { Issue.record("\(text)") }
      }
    }
    #expect((400..<3_600).contains(readable), "\(readable)")
  }

  func read(
    _ text: String, missing: Set<String> = ["", "NA"], kinds: [String: Column.Kind] = [:]
  ) throws(CSVError) -> Table {
    try Table(decoding: Array(text.utf8), name: "table.csv", missing: missing, kinds: kinds)
  }
}
