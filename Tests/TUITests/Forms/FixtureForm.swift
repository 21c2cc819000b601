import Canvas
import Core

@testable import TUI

/// A form with a field of every kind, for an offer of Blue Cilantro.
enum FixtureForm {
  static var offer: Form {
    Form(
      "Edit the offer", purpose: .jump, lines: ["As Blue Cilantro. Open claims stay as they are."],
      fields: [
        .text("title", "Title", "Sunset dinner", help: "What people see first."),
        .number("walk", "Walk at most", 800, unit: "metres", range: 0...3000, help: "One way, from the car."),
        .money("price", "Price", cents: 4200),
        .clockTime("from", "From", "17:00", help: "The town's own time."),
        .choice("weather", "Weather", ["any", "clear", "rain"].map { FieldOption($0) }, selected: "any"),
        .toggle("approved", "Approved", false),
        .multiChoice("days", "Days", ["Mon", "Tue", "Wed"].map { FieldOption($0) }, chosen: ["Tue"], section: "When"),
        .longText("words", "Proposition", "A table by the water.\nTwo glasses.", rows: 3),
        Field("code", "Code", .text(TextEntry("7K39")), disabledBecause: "made when somebody accepts"),
      ])
  }

  /// What another person saved meanwhile: another title, and rain.
  static var theirs: [String: FieldValue] {
    let form = offer
    return [
      "title": .text(TextEntry("Early dinner")),
      "weather": Field.choice(
        "weather", "", ["any", "clear", "rain"].map { FieldOption($0) }, selected: "rain"
      ).value,
      "walk": form.value("walk") ?? .toggle(false),
    ]
  }
}

extension Stage {
  /// A stage with the form on top.
  static func with(_ form: Form, width: Int = 80, height: Int = 24) -> Stage {
    var stage = Stage(size: .init(width: width, height: height))
    stage.change { $0.dialogs.append(.form(form)) }
    return stage
  }

  /// The form alone, without the screen beneath it.
  var sheet: String {
    var canvas = Canvas(size: state.size)
    if let form { FormSheet(state, form).draw(on: &canvas, in: canvas.bounds.inset(top: 1, bottom: 1)) }
    return canvas.plainText
  }

  /// The form with the keyboard.
  var form: Form? { state.form }
}
