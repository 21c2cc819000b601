extension ExperimentPlan {
  /// The plan in words, with its numbers.
  package var text: String {
    let metric: ExperimentMetric = question.deviation == nil ? .acceptance : .revenue
    let baseline = ExperimentWords.estimate(question.baseline, metric)
    let target = ExperimentWords.estimate(question.baseline + effect, metric)
    let lift = question.baseline > 0 ? ", \(ExperimentWords.lift(effect / question.baseline))" : ""
    let confidence = Words.percent(question.confidence)
    let people = "\(ExperimentWords.whole(perArm)) people in the smallest arm, \(ExperimentWords.whole(total)) in all"
    let gap = "\(baseline) against \(target) (\(ExperimentWords.difference(effect, metric))\(lift))"
    let chance = "\(Words.number(power * 100)) %"
    let variants = question.variants > 1 ? ", which \(question.variants) variants share" : ""
    return "At a confidence of \(confidence)\(variants), \(people), find \(gap) with a power of \(chance).\(time)"
  }

  private var time: String {
    if let daily = question.daily, let days {
      return " At \(Words.number(daily)) people a day that takes \(Words.count(days, "day"))."
    }
    if let days = question.days, let dailyNeeded {
      return " In \(Words.count(days, "day")) that takes \(ExperimentWords.whole(dailyNeeded)) people a day."
    }
    return ""
  }
}
