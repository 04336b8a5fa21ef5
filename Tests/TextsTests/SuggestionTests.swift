import Testing
import Texts

/// Suggestions fit what was typed.
@Suite struct SuggestionTests {
  @Test func `a slip is understood, a different word is not`() {
    let verbs = ["check", "status", "watch", "reset"]
    #expect(Suggestion.nearest(to: "chekc", among: verbs) == "check")
    #expect(Suggestion.nearest(to: "stat", among: verbs) == "status")
    #expect(Suggestion.nearest(to: "wacth", among: verbs) == "watch")
    #expect(Suggestion.nearest(to: "banana", among: verbs) == nil)
  }
}
