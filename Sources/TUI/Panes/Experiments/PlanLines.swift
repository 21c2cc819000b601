import Canvas
import Core

/// The plan in words, beside the form of an experiment or below it.
struct PlanLines {
  private let worked: ExperimentFormPlan
  private let formats: Formats

  init(_ worked: ExperimentFormPlan, _ formats: Formats) {
    self.worked = worked
    self.formats = formats
  }

  /// Beside the form, and in one line below it.
  var aside: FormAside {
    guard let plan = worked.plan else {
      let missing = StyledLine(worked.objection.map { "\($0.field) \($0.message)" } ?? "", .muted)
      return FormAside(column: [StyledLine("Plan", .title), .empty, missing], line: [Span("Plan  ", .muted)] + missing)
    }
    return FormAside(column: column(plan), line: line(plan))
  }

  private func column(_ plan: ExperimentPlan) -> [StyledLine] {
    var column: [StyledLine] = [
      StyledLine("Plan", .title), .empty,
      [Span(ExperimentWords.people(plan.perArm), Style.text.bold), Span(" an arm", .muted)],
    ]
    if plan.control != plan.variant {
      column.append(
        StyledLine("in the smallest, \(ExperimentWords.whole(max(plan.control, plan.variant))) in another", .muted))
    }
    column += [StyledLine("\(ExperimentWords.whole(plan.total)) in all", .muted), .empty]
    column.append([Span("find ", .muted), Span(effect(plan))])
    if plan.question.baseline > 0 {
      column.append([Span("a lift of ", .muted), Span(ExperimentWords.lift(plan.effect / plan.question.baseline))])
    }
    column += [
      [Span("with ", .muted), Span(Number.percent(plan.power, decimals: 0)), Span(" power", .muted)],
      [Span("at ", .muted), Span(Number.percent(plan.question.confidence, decimals: 0)), Span(" confidence", .muted)],
      .empty,
      plan.days.map { [Span(Quantity.count($0, "day"), Style.text.bold), Span(" at so many people a day", .muted)] }
        ?? StyledLine("People a day tells how long.", .muted),
    ]
    return column
  }

  private func line(_ plan: ExperimentPlan) -> StyledLine {
    let days = plan.days.map { ", \(Quantity.count($0, "day"))" } ?? ""
    return [
      Span("Plan  ", .muted), Span("\(ExperimentWords.whole(plan.perArm)) an arm", Style.text.bold),
      Span(", \(ExperimentWords.whole(plan.total)) in all\(days); finds \(effect(plan))", .muted),
    ]
  }

  private func effect(_ plan: ExperimentPlan) -> String {
    ExperimentCells.differenceWithUnit(plan.effect, worked.metric, formats)
  }
}
