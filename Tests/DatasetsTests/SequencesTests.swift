import Datasets
import Tensors
import Testing

/// Every answer stands where the sequence says it does.
@Suite struct SequencesTests {
  @Test func `an answer stands at its source, before the question`() {
    for sequences in [repeats(), copies(), sentences().sequences] {
      for (tokens, targets) in zip(sequences.tokens, sequences.targets) {
        #expect(!targets.isEmpty)
        for target in targets {
          #expect(tokens[target.source] == target.answer)
          #expect(target.source < target.position && target.position < tokens.count)
        }
      }
    }
  }

  @Test func `all tokens are in the vocabulary and sequences of one length`() {
    for sequences in [repeats(), copies(), sentences().sequences] {
      #expect(Set(sequences.tokens.map(\.count)).count == 1)
      #expect(sequences.targets.count == sequences.count)
      #expect(Set(sequences.vocabulary).count == sequences.vocabulary.count)
      for token in sequences.tokens.flatMap({ $0 }) {
        #expect(sequences.vocabulary.indices.contains(token))
      }
    }
  }

  @Test func `repeats follow the token after the first occurrence`() {
    let sequences = repeats()
    for (tokens, targets) in zip(sequences.tokens, sequences.targets) {
      #expect(tokens.count == 13 && tokens[0] == 0)
      #expect(tokens[1...6].elementsEqual(tokens[7...12]))
      #expect(Set(tokens).count == 7)
      #expect(targets.map(\.position) == [7, 8, 9, 10, 11])
      for target in targets {
        #expect(target.answer == tokens[target.position + 1])
        let first = tokens.firstIndex(of: tokens[target.position])
        #expect(target.source - 1 == first)
      }
    }
  }

  @Test func `copies look a fixed number of places back`() {
    for (tokens, targets) in zip(copies().tokens, copies().targets) {
      #expect(targets.map(\.position) == Array(3..<16))
      #expect(targets.map(\.answer) == Array(tokens[..<13]))
    }
  }

  @Test func `sentences read as people write them`() {
    let sentences = sentences()
    let sequences = sentences.sequences
    let words = sequences.text(0).split(separator: " ").map(String.init)
    #expect(words.count == 14)
    let sentence = sentences.sentences[0]
    let name = { (word: Int) in IndirectObjects.vocabulary[word] }
    #expect(
      sequences.text(0)
        == "^ \(name(sentence.first)) and \(name(sentence.second)) went to the "
        + "\(name(sentence.place)) . \(name(sentence.subject)) gave the \(name(sentence.thing)) to")
    #expect(words[IndirectObjects.firstPosition] == name(sentence.first))
    #expect(words[IndirectObjects.secondPosition] == name(sentence.second))
    #expect(words[IndirectObjects.subjectPosition] == name(sentence.subject))
    #expect(words[IndirectObjects.lastPosition] == "to")
  }

  @Test func `the answer is the one name that is not said twice`() {
    let sequences = sentences().sequences
    for (tokens, targets) in zip(sequences.tokens, sequences.targets) {
      let names = tokens.filter { $0 < IndirectObjects.nameCount }
      #expect(names.count == 3)
      let once = names.filter { name in names.count { $0 == name } == 1 }
      #expect(once == targets.map(\.answer))
    }
  }

  @Test func `the first gives as often as the second`() {
    let givers = sentences().sentences.count { $0.subject == $0.first }
    #expect(givers == 50)
  }

  @Test func `swapped sentences differ in the giver alone`() {
    let (plain, swapped) = (sentences(), sentences().swapped)
    #expect(swapped.swapped == plain)
    for (a, b) in zip(plain.sequences.tokens, swapped.sequences.tokens) {
      let different = a.indices.filter { a[$0] != b[$0] }
      #expect(different == [IndirectObjects.subjectPosition])
    }
    for (a, b) in zip(plain.sequences.targets, swapped.sequences.targets) {
      #expect(a[0].answer != b[0].answer && a[0].position == b[0].position)
    }
  }

  @Test func `equal seeds give equal sequences and different ones do not`() {
    #expect(repeats() == repeats() && repeats() != repeats(seed: 2))
    #expect(copies() == copies() && copies() != copies(seed: 2))
    #expect(sentences() == sentences() && sentences() != sentences(seed: 2))
  }

  func repeats(seed: UInt64 = 1) -> Sequences {
    var generator = SplitMix64(seed: seed)
    return .repeats(40, length: 6, symbols: 30, using: &generator)
  }

  func copies(seed: UInt64 = 1) -> Sequences {
    var generator = SplitMix64(seed: seed)
    return .copies(40, back: 3, using: &generator)
  }

  func sentences(seed: UInt64 = 1) -> IndirectObjects {
    var generator = SplitMix64(seed: seed)
    return .draw(100, using: &generator)
  }
}
