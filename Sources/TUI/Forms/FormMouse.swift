extension State {
  /// The mouse in a form: a press gives a field the keyboard, on an option it also chooses it, and the words below save
  /// or leave; the wheel goes from field to field.
  mutating func point(_ mouse: MouseEvent, in form: Form) -> [Effect] {
    switch mouse.kind {
    case .wheelUp: return perform(FormIntent.up)
    case .wheelDown: return perform(FormIntent.down)
    case .press: break
    }
    switch FormSheet(self, form).layout.target(at: mouse.point) {
    case .save: return perform(FormIntent.save)
    case .leave: return leaveForm()
    case .row(let row):
      var form = form
      form.conflict?.selection = row
      replaceForm(form)
    case .field(let index, let option): return press(index, option: option, in: form)
    case nil: break
    }
    return []
  }

  private mutating func press(_ index: Int, option: Int?, in form: Form) -> [Effect] {
    guard form.saving == nil else { return [] }
    if let reason = form.fields[index].disabledBecause {
      notify(.information, "\(form.fields[index].label): \(reason)")
      return []
    }
    var form = form
    form.focus = index
    replaceForm(form)
    return option.map { option in change { $0.press(option) } } ?? []
  }
}

extension FieldValue {
  /// What a press on an option does: it is chosen, or goes in or out.
  mutating func press(_ option: Int) {
    switch self {
    case .choice(let options, _) where options.indices.contains(option): self = .choice(options, selection: option)
    case .multiChoice(let options, let chosen, _) where options.indices.contains(option):
      self = .multiChoice(options, chosen: chosen, cursor: option)
      toggle()
    case .toggle: toggle()
    default: break
    }
  }
}
