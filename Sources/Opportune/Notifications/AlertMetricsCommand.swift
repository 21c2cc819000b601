import Core
import Store

/// `alert metrics`: how well alerts serve those who wait for something.
enum AlertMetricsCommand {
  static let command = Command(
    ["alert", "metrics"], "Show what became of alerts: six rates, each with what is counted and out of what.",
    access: .staff,
    explanation: """
      Over the alerts raised in the last days, of everybody or of one person. Intervals are Wilson's at 95 %. Whether \
      people do more because of alerts is not among them: that takes people who get none.
      """,
    flags: [
      Flag("days", .integer("N", 1...3650), "How many days back from now.", fallback: "30"),
      Flag("person", .id("PERSON"), "Only of this person.", fallback: "everybody"),
    ],
    examples: ["opportune alert metrics --demo"], output: AlertMetrics.schema
  ) { invocation in
    let arguments = invocation.arguments
    let store = try invocation.store(readOnly: true)
    let now = try invocation.now(in: store)
    let metrics = try store.alertMetrics(
      of: arguments.id("person"), from: now - .days(arguments.integer("days") ?? 30),
      until: now + TimeSpan(milliseconds: 1),
      now: now)
    return .document(metrics.json) { metrics.text }
  }
}

extension AlertMetrics {
  /// For scripts.
  fileprivate var json: JSON {
    [
      "from": .instant(from), "until": .instant(until),
      "rates": .array(
        rates.map { rate in
          [
            "name": .string(rate.name.rawValue), "count": .count(rate.count), "out_of": .count(rate.outOf),
            "value": .optional(rate.value), "low": .optional(rate.interval?.low),
            "high": .optional(rate.interval?.high),
            "definition": .string(rate.definition),
          ]
        }), "uplift": .null, "uplift_reason": .string(Self.noUplift),
    ]
  }

  /// The shape of ``json``.
  fileprivate static let schema: Schema = .fields([
    "from": .instant, "until": .instant,
    "rates": .array(
      .fields([
        "name": .choice(Rate.Name.allCases.map(\.rawValue)), "count": .integer, "out_of": .integer,
        "value": .nullable(.number), "low": .nullable(.number), "high": .nullable(.number), "definition": .string,
      ])), "uplift": .nullable(.number), "uplift_reason": .string,
  ])

  /// For people.
  fileprivate var text: String {
    var table = TextTable([.numbers("count"), .numbers("of"), .numbers("rate"), .whole("95 %"), .sentence("what")])
    for rate in rates {
      table.add([
        "\(rate.count)", "\(rate.outOf)", rate.value.map { Words.percent($0) } ?? "--",
        rate.interval.map { "\(Words.percent($0.low)) to \(Words.percent($0.high))" } ?? "--", rate.definition,
      ])
    }
    return table.text(empty: "") + "No uplift: \(Self.noUplift).\n"
  }
}
