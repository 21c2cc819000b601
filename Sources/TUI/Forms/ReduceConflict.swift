extension State {
  /// What the keys of a form mean while it shows what somebody else saved meanwhile: up and down choose a field, left
  /// and right one of its versions; Enter goes on to what is undecided, then back to the fields, and saving takes what
  /// was decided.
  mutating func decide(_ intent: FormIntent, _ conflict: FormConflict) -> [Effect] {
    guard var form else { return [] }
    var conflict = conflict
    form.problem = nil
    switch intent {
    case .next, .down: conflict.move(by: 1)
    case .previous, .up: conflict.move(by: -1)
    case .optionLeft: conflict.keepYours(true)
    case .optionRight: conflict.keepYours(false)
    case .toggle: conflict.keepYours(nil)
    case .editOutside, .pickOnMap: break
    case .enter, .save:
      if let open = conflict.nextOpen {
        conflict.selection = open
        form.problem = "Choose yours or theirs for \(conflict.rows[open].label)."
        break
      }
      form.settle(conflict)
      replaceForm(form)
      return intent == .save ? saveForm() : []
    }
    form.conflict = conflict
    replaceForm(form)
    return []
  }
}
