extension CommandTable {
  /// What works in dialogs and questions.
  static let dialogs = [
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

  /// What works while a text is typed; every other sign goes into the text.
  static let entry = [
    Command(
      id: "entry.submit", title: "Done", explanation: "Takes the text as it is.",
      scopes: [.line], keys: [.enter], hint: "done", intent: .submitEntry),
    Command(
      id: "entry.delete", title: "Delete", explanation: "Removes the sign before the caret.",
      scopes: [.entry], keys: [.backspace], intent: .deleteBackward),
    Command(
      id: "entry.delete-word", title: "Delete word", explanation: "Removes the word before the caret.",
      scopes: [.entry], keys: [.control("w")], intent: .deleteWord),
    Command(
      id: "entry.clear", title: "Clear", explanation: "Removes the whole text.",
      scopes: [.entry], keys: [.control("u")], hint: "clear", intent: .clearEntry),
    Command(
      id: "entry.left", title: "Caret left", explanation: "Moves the caret one sign to the left.",
      scopes: [.entry], keys: [.left, .control("b")], intent: .caretLeft),
    Command(
      id: "entry.right", title: "Caret right", explanation: "Moves the caret one sign to the right.",
      scopes: [.entry], keys: [.right, .control("f")], intent: .caretRight),
    Command(
      id: "entry.start", title: "Caret to the start", explanation: "Moves the caret before the first sign.",
      scopes: [.entry], keys: [.home, .control("a")], intent: .caretStart),
    Command(
      id: "entry.end", title: "Caret to the end", explanation: "Moves the caret behind the last sign.",
      scopes: [.entry], keys: [.end, .control("e")], intent: .caretEnd),
  ]
}
