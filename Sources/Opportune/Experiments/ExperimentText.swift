import Canvas
import Core

extension ExperimentAnalysis {
  /// For people: the verdict first, then what it rests on.
  var text: String {
    var fields = FieldList([
      "experiment": "\(experiment.id) \(experiment.design.name), \(experiment.state.rawValue)",
      "verdict": "\(verdict.kind.words): \(verdict.reason)",
    ])
    fields.add("because", verdict.text)
    fields.add("day", "\(day) of at least \(experiment.design.minimumDays)")
    fields.add("people", "\(progress.exposures) of \(progress.planned)")
    for problem in health.problems { fields.add("problem", problem) }
    return fields.text + "\n" + armTable + (comparisons.isEmpty ? "" : "\n" + comparisonTable) + guardrailTable
  }

  private var armTable: String {
    let metric = experiment.design.metric
    var table = TextTable([
      .words("arm"), .numbers("people"), .numbers(metric.isRate ? "did" : "redeemed"),
      .numbers(metric.isRate ? "rate" : "per person"), .whole("interval"), .numbers("paid in all"), .numbers("best"),
    ])
    for arm in arms {
      let did = metric == .acceptance ? arm.counts.acceptances : arm.counts.redemptions
      table.add([
        arm.name, ExperimentWords.whole(arm.counts.exposures), ExperimentWords.whole(did), shown(arm.estimate),
        shown(arm.interval), ExperimentWords.estimate(Double(arm.counts.revenueCents), .revenue),
        Self.percent(arm.chanceOfBest),
      ])
    }
    return table.text(empty: "No arm.")
  }

  private var comparisonTable: String {
    var table = TextTable([
      .words("variant"), .numbers("lift"), .whole("always-valid interval"), .numbers("always-valid p"),
      .numbers("better"),
      .numbers("fixed p, at the plan"),
    ])
    for comparison in comparisons {
      table.add([
        experiment.design.arms[comparison.arm].name, Self.lift(comparison.lift),
        comparison.liftInterval.map { "[\(Self.lift($0.low)), \(Self.lift($0.high))]" } ?? "n/a",
        Self.shown(comparison.p), Self.percent(comparison.chance), Self.shown(comparison.fixed?.p),
      ])
    }
    return table.text(empty: "")
  }

  private var guardrailTable: String {
    guard !guardrails.isEmpty else { return "" }
    var table = TextTable([
      .words("guardrail"), .words("variant"), .numbers("margin"), .numbers("worse by"), .whole("is"),
    ])
    for result in guardrails {
      let metric = result.guardrail.metric
      table.add([
        metric.rawValue, experiment.design.arms[result.arm].name, Self.shown(result.guardrail.margin, metric),
        Self.shown(result.harm, metric),
        result.state.rawValue.replacing("_", with: " "),
      ])
    }
    return "\n" + table.text(empty: "")
  }

  private func shown(_ estimate: Double?) -> String { Self.shown(estimate, experiment.design.metric) }

  private func shown(_ interval: Interval?) -> String {
    interval.map { "[\(shown($0.low)), \(shown($0.high))]" } ?? "n/a"
  }

  private static func shown(_ value: Double?, _ metric: ExperimentMetric) -> String {
    value.map { ExperimentWords.estimate($0, metric) } ?? "n/a"
  }

  private static func percent(_ chance: Double?) -> String {
    guard let chance else { return "n/a" }
    return chance > 0.99 ? "> 99 %" : chance < 0.01 ? "< 1 %" : Words.percent(chance)
  }

  private static func lift(_ share: Double?) -> String { share.map { ExperimentWords.lift($0) } ?? "n/a" }

  private static func shown(_ p: PValue?) -> String { p?.words ?? "n/a" }
}

extension SegmentResult {
  /// For people; nothing where nothing is told apart.
  static func table(_ segments: [SegmentResult], of experiment: Experiment) -> String {
    guard !segments.isEmpty else { return "" }
    let metric = experiment.design.metric
    var table = TextTable([
      .words("exploratory"), .words("people"), .words("variant"), .numbers("control"), .numbers("its own"),
      .numbers("lift"), .numbers("adjusted p"),
    ])
    for segment in segments {
      let (control, variant) = (segment.control, segment.variant)
      table.add([
        segment.segment.dimension, segment.segment.value, experiment.design.arms[segment.arm].name,
        control.map { ExperimentWords.estimate($0, metric) } ?? "n/a",
        variant.map { ExperimentWords.estimate($0, metric) } ?? "n/a",
        segment.lift.map { ExperimentWords.lift($0) } ?? "n/a", segment.pAdjusted?.words ?? "n/a",
      ])
    }
    return "\n" + table.text(empty: "")
  }
}

extension ExperimentVerdict.Kind {
  /// In capitals, as a list shows it.
  var words: String { rawValue.replacing("_", with: " ").uppercased() }
}

extension ExperimentsBoard {
  /// The list for people.
  var text: String {
    var table = TextTable([
      .numbers("id"), .words("name"), .whole("state"), .numbers("day"), .numbers("people"), .numbers("of"),
      .whole("verdict"), .sentence("why"),
    ])
    for summary in experiments {
      table.add([
        "\(summary.id)", summary.name, summary.state.rawValue,
        summary.state == .draft ? "-" : "\(summary.day)/\(summary.minimumDays)", "\(summary.progress.exposures)",
        "\(summary.progress.planned)", summary.verdict.kind.words, summary.verdict.reason,
      ])
    }
    return table.text(empty: "No experiment. 'opportune experiment create' makes one.")
  }
}

extension ExperimentSummary {
  /// A line of the list as a document.
  var json: JSON {
    [
      "id": .id(id), "name": .string(name), "state": .string(state.rawValue), "metric": .string(metric.rawValue),
      "started_at": .instant(startedAt), "ended_at": .instant(endedAt),
      "winner": winner.map { ["index": .count($0), "name": .string(armNames[$0])] } ?? .null, "day": .count(day),
      "minimum_days": .count(minimumDays),
      "arms": .array(
        armNames.indices.map { arm in
          [
            "name": .string(armNames[arm]), "exposures": .integer(exposures[arm]),
            "estimate": .optional(estimates[arm]),
          ]
        }),
      "progress": progress.json, "lift": .optional(lift),
      "lift_interval": liftInterval.map { [.optional($0.low), .optional($0.high)] } ?? .null,
      "chance_better": .optional(chance), "verdict": .string(verdict.kind.rawValue),
      "reason": .string(verdict.reason),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "id": .integer, "name": .string, "state": .choice(ExperimentState.allCases.map(\.rawValue)),
    "metric": Experiment.metricSchema, "started_at": .nullable(.instant), "ended_at": .nullable(.instant),
    "winner": .nullable(Experiment.armNameSchema), "day": .integer, "minimum_days": .integer,
    "arms": .array(.fields(["name": .string, "exposures": .integer, "estimate": .nullable(.number)])),
    "progress": ExperimentProgress.schema, "lift": .nullable(.number),
    "lift_interval": .nullable(.array(.nullable(.number))), "chance_better": .nullable(.number),
    "verdict": .choice(ExperimentVerdict.Kind.allCases.map(\.rawValue)), "reason": .string,
  ])
}
