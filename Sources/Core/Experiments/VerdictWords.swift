/// A verdict in words, from the same numbers.
extension VerdictFacts {
  /// In a few words.
  func reason(_ kind: ExperimentVerdict.Kind, _ variant: Int?) -> String {
    switch kind {
    case .noData: return emptyArm.map { "nobody was exposed in \($0) yet" } ?? "nobody was exposed yet"
    case .unhealthy: return problems.joined(separator: "; ")
    case .tooEarly:
      return day < minimumDays
        ? "day \(day) of at least \(minimumDays)" : "fewer than 5 of each kind in \(smallArms)"
    case .review:
      return variant.map { "\(name($0)) is better, but \(broken($0)) is worse" } ?? ""
    case .rollBack:
      guard variants.count == 1, let variant else { return "no variant is worth keeping" }
      return variants[variant].broken.isEmpty
        ? "\(name(variant)) is worse than \(control)" : "\(broken(variant)) is worse in \(name(variant))"
    case .ship: return variant.map { "\(name($0)) is better than \(control)" } ?? ""
    case .inconclusive: return isPlanReached ? "no difference at the planned sample" : "ended before the planned sample"
    case .keepRunning:
      return daysLeft.map { "\(Words.count($0, "day")) left" }
        ?? "\(ExperimentWords.whole(missing)) people per arm to go"
    }
  }

  /// In sentences.
  var text: String {
    let (kind, variant) = outcome
    switch kind {
    case .noData: return capitalised(reason(kind, variant)) + ", so there is nothing to compare."
    case .unhealthy:
      return problems.map { capitalised($0) + "." }.joined(separator: " ")
        + " The arms cannot be compared, so no result is shown. Find the cause, then start anew."
    case .tooEarly:
      let counts = "\(rates(Array(variants.indices))). It is too early to say more: "
      return day < minimumDays
        ? counts + "this is day \(day), and the test was planned for at least \(Words.count(minimumDays, "day"))."
        : counts + "each arm needs at least five people who did it and five who did not before a verdict."
    case .review, .rollBack, .ship, .inconclusive, .keepRunning:
      guard let variant else { return "" }
      return ([rates([variant]) + ".", gap(variant)] + advice(kind, variant)).joined(separator: " ")
    }
  }

  /// Who did how much: "A: 100 of 1,000 (10.0 %), B: 120 of 1,000 (12.0 %)".
  private func rates(_ shown: [Int]) -> String {
    let samples = variants.first.map { [$0.comparison.control] } ?? []
    let all = zip([control] + shown.map(name), samples + shown.map { variants[$0].comparison.variant })
    return all.map { name, sample in
      let mean = sample.mean.map { ExperimentWords.estimate($0, metric) } ?? "none"
      if let conversions = sample.conversions {
        let counts = "\(ExperimentWords.whole(conversions.count)) of \(ExperimentWords.whole(sample.n))"
        return "\(name): \(counts) \(did) (\(mean))"
      }
      return "\(name): \(mean) per person of \(ExperimentWords.whole(sample.n))"
    }.joined(separator: ", ")
  }

  /// Difference, interval and chance.
  private func gap(_ variant: Int) -> String {
    let facts = variants[variant]
    var sentences: [String] = []
    if let difference = facts.comparison.difference {
      let lift = facts.comparison.lift.map { " (\(ExperimentWords.lift($0)))" } ?? ""
      var sentence = "\(name(variant)) is at \(ExperimentWords.difference(difference, metric))\(lift)"
      if let interval = facts.interval {
        sentence += "; the \(percent(facts.confidence)) interval that allows for looking every day is "
        sentence += ExperimentWords.interval(interval, metric)
      }
      sentences.append(sentence + ".")
    }
    if facts.hasTurned {
      sentences.append("That has turned since it was decided: look at the days before acting on it.")
    }
    if let fixed = facts.comparison.fixedP {
      let when = isPlanReached ? "" : " (by the fixed test, which decides at the planned sample only)"
      sentences.append("A gap this size appears by chance \(ExperimentWords.odds(fixed))\(when).")
    }
    return sentences.joined(separator: " ")
  }

  private func advice(_ kind: ExperimentVerdict.Kind, _ variant: Int) -> [String] {
    let goal = isAlwaysValid ? "" : " Only that read decides."
    switch kind {
    case .ship: return ["\(name(variant)) is better than \(control), by \(read(variant)): ship it."]
    case .review:
      return ["\(name(variant)) is better at its goal, but \(broken(variant)) got worse than its margin: weigh both."]
    case .rollBack:
      let why =
        variants[variant].broken.isEmpty
        ? "\(name(variant)) is worse than \(control), by \(read(variant))"
        : "\(capitalised(broken(variant))) got worse than its margin, and \(name(variant)) is not shown to be better"
      return [variants.count == 1 ? why + ": roll it back." : why + "; no other variant is better: keep \(control)."]
    case .inconclusive where !isPlanReached:
      let planned = ExperimentWords.whole(plannedPerArm)
      return ["It ended \(ExperimentWords.people(missing)) short of the planned \(planned) per arm, without a winner."]
    case .inconclusive:
      let bounds = variants[variant].interval.map { interval in
        " An effect beyond \(ExperimentWords.interval(interval, metric)) is ruled out."
      }
      return [
        "The planned \(ExperimentWords.whole(plannedPerArm)) per arm are reached without a winner.\(bounds ?? "")"
      ]
    default:
      let days = daysLeft.map { ", in about \(Words.count($0, "day"))" } ?? ""
      let planned = ExperimentWords.whole(plannedPerArm)
      return [
        "Keep running: \(ExperimentWords.whole(missing)) more people are needed for \(planned) per arm\(days).\(goal)"
      ]
    }
  }

  /// What the planned sample could have shown.
  private func detectable(_ variant: Int) -> String {
    guard let rates = variants[variant].comparison.rates, let baseline = rates.control.rate,
      let effect = RatePower.detectableEffect(
        baseline: baseline, controlCount: Double(plannedPerArm), alpha: alpha, power: power)
    else { return "" }
    let shown = ExperimentWords.difference(effect, metric)
    return " It would have found a true \(shown) with a power of \(Words.percent(power))."
  }

  /// Which read decided.
  private func read(_ variant: Int) -> String {
    switch variants[variant].decision?.read {
    case .look: "the test at every look"
    case .planned: "the one read at the planned sample"
    case nil: "a guardrail"
    }
  }

  private var control: String { names.first ?? "" }

  private func name(_ variant: Int) -> String { names[variant + 1] }

  private func broken(_ variant: Int) -> String { Words.all(variants[variant].broken) }

  /// People that the smallest arm lacks.
  private var missing: Int64 { max(0, plannedPerArm - (people.min() ?? 0)) }

  private var emptyArm: String? {
    people.contains { $0 > 0 } ? zip(names, people).first { $0.1 == 0 }?.0 : nil
  }

  /// Arms without enough people of both kinds.
  private var smallArms: String {
    let samples = (variants.first.map { [$0.comparison.control] } ?? []) + variants.map(\.comparison.variant)
    return Words.all(zip(names, samples).filter { !$0.1.isEnough }.map(\.0))
  }

  private func percent(_ confidence: Double) -> String {
    "\(Words.number(confidence * 100)) %"
  }

  private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
