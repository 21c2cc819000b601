import Canvas
import Core

/// The tests for one read at the planned sample, in lines: the one that decides first.
struct FixedTestWords {
  private let fixed: FixedTests
  private let metric: ExperimentMetric
  private let formats: Formats

  init(_ fixed: FixedTests, _ metric: ExperimentMetric, _ formats: Formats) {
    self.fixed = fixed
    self.metric = metric
    self.formats = formats
  }

  /// At least one line.
  var lines: [String] {
    var lines: [String] = []
    let chi = fixed.chiSquared.map { "chi-squared \(Self.number($0.statistic)), p \($0.p.words)" }
    let fisher = fixed.fisher.map { "Fisher's exact test, p \($0.p.words), mid-p \($0.midP.words)" }
    if fixed.isSmall, let fisher {
      lines.append("\(fisher): decides, as counts are small")
      if let chi { lines.append(chi) }
    } else if let chi {
      lines.append(chi)
    }
    if let yates = fixed.yates {
      lines.append("with Yates's correction \(Self.number(yates.statistic)), p \(yates.p.words)")
    }
    if !fixed.isSmall, let fisher { lines.append(fisher) }
    if let means = fixed.means, let p = means.p {
      lines.append("Welch's t \(Self.number(means.t ?? 0)), p \(p.words)")
    }
    guard !lines.isEmpty else { return ["nothing to test: nobody or everybody \(metric.pastTense)"] }
    if let interval = fixed.differenceInterval {
      let name = metric.isRate ? "Newcombe" : "Welch"
      lines.append("difference \(ExperimentCells.interval(interval, metric, formats)), \(name)")
    }
    if let interval = fixed.liftInterval { lines.append("lift \(ExperimentCells.percents(interval)) %, Katz") }
    if let power = fixed.observedPower {
      lines.append("power at this difference \(Number.percent(power)): p in other words")
    }
    return lines
  }

  private static func number(_ value: Double) -> String { Number.fixed(value, decimals: 3) }
}
