import Canvas
import Core

/// What a rule would find, beside its form while it is written, or in a line below it.
struct PreviewAside {
  private let watch: PreviewWatch
  private let columns: Int
  private let formats: Formats

  /// The columns a form takes with its border and what stands between.
  private static let form = 77
  private static let widest = 80

  /// - Parameter width: of the whole screen.
  init(_ watch: PreviewWatch, width: Int, _ formats: Formats) {
    self.watch = watch
    self.formats = formats
    columns = min(Self.widest, max(FormAside.usualColumns, width - Self.form))
  }

  var aside: FormAside { FormAside(column: column, line: line, columns: columns) }

  private var lines: PreviewLines? {
    watch.preview.map { PreviewLines($0, width: columns, formats: formats) }
  }

  private var column: [StyledLine] {
    let heading = StyledLine("What it would find now", .title)
    guard let lines else { return [heading, .empty] + state }
    let meaning = watch.asked.map { [StyledLine(RuleWords.meaning($0)), .empty] } ?? []
    return [heading, .empty] + state + meaning + [lines.count, lines.perDay, .empty]
      + [StyledLine("What leaves listings out", .header)] + lines.funnel + [.empty]
      + [StyledLine("The newest it finds", .header)] + lines.samples(12)
  }

  private var line: StyledLine {
    guard let lines, let preview = watch.preview else {
      return StyledLine("Preview  ", .muted) + (state.first ?? .empty)
    }
    let costs = preview.funnel.steps.filter { $0.count > 0 }.map {
      Span("  \($0.criterion.word) -\(Number.grouped($0.count))", .warning)
    }
    let head = watch.isOld ? [Span("before: ", .warning)] : []
    return StyledLine(head) + lines.count + ", " + lines.perDay + StyledLine(costs)
  }

  /// Why there is none, or of which rule it is.
  private var state: [StyledLine] {
    if let failure = watch.failure { return [StyledLine(failure, .negative)] }
    if watch.preview == nil {
      return [StyledLine(watch.job == nil ? "Nothing is asked for yet." : "being counted", .muted)]
    }
    return watch.isOld ? [StyledLine("before what is wrong was typed", .warning), .empty] : []
  }
}
