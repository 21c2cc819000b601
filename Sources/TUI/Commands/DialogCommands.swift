extension CommandTable {
  /// What works in dialogs and questions.
  static let dialogs = [
    Command(
      id: "help.filter", title: "Filter help", explanation: "Narrows the list to the commands with the typed words.",
      scopes: [.help], keys: [.character("/")], hint: "filter", intent: .filterHelp),
    Command(
      id: "dialog.choose", title: "Choose", explanation: "Takes the marked answer; the first one changes nothing.",
      scopes: [.choice], keys: [.enter], hint: "choose", intent: .choose),
    Command(
      id: "dialog.confirm", title: "Yes", explanation: "Does what the question asks.",
      scopes: [.question], keys: [.character("y")], hint: "yes", intent: .confirm),
    Command(
      id: "dialog.refuse", title: "No", explanation: "Closes the question and changes nothing.",
      scopes: [.choice], keys: [.character("n")], hint: "no", intent: .refuse),
  ]
}
