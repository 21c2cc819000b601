import Core

extension State {
  /// Gives the text of the field with the keyboard to the person's editor. The loop waits for it.
  mutating func editOutside() -> [Effect] {
    guard canEditOutside.isAvailable, let entry = form?.focused?.value.entry else { return [] }
    return [.device(.edit(entry.text))]
  }

  /// Whether the field with the keyboard is one for an editor.
  var canEditOutside: Availability {
    guard let form, form.saving == nil, form.conflict == nil else { return .unavailable("the form is being saved") }
    return form.focused?.value.isLongText == true
      ? .available : .unavailable("only text of several lines is opened in an editor")
  }

  /// Takes what came back from the editor.
  mutating func take(_ answer: EditorAnswer) -> [Effect] {
    switch answer {
    case .refused(let reason):
      notify(.warning, reason)
      return []
    case .text(let text):
      guard canEditOutside.isAvailable, let before = form?.focused?.value.entry else { return [] }
      var after = before
      after.replace(with: text)
      guard after.text != before.text else { return [] }
      if after.room == 0, text.count > after.text.count {
        notify(.warning, "The text was longer than \(after.limit) signs; the rest is left out")
      }
      return change { $0.entry = after }
    }
  }
}
