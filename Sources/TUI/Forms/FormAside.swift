import Canvas

/// What is told beside the fields of a form while they are filled in.
struct FormAside {
  /// Columns beside a form, where nothing else is said.
  static let usualColumns = 34

  /// For a column of its own.
  let column: [StyledLine]
  /// For a few rows below the fields, where there is no room beside them.
  let line: StyledLine
  /// Columns that it takes beside a form.
  var columns = usualColumns
}

extension Form {
  /// What is told beside it; nil for a form that speaks for itself.
  func told(_ state: State) -> FormAside? {
    if case .experiment = purpose { return PlanLines(ExperimentFormPlan(self), state.formats).aside }
    if let preview { return PreviewAside(preview, width: state.size.width, state.formats).aside }
    if let first = notes.first {
      return FormAside(
        column: [StyledLine("Now", .title), .empty] + notes.flatMap { [StyledLine($0), .empty] },
        line: [Span("Now  ", .muted), Span(first)])
    }
    return aside.map { ReachLines($0).aside }
  }
}
