import Canvas
import Core

/// The page about parts of the people: for ideas, not for decisions.
struct SegmentsPage {
  private let context: ExperimentPageContext

  private static let stripColumns = 15

  init(_ context: ExperimentPageContext) {
    self.context = context
  }

  /// A warning, and a table of parts.
  var sections: [PageSection] {
    let segments = context.sheet.segments
    guard context.analysis.verdict.showsLift else {
      return [context.text("", [StyledLine("The difference is hidden while the test is unhealthy.", .muted)])]
    }
    guard !segments.isEmpty else {
      return [
        context.text("", [StyledLine("No parts to look at: nobody was seen yet, or only counts are known.", .muted)])
      ]
    }
    return [
      context.text(
        "",
        [
          [
            Span("EXPLORATORY", Style.warning.bold),
            Span("  Of \(segments.count) parts some differ by chance; p is adjusted for all of them (Holm).", .muted),
          ]
        ]), table(segments),
    ]
  }

  private func table(_ segments: [SegmentResult]) -> PageSection {
    let intervals = segments.compactMap(\.liftInterval).map { max(-1, min(0, $0.low))...min(1, max(0, $0.high)) }
    let strip = IntervalStrip(fitting: intervals)
    let hasSeveral = context.analysis.arms.count > 2
    let columns = [
      Column("part", minimum: 14, ideal: 24, isFlexible: true, priority: 9),
      Column(hasSeveral ? "arm" : "", minimum: hasSeveral ? 3 : 1, priority: hasSeveral ? 8 : 0),
      Column("people", align: .right, minimum: 7, priority: 4),
      Column("A", align: .right, minimum: 7, priority: 5),
      Column("variant", align: .right, minimum: 7, priority: 6),
      Column("lift", minimum: 17, priority: 8),
      Column("", minimum: Self.stripColumns, priority: 3),
      Column("p, adjusted", align: .right, minimum: 11, priority: 7),
    ]
    let context = context
    return context.table("", columns, rows: segments.count) { row, column in
      let one = segments[row]
      let isFirst = row == 0 || segments[row - 1].segment.dimension != one.segment.dimension
      switch column {
      case 0:
        return [
          Span(isFirst ? one.segment.dimension + ": " : "  ", .muted), Span(one.segment.value),
        ]
      case 1: return StyledLine(hasSeveral ? ExperimentWords.letter(one.arm) : "")
      case 2:
        let people = [0, one.arm].reduce(0) { $0 + (one.segment.arms[safe: $1]?.exposures ?? 0) }
        return StyledLine(Number.grouped(Int(clamping: people)))
      case 3: return StyledLine(ExperimentCells.estimate(one.control, context.metric, context.formats))
      case 4: return StyledLine(ExperimentCells.estimate(one.variant, context.metric, context.formats))
      case 5: return StyledLine(ExperimentCells.lift(one.lift, one.liftInterval))
      case 6:
        let interval = one.liftInterval.map { $0.low...max($0.low, $0.high) }
        return strip.line(one.lift, interval, width: Self.stripColumns, glyphs: context.glyphs)
      default: return StyledLine(ExperimentCells.p(one.pAdjusted), .muted)
      }
    }
  }
}
