import Core

extension State {
  /// Does what a command of a form means.
  mutating func perform(_ intent: FormIntent) -> [Effect] {
    guard var form, form.saving == nil else { return [] }
    if let conflict = form.conflict { return decide(intent, conflict) }
    switch intent {
    case .next: form.moveFocus(by: 1)
    case .previous: form.moveFocus(by: -1)
    case .up: if !form.moveCaretLine(.backward) { form.moveFocus(by: -1) }
    case .down: if !form.moveCaretLine(.forward) { form.moveFocus(by: 1) }
    case .enter:
      if form.focused?.value.isLongText == true { return edit { $0.insert("\n") } }
      if form.isAtItsEnd { return saveForm() }
      form.moveFocus(by: 1)
    case .toggle: return change { $0.toggle() }
    case .optionLeft: return change { $0.moveOption(by: -1) }
    case .optionRight: return change { $0.moveOption(by: 1) }
    case .save: return saveForm()
    case .editOutside: return editOutside()
    case .pickOnMap: return pickOnMap()
    }
    replaceForm(form)
    return []
  }

  /// Puts another version of the form with the keyboard in its place, scrolled so that its focus is in sight.
  mutating func replaceForm(_ form: Form) {
    guard case .form = dialogs.last else { return }
    var form = form
    form.offset = FormSheet(self, form).layout.offset
    dialogs[dialogs.count - 1] = .form(form)
  }

  /// Changes the field with the keyboard, and judges what the person has touched.
  mutating func change(_ change: (inout FieldValue) -> Void) -> [Effect] {
    guard var form, form.saving == nil, form.conflict == nil, form.focused?.disabledBecause == nil else { return [] }
    let index = form.focus
    let before = form.fields[index].value
    change(&form.fields[index].value)
    guard form.fields[index].value != before else { return [] }
    form.fields[index].isTouched = true
    form.show(allObjections(to: form), onlyTouched: true)
    replaceForm(form)
    return follow(form)
  }

  /// What the fields say against themselves, then what the purpose says.
  func allObjections(to form: Form) -> [InvalidInput] {
    let own = form.fields.compactMap { field in
      field.value.objection.map { InvalidInput(field: field.id, $0) }
    }
    return own + objections(to: form)
  }

  /// Saves the form, or shows what is wrong and goes to the first of it.
  mutating func saveForm() -> [Effect] {
    guard var form else { return [] }
    let objections = allObjections(to: form)
    form.show(objections, onlyTouched: false)
    guard objections.isEmpty else {
      form.focusFirstError()
      replaceForm(form)
      return []
    }
    switch save(form) {
    case .close(let effects):
      // What saving leads to may have put something on top.
      dialogs.removeAll { $0.form?.purpose == form.purpose }
      return effects
    case .wait(let job, let effects):
      form.saving = job
      replaceForm(form)
      return effects
    }
  }
}

extension Form {
  /// Gives the keyboard to the next field that can be changed, or with -1 to the one before, around the ends.
  mutating func moveFocus(by step: Int) {
    let count = fields.count
    for distance in 1...max(1, count) {
      let index = ((focus + step * distance) % max(1, count) + count) % max(1, count)
      guard fields.indices.contains(index), fields[index].disabledBecause == nil else { continue }
      focus = index
      return
    }
  }

  /// Moves the caret within long text; false where there is no line in that direction.
  mutating func moveCaretLine(_ direction: TextEntry.Direction) -> Bool {
    guard fields.indices.contains(focus), fields[focus].value.isLongText, var entry = fields[focus].value.entry,
      entry.moveCaretLine(direction)
    else { return false }
    fields[focus].value.entry = entry
    return true
  }

  /// Whether Enter in the field with the keyboard saves: no field after it can be changed.
  var isAtItsEnd: Bool {
    !fields.indices.contains { $0 > focus && fields[$0].disabledBecause == nil }
  }
}

extension FieldValue {
  /// What space does: a toggle turns, an option goes in or out, a choice goes on to the next.
  mutating func toggle() {
    switch self {
    case .toggle(let isOn): self = .toggle(!isOn)
    case .choice(let options, let selection) where !options.isEmpty:
      self = .choice(options, selection: (selection + 1) % options.count)
    case .multiChoice(let options, var chosen, let cursor) where options.indices.contains(cursor):
      let id = options[cursor].id
      if chosen.remove(id) == nil { chosen.insert(id) }
      self = .multiChoice(options, chosen: chosen, cursor: cursor)
    default: break
    }
  }

  /// What left and right do: a choice moves, the keyboard goes to another option, a toggle turns.
  mutating func moveOption(by step: Int) {
    switch self {
    case .toggle(let isOn): self = .toggle(!isOn)
    case .choice(let options, let selection) where !options.isEmpty:
      self = .choice(options, selection: min(max(0, selection + step), options.count - 1))
    case .multiChoice(let options, let chosen, let cursor) where !options.isEmpty:
      self = .multiChoice(options, chosen: chosen, cursor: min(max(0, cursor + step), options.count - 1))
    default: break
    }
  }
}
