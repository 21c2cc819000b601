import Core

/// The form that asks for a time to jump to.
enum JumpForm {
  /// Days ahead that can be chosen.
  private static let farthest = 7

  /// The form, with the town's present time in it.
  static func form(_ state: State) -> Form {
    let today = today(state)
    let first = min(0, state.clock.run.map { state.zone.localTime(at: $0.start).date.dayNumber - today } ?? 0)
    let days = (first...farthest).map { FieldOption(title(ofDay: $0, in: state), id: String($0)) }
    return Form(
      "Jump to a time", purpose: .jump,
      lines: [
        "The town lives on until then. An earlier time is reached from the last bookmark before it, and what was done "
          + "since is undone."
      ],
      saveTitle: "Jump",
      fields: [
        .choice("day", "Day", days, selected: "0"),
        .clockTime(
          "at", "Time", state.zone.localTime(at: state.now).clock, help: "The town's own time, from 00:00 to 23:59."),
      ])
  }

  /// Says what is wrong with a time; what is no time at all the field has said already.
  static func objections(to form: Form, in state: State) -> [InvalidInput] {
    guard let target = target(of: form, in: state) else { return [] }
    if target == state.now { return [InvalidInput(field: "at", "is now; choose another")] }
    let start = state.clock.run?.start ?? state.now
    guard target < start else { return [] }
    return [InvalidInput(field: "at", "is before the run began, \(state.timeText(of: start)); choose a later one")]
  }

  private static func today(_ state: State) -> Int { state.zone.localTime(at: state.now).date.dayNumber }

  /// `today`, `tomorrow`, else the weekday and the date.
  private static func title(ofDay offset: Int, in state: State) -> String {
    switch offset {
    case 0: return "today"
    case 1: return "tomorrow"
    case -1: return "yesterday"
    default:
      let instant = state.now + .days(Int64(offset))
      let local = state.zone.localTime(at: instant)
      return "\(local.weekday.title) \(local.date)"
    }
  }

  /// The instant that is asked for; nil while it is none.
  static func target(of form: Form, in state: State) -> Timestamp? {
    guard let clock = form.clockTime("at"), let days = Int(form.choice("day") ?? "") else { return nil }
    return state.zone.instant(
      on: CivilDate(dayNumber: today(state) + days), millisecondOfDay: clock.minuteOfDay * 60_000)
  }
}

extension State {
  /// Lets the town live on until the time of a form.
  mutating func jump(by form: Form) -> [Effect] {
    JumpForm.target(of: form, in: self).map { jump(to: $0) } ?? []
  }
}
