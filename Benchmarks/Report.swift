import Foundation
import Tensors

/// Times the items asked for and tells the times beside those of the peers.
struct Report {
  private let options: Options
  private let peers: [String: Peer]

  /// The best time of the Python libraries for an item, on one thread and on two.
  private struct Peer: Decodable {
    let t1: Double
    let t2: Double
  }

  /// What is written with `--json`.
  private struct Times: Encodable {
    struct Item: Encodable {
      let median_ms: Double
    }

    let threads: Int
    let peak_memory_mb: Double
    let items: [String: Item]
  }

  init(_ options: Options) throws {
    self.options = options
    peers = try JSONDecoder().decode([String: Peer].self, from: Data(PackageResources.peers_json))
  }

  func run() throws {
    let items = try benchmarkItems.filter { item in
      guard let only = options.only else { return true }
      return try only.firstMatch(in: item.id) != nil
    }
    guard !items.isEmpty else {
      let ids = benchmarkItems.map(\.id).joined(separator: ", ")
      throw UsageError("No item matches; there are \(ids).")
    }
    Threads.count = options.threads
    print("\(pad("item", 22))\(pad("ours", 12))\(pad("peer", 12))\(pad("peer / ours", 13))")
    var times: [String: Times.Item] = [:]
    for item in items {
      let median = Stopwatch.medianMilliseconds(item.prepare())
      times[item.id] = Times.Item(median_ms: median)
      print(line(item, median))
    }
    let peak = peakMegabytes()
    print("threads \(options.threads), peak memory \(Int(peak.rounded())) MB")
    if let path = options.json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      let times = Times(threads: options.threads, peak_memory_mb: peak, items: times)
      try encoder.encode(times).write(to: URL(filePath: path), options: .atomic)
    }
  }

  private func line(_ item: Item, _ median: Double) -> String {
    let peer = peers[item.id].map { options.threads == 1 ? $0.t1 : $0.t2 }
    var line = pad(item.id, 22) + pad(duration(median), 12)
    line += pad(peer.map(duration) ?? "–", 12)
    line += pad(peer.map { String(format: "%.2f", $0 / median) } ?? "–", 13)
    if let operations = item.operations {
      let speed = operations / median / 1e6
      let share = speed / ProcessorPeak.gigaflops() / Double(options.threads) * 100
      line += pad(String(format: "%.0f GFLOP/s, %.0f %% of the peak", speed, share), 31)
    }
    return line + item.label
  }

  private func duration(_ milliseconds: Double) -> String {
    milliseconds < 0.1
      ? String(format: "%.2f µs", milliseconds * 1000) : String(format: "%.3f ms", milliseconds)
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  /// The most memory this process has had at once.
  private func peakMegabytes() -> Double {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss) / 1_048_576
    #else
      getrusage(RUSAGE_SELF.rawValue, &usage)
      return Double(usage.ru_maxrss) / 1024
    #endif
  }
}
