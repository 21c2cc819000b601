import Canvas
import Core

/// `experiment plan`: people, power, effect and days that go together, before anything is started.
enum ExperimentPlanCommand {
  /// The command.
  static let command = Command(
    ["experiment", "plan"], "Work out people, power, effect or days of an experiment.", access: .staff,
    explanation: """
      Of effect, power and people two are given and the third follows; the days follow from how many people come a day, \
      or stand for the people. A power that is not given is 0.8, unless effect and people are. An effect is variant \
      minus control: 0.02 is two points. With --deviation the metric is money per person, and baseline and effect are \
      amounts. Several variants share the error evenly. No database is needed.
      """,
    flags: [
      Flag("baseline", .number("RATE", -1e12...1e12), "The control's rate, or mean of money.", isRequired: true),
      Flag("effect", .number("DIFFERENCE", -1e12...1e12), "The difference worth finding."),
      Flag("power", .number("SHARE", 0...1), "The chance to find it.", fallback: "0.8"),
      Flag("per-arm", .integer("N", 1...Conversions.most), "People of the smallest arm."),
      Flag("days", .integer("N", 1...100_000), "Days, in place of people."),
      Flag("daily", .number("N", 0...1e12), "People a day, in all arms together."),
      Flag("confidence", .number("SHARE", 0...1), "0.90, 0.95 or 0.99.", fallback: "0.95"),
      Flag("ratio", .number("N", 0...1e6), "People of a variant over people of the control.", fallback: "1"),
      Flag("variants", .integer("N", 1...7), "Variants against the one control.", fallback: "1"),
      Flag("deviation", .number("AMOUNT", 0...1e12), "Standard deviation of what a person pays."),
    ],
    examples: [
      "opportune experiment plan --baseline 0.10 --effect 0.02 --daily 500",
      "opportune experiment plan --baseline 0.10 --days 14 --daily 500 --json",
      "opportune experiment plan --baseline 12 --effect 1 --deviation 30",
    ],
    output: .fields([
      "found": .choice(ExperimentPlan.Found.allCases.map(\.rawValue)), "baseline": .number, "effect": .number,
      "target": .number, "lift": .nullable(.number), "deviation": .nullable(.number), "power": .number,
      "confidence": .number, "alpha": .number, "ratio": .number, "variants": .integer, "n_control": .integer,
      "n_variant": .integer, "per_arm": .integer, "total": .integer, "daily": .nullable(.number),
      "days": .nullable(.integer), "daily_needed": .nullable(.integer),
      "curve": .array(.fields(["per_arm": .integer, "power": .number])), "text": .string,
    ])
  ) { invocation in
    let arguments = invocation.arguments
    do throws(InvalidInput) {
      let plan = try ExperimentPlan(question(arguments))
      return .document(plan.json) { plan.page }
    } catch {
      let flag = "--" + error.field.replacing("_", with: "-")
      throw InvalidInput(error.code, field: flag, error.message)
    }
  }

  private static func question(_ arguments: Arguments) -> PlanQuestion {
    let scale = arguments.has("deviation") ? 100.0 : 1
    let isSized = arguments.has("per-arm") || (arguments.has("days") && arguments.has("daily"))
    let usualPower = arguments.has("effect") && isSized ? nil : 0.8
    return PlanQuestion(
      baseline: (arguments.number("baseline") ?? 0) * scale,
      deviation: arguments.number("deviation").map { $0 * scale },
      confidence: arguments.number("confidence") ?? 0.95, ratio: arguments.number("ratio") ?? 1,
      variants: Int(arguments.integer("variants") ?? 1), daily: arguments.number("daily"),
      effect: arguments.number("effect").map { $0 * scale }, power: arguments.number("power") ?? usualPower,
      perArm: arguments.integer("per-arm"), days: arguments.integer("days").map(Int.init))
  }
}

extension ExperimentPlan {
  /// As in the document of `experiment plan`; money as a decimal number.
  fileprivate var json: JSON {
    let scale = question.deviation == nil ? 1.0 : 100
    let baseline = question.baseline
    return [
      "found": .string(found.rawValue), "baseline": .number(baseline / scale), "effect": .number(effect / scale),
      "target": .number((baseline + effect) / scale), "lift": .optional(baseline > 0 ? effect / baseline : nil),
      "deviation": .optional(question.deviation.map { $0 / scale }), "power": .number(power),
      "confidence": .number(question.confidence), "alpha": .number(question.alpha), "ratio": .number(question.ratio),
      "variants": .count(question.variants), "n_control": .integer(control), "n_variant": .integer(variant),
      "per_arm": .integer(perArm), "total": .integer(total), "daily": .optional(question.daily),
      "days": .optional(days.map(Int64.init)), "daily_needed": .optional(dailyNeeded),
      "curve": .array(curve().map { ["per_arm": .integer($0.perArm), "power": .number($0.power)] }),
      "text": .string(text),
    ]
  }

  /// For people: the plan in a sentence, and what fewer or more people would find.
  fileprivate var page: String {
    var table = TextTable([.numbers("people per arm"), .numbers("power")])
    for point in curve(points: 9).dropFirst() {
      table.add([ExperimentWords.whole(point.perArm), Number.percent(point.power)])
    }
    return PageWidth.wrapped(text) + "\n" + table.text(empty: "")
  }
}
