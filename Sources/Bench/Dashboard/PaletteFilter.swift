import Core

/// How long the palette takes to narrow its list after each sign that is typed.
enum PaletteFilter {
  private static let commands = 500

  static let row = Benchmark(
    "palette narrows its list, p99", promise: .atMost(Quantity(2, .milliseconds)), size: "\(commands) commands"
  ) {
    let verbs = ["Pause", "Edit", "Export", "Follow", "Approve", "Reject", "Clone", "Rank", "Redeem", "Compare"]
    let things = ["offer", "partner", "session", "claim", "person", "rule", "campaign", "experiment", "view", "clock"]
    let ways = ["", " of the town", " by hand", " at once", " again"]
    let items = (0..<commands).map { number in
      let verb = verbs[number % verbs.count]
      let thing = things[number / verbs.count % things.count]
      let way = ways[number / verbs.count / things.count % ways.count]
      return (
        title: "\(verb) \(thing)\(way)",
        sentence: "Nobody is shown it until the \(thing) is looked at again; open claims stay as they are. "
          + "\(thing).\(verb.lowercased())"
      )
    }
    let list = FuzzyList(items)
    let typed = ["e", "ex", "exp", "expo", "export", "of", "off again", "pse", "clone claim", "zzz", "session look"]
    let latencies = Latencies(calls: 2000, warmUp: 100, by: .processor) { call in
      _ = list.found(typed[call % typed.count])
    }
    return Measurement(
      Quantity(latencies.percentile(99), .milliseconds), "median \(Quantity(latencies.median, .milliseconds))")
  }
}
