import Core

/// The form that asks for a time to jump to.
enum JumpForm {
  /// The form, with the town's present time in it.
  static func form(_ state: State) -> Form {
    Form(
      "Jump to a time", purpose: .jump, lines: ["The town lives on until then; nothing is left out."],
      saveTitle: "Jump",
      fields: [
        .choice("day", "Day", [FieldOption("today", id: "0"), FieldOption("tomorrow", id: "1")]),
        .clockTime(
          "at", "Time", state.zone.localTime(at: state.now).clock, help: "The town's own time, from 00:00 to 23:59."),
      ])
  }

  /// Says what is wrong with a time; what is no time at all the field has said already.
  static func objections(to form: Form, in state: State) -> [InvalidInput] {
    guard let target = target(of: form, in: state) else { return [] }
    return target > state.now ? [] : [InvalidInput(field: "at", "is over already; choose a later one")]
  }

  /// The instant that is asked for; nil while it is none.
  static func target(of form: Form, in state: State) -> Timestamp? {
    guard let clock = form.clockTime("at"), let days = Int(form.choice("day") ?? "") else { return nil }
    let today = state.zone.localTime(at: state.now).date.dayNumber
    return state.zone.instant(
      on: CivilDate(dayNumber: today + days), millisecondOfDay: clock.minuteOfDay * 60_000)
  }
}

extension State {
  /// Lets the town live on until the time of a form.
  mutating func jump(by form: Form) -> [Effect] {
    JumpForm.target(of: form, in: self).map { jump(to: $0) } ?? []
  }
}
