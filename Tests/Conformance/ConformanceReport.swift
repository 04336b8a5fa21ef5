import Foundation
import Layers
import Tensors

/// What computes each method of the cases; a method that is not here is reported as not covered.
private let methods: [String: @Sendable (CaseRun) throws -> [String: Tensor]] = [
  "operator": runOperator,
  "forward": runForward,
  "activations": runActivations,
  "training-gradients": runTrainingGradients,
  "optimizer": runOptimizer,
  "vanilla-gradient": runVanillaGradient,
  "input-x-gradient": runInputTimesGradient,
  "smoothgrad": runSmoothGrad,
  "guided-backprop": runReplacedRule(.guided),
  "deconvnet": runReplacedRule(.deconvnet),
  "layer-gradient-x-activation": runLayerGradientTimesActivation,
  "cam": runClassActivationMap,
  "grad-cam": runGradCAM,
  "guided-grad-cam": runGuidedGradCAM,
  "lrp": runRelevance,
  "localization-box": runLocalizationBox,
  "rank-correlation": runRankCorrelation,
  "integrated-gradients": runIntegratedGradients,
  "fgsm": runFGSM,
  "pgd": runPGD,
  "shapley-exact": runExactShapley,
  "shapley-permutations": runShapleyPermutations,
  "permutation-importance": runPermutationImportance,
  "knn-retrieval": runRetrieval,
]

/// What came out of running all cases below a folder.
struct ConformanceReport {
  private var cases = 0
  private var tensors = 0
  private var outside = 0
  /// How many cases of each method nobody computes yet.
  private var uncovered: [String: Int] = [:]
  /// A sentence for everything that is wrong, with the case's name.
  private(set) var problems: [String] = []

  init(casesBelow path: String) {
    do {
      for set in try CaseSet.all(below: path) { run(set) }
      if cases == 0 { problems.append("there are no cases below \(path)") }
    } catch {
      problems.append("the cases below \(path) cannot be read: \(error)")
    }
  }

  /// The two lines in which the suite ends.
  var summary: String {
    let list = uncovered.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
    let count = uncovered.values.reduce(0, +)
    return """
      not covered: \(list.isEmpty ? "nothing" : list.joined(separator: ", "))
      conformance: \(cases) cases, \(tensors) tensors, \(outside) outside tolerance, \
      \(count) not covered
      """
  }

  private mutating func run(_ set: CaseSet) {
    let folder = URL(filePath: set.folder).lastPathComponent
    if set.cases.isEmpty { problems.append("\(folder) has no cases") }
    for `case` in set.cases {
      cases += 1
      let name = "\(folder)/\(`case`.name)"
      do {
        guard let method = methods[`case`.method] else {
          throw ConformanceError.notCovered(`case`.method)
        }
        if `case`.expected.isEmpty { throw ConformanceError.missing("expected tensor") }
        let results = try method(CaseRun(case: `case`, model: set.model, tensors: set.tensors))
        for (role, expectation) in `case`.expected.sorted(by: { $0.key < $1.key }) {
          tensors += 1
          let expected = try set.tensors.tensor(named: expectation.tensor)
          let problem =
            results[role].map { difference($0, expected, expectation) } ?? "not computed"
          if let problem {
            outside += 1
            problems.append("\(name), \(role): \(problem)")
          }
        }
      } catch ConformanceError.notCovered(let method) {
        uncovered[method, default: 0] += 1
      } catch {
        problems.append("\(name): \(error)")
      }
    }
  }
}
