import Canvas

/// What is told beside the fields of a form while they are filled in.
struct FormAside {
  /// Columns beside a form.
  static let columns = 34

  /// For a column of its own.
  let column: [StyledLine]
  /// For a few rows below the fields, where there is no room beside them.
  let line: StyledLine
}

extension Form {
  /// What is told beside it; nil for a form that speaks for itself.
  func told(_ state: State) -> FormAside? {
    if case .experiment = purpose { return PlanLines(ExperimentFormPlan(self), state.formats).aside }
    return aside.map { ReachLines($0).aside }
  }
}
