extension CommandTable {
  /// What works in a form, beside typing.
  static let forms = [
    Command(
      id: "form.save", title: "Save", explanation: "Saves the form; what is wrong is said under its field.",
      scopes: [.form], keys: [.control("s")], hint: "save", intent: .form(.save),
      availability: { $0.form?.saving == nil ? .available : .unavailable("it is being saved") }),
    Command(
      id: "form.next", title: "Next field", explanation: "Gives the keyboard to the next field.",
      scopes: [.form], keys: [.tab], hint: "next", intent: .form(.next)),
    Command(
      id: "form.previous", title: "Previous field", explanation: "Gives the keyboard to the field before.",
      scopes: [.form], keys: [.backTab], intent: .form(.previous)),
    Command(
      id: "form.up", title: "Field above", explanation: "To the field above; within long text one line up.",
      scopes: [.form], keys: [.up], intent: .form(.up)),
    Command(
      id: "form.down", title: "Field below", explanation: "To the field below; within long text one line down.",
      scopes: [.form], keys: [.down], intent: .form(.down)),
    Command(
      id: "form.enter", title: "On",
      explanation: "To the next field, and from the last one to saving; within long text a new line.",
      scopes: [.form], keys: [.enter], intent: .form(.enter)),
    Command(
      id: "form.toggle", title: "Turn",
      explanation: "Turns yes into no, takes an option in or out, or chooses the next.",
      scopes: [.picking], keys: [.character(" ")], hint: "turn", intent: .form(.toggle)),
    Command(
      id: "form.option-left", title: "Option on the left", explanation: "To the option before.",
      scopes: [.picking], keys: [.left], hint: "choose", intent: .form(.optionLeft)),
    Command(
      id: "form.option-right", title: "Option on the right", explanation: "To the option after.",
      scopes: [.picking], keys: [.right], intent: .form(.optionRight)),
    Command(
      id: "form.help", title: "Help", explanation: "Lists the keys that work in a form.",
      scopes: [.form], keys: [.function(1)], intent: .help),
  ]
}

extension Form {
  /// Whether signs go into the field with the keyboard; else it is chosen with arrows and space.
  var isTyping: Bool { conflict == nil && focused?.value.entry != nil }
}

extension State {
  /// The form with the keyboard.
  package var form: Form? {
    if case .form(let form) = dialogs.last { form } else { nil }
  }
}
