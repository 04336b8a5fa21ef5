import Figures
import Showing

/// Two networks are asked what a picture reminds them of, and a thousand digits find witnesses.
@main struct Demo {
  static func main() {
    Demonstration.run(
      "Retrieval of neighbours", lesson: "30-knn-retrieval", case: AlikeCase.self
    ) { show in
      var isScored = false
      try show.part {
        try tellOfTaggedNetworks(show)
        isScored = true
      }
      try show.part {
        let digits = try DigitMemory()
        try tellOfVotes(digits, show)
        try tellOfEvidence(digits, show)
        try tellOfStretchedChannels(digits, show)
        try tellOfStrangers(digits, show)
        try tellOfItself(digits, show)
      }
      try show.part { try tellOfFiftyThousand(show) }
      lookAhead(show)
      // Without scores there is nothing to compare.
      guard isScored else { return }
      show.league(
        caption:
          "A dot is the mean of three pairs of networks, and the line one standard deviation.",
        as: "league.svg")
    }
  }
}
