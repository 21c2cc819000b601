import Core

extension State {
  /// What follows from a change in the form of a rule: the fields follow the line, the line follows the fields, and what
  /// the rule would find is asked anew.
  mutating func follow(_ form: Form, _ draft: RuleFormDraft) -> [Effect] {
    var form = form
    form.agree(draft)
    form.show(allObjections(to: form), onlyTouched: true)
    replaceForm(form)
    return preview(form, draft)
  }

  /// Hands in what stands in a form.
  mutating func save(_ form: Form, _ draft: RuleFormDraft) -> FormOutcome {
    guard let rule = try? RuleForm.rule(draft, value: { form.value($0) }) else { return .close([]) }
    let job = nextJob()
    return .wait(job, [.deals(job, .save(draft, rule))])
  }

  /// Says that a rule is kept, and shows it.
  mutating func finishRuleForm(_ form: Form) -> [Effect] {
    notify(.success, "\(form.title) saved; it tells of what arrives from now on")
    if clock.run != nil { clock.deeds += 1 }
    return reloadDeals()
  }
}

extension Form {
  /// Lets the fields mean what the line says if the line was typed in, else the line what the fields say. What cannot be
  /// read changes nothing.
  fileprivate mutating func agree(_ draft: RuleFormDraft) {
    if focused?.id == RuleForm.line {
      guard let rule = try? RuleLine.parse(text(RuleForm.line), places: draft.places) else { return }
      let values = RuleForm.values(rule, draft)
      for index in fields.indices where fields[index].id != RuleForm.line {
        guard let value = values[fields[index].id], value.shown != fields[index].value.shown else { continue }
        fields[index].value = value
      }
    } else {
      guard let rule = try? RuleForm.rule(draft, value: { value($0) }),
        let index = fields.firstIndex(where: { $0.id == RuleForm.line }), var entry = fields[index].value.entry
      else { return }
      let line = RuleLine.print(rule)
      guard line != entry.text else { return }
      entry.replace(with: line)
      fields[index].value.entry = entry
    }
  }
}
