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
      id: "form.editor", title: "Open in the editor",
      explanation: "Opens text of several lines in $VISUAL or $EDITOR; what is saved there comes back into the field.",
      scopes: [.form], keys: [.control("e")], hint: "editor", intent: .form(.editOutside),
      availability: { $0.canEditOutside }),
    Command(
      id: "form.map", title: "Pick on the map",
      explanation: "Opens the town's map, on which a cross is moved to the position.",
      scopes: [.form], keys: [.control("o")], hint: "map", intent: .form(.pickOnMap),
      availability: { $0.canPickOnMap }),
    Command(
      id: "map.take", title: "Take this position", explanation: "Puts the cross's position into the field.",
      scopes: [.map], keys: [.enter], hint: "take it", intent: .map(.take)),
    Command(
      id: "map.left", title: "Cross left", explanation: "Moves the cross one column to the west.",
      scopes: [.map], keys: [.left, .character("h")], intent: .map(.left)),
    Command(
      id: "map.right", title: "Cross right", explanation: "Moves the cross one column to the east.",
      scopes: [.map], keys: [.right, .character("l")], intent: .map(.right)),
    Command(
      id: "map.near", title: "Nearer", explanation: "Shows less of the town, larger, around the cross.",
      scopes: [.map], keys: [.character("+"), .character("=")], hint: "nearer", intent: .map(.near)),
    Command(
      id: "map.far", title: "Farther", explanation: "Shows more of the town, around the cross.",
      scopes: [.map], keys: [.character("-")], hint: "farther", intent: .map(.far)),
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
