import Foundation
import Layers
import Tensors
import Testing

/// What computes each method of the cases; a method that is not here is reported as not covered.
private let methods: [String: @Sendable (CaseRun) throws -> [String: Tensor]] = [
  "operator": runOperator
]

@Suite struct `Agreement with other libraries` {
  /// Where the cases are: `CONFORMANCE_CASES`, or those that come with the course.
  private var path: String {
    ProcessInfo.processInfo.environment["CONFORMANCE_CASES"]
      ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases").path
  }

  @Test func `every case holds`() throws {
    let sets = try CaseSet.all(below: path)
    var caseCount = 0
    var tensorCount = 0
    var outside = 0
    var uncovered: [String: Int] = [:]
    for set in sets {
      #expect(!set.cases.isEmpty, "\(set.folder) has no cases")
      for `case` in set.cases {
        caseCount += 1
        let name = "\(URL(filePath: set.folder).lastPathComponent)/\(`case`.name)"
        #expect(!`case`.expected.isEmpty, "\(name) expects nothing")
        do {
          guard let method = methods[`case`.method] else {
            throw ConformanceError.notCovered(`case`.method)
          }
          let results = try method(CaseRun(case: `case`, tensors: set.tensors))
          for (role, expectation) in `case`.expected.sorted(by: { $0.key < $1.key }) {
            tensorCount += 1
            let expected = try set.tensors.tensor(named: expectation.tensor)
            let problem =
              results[role].map { difference($0, expected, expectation) } ?? "not computed"
            if let problem {
              outside += 1
              Issue.record("\(name), \(role): \(problem)")
            }
          }
        } catch ConformanceError.notCovered(let method) {
          uncovered[method, default: 0] += 1
        } catch {
          Issue.record("\(name): \(error)")
        }
      }
    }
    #expect(caseCount > 0, "there are no cases below \(path)")
    let list = uncovered.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
    print("not covered: \(list.isEmpty ? "nothing" : list.joined(separator: ", "))")
    let count = uncovered.values.reduce(0, +)
    print(
      "conformance: \(caseCount) cases, \(tensorCount) tensors, \(outside) outside tolerance, "
        + "\(count) not covered")
  }
}
