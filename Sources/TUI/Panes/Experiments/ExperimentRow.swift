import Canvas
import Core

/// An experiment in the list, with the scale on which all intervals of the list are drawn.
package struct ExperimentRow: Equatable, Sendable {
  package let summary: ExperimentSummary
  let strip: IntervalStrip

  /// A lift beyond this share, to either side, leaves the picture: one wild interval would press all others flat.
  private static let widestLift = 1.0

  /// The rows of a list, whose intervals share a scale.
  package static func rows(of summaries: [ExperimentSummary]) -> [ExperimentRow] {
    let intervals = summaries.compactMap(\.liftInterval).map { interval in
      max(-widestLift, min(interval.low, 0))...min(widestLift, max(interval.high, 0))
    }
    let reach = intervals.reduce(0.1) { max($0, abs($1.lowerBound), abs($1.upperBound)) }
    let strip = IntervalStrip(scale: -reach...reach)
    return summaries.map { ExperimentRow(summary: $0, strip: strip) }
  }

  package var state: ExperimentState { summary.state }
  package var winner: Int? { summary.winner }

  /// `SHIP B`, `KEEP RUNNING`; of what is over, how it ended; of a draft that it is one.
  var verdict: StyledLine {
    switch summary.state {
    case .draft: return StyledLine("DRAFT", .muted)
    case .running:
      let kind = summary.verdict.kind
      let arm = summary.verdict.arm.map { " " + ExperimentWords.letter($0) } ?? ""
      return StyledLine(kind.title + arm, kind.style)
    case .ended:
      guard let winner = summary.winner else { return StyledLine("ENDED", .muted) }
      return StyledLine("\(ExperimentWords.letter(winner)) WON", winner == 0 ? .text : Style.positive)
    }
  }

  /// What stands behind the verdict: why, or how it ended.
  var reason: String {
    switch summary.state {
    case .draft: "a starts it"
    case .running: summary.verdict.reason
    case .ended: summary.winner == nil ? "without a winner" : "ended for \(winnerName)"
    }
  }

  private var winnerName: String {
    guard let winner = summary.winner, summary.armNames.indices.contains(winner) else { return "" }
    return summary.armNames[winner]
  }

  /// `9/14`; of what is over, how long it ran.
  var days: String {
    switch summary.state {
    case .draft: ExperimentCells.nothing
    case .running: "\(summary.day)/\(summary.minimumDays)"
    case .ended: "\(summary.day)"
    }
  }

  /// Whether the difference may be looked at.
  var showsLift: Bool { summary.verdict.showsLift }
}
