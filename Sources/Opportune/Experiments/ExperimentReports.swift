import Core
import Store

/// `experiment list|show|status|analyze|history|assign|export`.
enum ExperimentReports {
  /// All of them.
  static let all = [list, show, status, analyze, history, assign, export]

  private static let list = Command(
    ["experiment", "list"], "List experiments with their verdicts, those that need somebody first.", access: .staff,
    output: .fields(["experiments": .array(ExperimentSummary.schema)])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let board = try store.experimentsBoard(now: invocation.now(in: store))
    return .document(["experiments": .array(board.experiments.map(\.json))]) { board.text }
  }

  private static let show = Command(
    ["experiment", "show"], "Show an experiment's design, and what was done to it.", access: .staff,
    positionals: ExperimentCommands.position,
    output: .fields([
      "experiment": Experiment.schema,
      "events": .array(.fields(["at": .instant, "author": .string, "what": .string])),
    ])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let experiment = try store.experiment(invocation.arguments.id(at: "EXPERIMENT"))
    let events = try store.experimentHistory(experiment.id)
    let document: JSON = [
      "experiment": experiment.json,
      "events": .array(
        events.map { ["at": .instant($0.at), "author": .string($0.author), "what": .string($0.what)] }),
    ]
    return .document(document) {
      var table = TextTable([.whole("at"), .whole("who"), .sentence("what")])
      for event in events { table.add([event.at.rfc3339, event.author, event.what]) }
      return experiment.text + "\n" + table.text(empty: "Nothing was done to it.")
    }
  }

  private static let status = Command(
    ["experiment", "status"], "Say how far an experiment is, and whether it may end.", access: .staff,
    explanation: "It may end once the planned people and days are reached, or the always-valid test has decided.",
    positionals: ExperimentCommands.position, output: .fields(["status": ExperimentSummary.schema])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let record = try store.experimentRecord(invocation.arguments.id(at: "EXPERIMENT"))
    let summary = ExperimentSummary(
      record, now: try invocation.now(in: store), zone: try store.zone(store.world.zone))
    return .document(["status": summary.json]) {
      var fields = FieldList([
        "experiment": "\(summary.id) \(summary.name), \(summary.state.rawValue)",
        "verdict": "\(summary.verdict.kind.words): \(summary.verdict.reason)",
        "day": "\(summary.day) of at least \(summary.minimumDays)",
        "people": "\(summary.progress.exposures) of \(summary.progress.planned)",
      ])
      for (name, count) in zip(summary.armNames, summary.exposures) { fields.add("in \(name)", "\(count)") }
      fields.add("days left", summary.progress.daysLeft.map(String.init))
      fields.add("may end", summary.progress.canEnd ? "yes" : "not yet")
      return fields.text
    }
  }

  private static let analyze = Command(
    ["experiment", "analyze"], "Analyse an experiment: one verdict with its reason, and all that it rests on.",
    access: .staff,
    explanation: """
      Looking every day is allowed: the always-valid p and intervals hold at every look. The fixed p means what it says \
      once, at the planned number of people. An unhealthy experiment's differences are hidden. Segments are what the \
      first exposure was like, and exploratory: p is adjusted for all of them together.
      """,
    positionals: ExperimentCommands.position,
    output: .fields(["analysis": ExperimentAnalysis.schema, "segments": .array(SegmentResult.schema)])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let sheet = try store.experimentSheet(
      invocation.arguments.id(at: "EXPERIMENT"), now: try invocation.now(in: store))
    let document: JSON = [
      "analysis": sheet.analysis.json, "segments": .array(sheet.segments.map { $0.json(of: sheet.experiment) }),
    ]
    return .document(document) { sheet.analysis.text + SegmentResult.table(sheet.segments, of: sheet.experiment) }
  }

  private static let history = Command(
    ["experiment", "history"], "List the experiments that have ended, the latest first.", access: .staff,
    flags: [Flag("limit", .integer("N", 1...10_000), "Most of them.", fallback: "20")],
    output: .fields(["experiments": .array(ExperimentSummary.schema)])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let board = try store.experimentsBoard(now: invocation.now(in: store))
    let limit = Int(invocation.arguments.integer("limit") ?? 20)
    let ended = ExperimentsBoard(
      experiments: Array(board.experiments.filter { $0.state == .ended }.prefix(limit)))
    return .document(["experiments": .array(ended.experiments.map(\.json))]) {
      ended.experiments.isEmpty ? "No experiment has ended.\n" : ended.text
    }
  }

  private static let assign = Command(
    ["experiment", "assign"], "Say which arm a unit belongs to, without exposing it.", access: .staff,
    explanation: """
      A unit is a person's number, or any name. What was written at the first exposure stays, whatever the hash says \
      later; a unit that takes no part sees the control.
      """,
    positionals: ExperimentCommands.position + [Positional("UNIT", .text("UNIT"), "A person's number, or any name.")],
    examples: ["opportune experiment assign 3 4711"],
    output: .fields([
      "unit": .string, "phase": .integer, "bucket": .number, "arm": .nullable(Experiment.armNameSchema),
      "exposed_at": .nullable(.instant), "in_two_arms": .boolean,
    ])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let experiment = try store.experiment(invocation.arguments.id(at: "EXPERIMENT"))
    let unit = try PlainText.checked(invocation.arguments.positional("UNIT") ?? "", field: "UNIT", limit: 200)
    let place = try store.arm(of: unit, in: experiment)
    let document: JSON = [
      "unit": .string(unit), "phase": .count(place.phase), "bucket": .number(place.bucket),
      "arm": experiment.arm(place.arm), "exposed_at": .instant(place.exposedAt),
      "in_two_arms": .bool(place.isInTwoArms),
    ]
    return .document(document) {
      var fields = FieldList([
        "unit": unit, "arm": place.arm.map { experiment.design.arms[$0].name } ?? "takes no part, sees the control",
        "bucket": "\(place.bucket)", "phase": "\(place.phase)",
      ])
      fields.add("exposed", place.exposedAt?.rfc3339 ?? "not yet")
      if place.isInTwoArms { fields.add("counted", "no: it was seen in two arms") }
      return fields.text
    }
  }

  private static let export = Command(
    ["experiment", "export"], "Write what was counted of an experiment, by day or by kind of people.", access: .staff,
    explanation: "Comma-separated values, or with --json a document. Counts are of the phase in use.",
    positionals: ExperimentCommands.position,
    flags: [Flag("by", .choice(["day", "segment"]), "What a row is.", fallback: "day")],
    examples: ["opportune experiment export 3 > days.csv", "opportune experiment export 3 --by segment --json"],
    output: .fields(["list": .string, "world": .string, "now": .instant, "rows": .array(.map(.any))])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let id: Experiment.ID = try invocation.arguments.id(at: "EXPERIMENT")
    let table =
      invocation.arguments.text("by") == "segment"
      ? ExportTable(
        segments: try store.experimentSegments(id), of: try store.experiment(id), world: store.world.kind,
        now: try invocation.now(in: store))
      : ExportTable(
        days: try store.experimentRecord(id), world: store.world.kind, now: try invocation.now(in: store))
    return .document(table.json) { table.csv }
  }
}

extension ExportTable {
  private static let counts = ["exposures", "acceptances", "redemptions", "dismissals", "revenue_cents"]

  /// A row for each day and arm.
  init(days record: ExperimentRecord, world: WorldKind, now: Timestamp) {
    let names = record.experiment.design.arms.map(\.name)
    self.init(
      list: "experiment_days", world: world, now: now, columns: ["day", "arm"] + Self.counts,
      rows: record.days.flatMap { day in
        zip(names, day.arms).map { name, counts in
          [.string(CivilDate(dayNumber: day.day).description), .string(name)] + counts.members.map(\.value)
        }
      })
  }

  /// A row for each kind of people and arm.
  init(segments: [ExperimentSegment], of experiment: Experiment, world: WorldKind, now: Timestamp) {
    let names = experiment.design.arms.map(\.name)
    self.init(
      list: "experiment_segments", world: world, now: now, columns: ["dimension", "value", "arm"] + Self.counts,
      rows: segments.flatMap { segment in
        zip(names, segment.arms).map { name, counts in
          [.string(segment.dimension), .string(segment.value), .string(name)] + counts.members.map(\.value)
        }
      })
  }
}
