import Core

extension State {
  /// Esc in a form: leaves it, but asks first when something would be lost.
  mutating func leaveForm() -> [Effect] {
    guard let form else { return [] }
    if let job = form.saving {
      return progress.contains { $0.job == job && $0.isCancellable } ? cancelWork() : []
    }
    guard form.isDirty else { return discardForm() }
    let discard = Choice.Option(title: "Leave it", detail: "y", outcome: .discardForm)
    dialogs.append(
      .choice(
        Choice(
          "Leave \"\(form.title)\"?", lines: ["What was changed in it is lost."], cancel: "Go on with it",
          options: [discard], isQuestion: true)))
    return []
  }

  /// Closes the uppermost form without saving.
  mutating func discardForm() -> [Effect] {
    guard let index = dialogs.lastIndex(where: { $0.form != nil }) else { return [] }
    return dialogs.remove(at: index).form.map { forsake($0) } ?? []
  }
}

/// What the store says to a form that was handed in.
extension State {
  /// The form is saved: it goes.
  mutating func finishForm(_ job: Job) -> [Effect] {
    endProgress(of: job)
    let form = dialogs.compactMap(\.form).first { $0.saving == job }
    dialogs.removeAll { $0.form?.saving == job }
    return form.map { finish($0) } ?? []
  }

  /// The store refuses what stands in the form; it says why, and the person goes on.
  mutating func refuse(_ job: Job, _ objections: [InvalidInput]) -> [Effect] {
    endProgress(of: job)
    failOpening(job, nil)
    changeForm(saving: job) { form in
      form.saving = nil
      form.show(objections, onlyTouched: false)
      form.focusFirstError()
    }
    return []
  }

  /// Somebody else saved meanwhile: the form shows yours, theirs and the base.
  mutating func overtake(_ job: Job, by author: String, _ theirs: [String: FieldValue]) -> [Effect] {
    endProgress(of: job)
    changeForm(saving: job) { form in
      form.saving = nil
      form.conflict = FormConflict(form, author: author, theirs: theirs)
    }
    return []
  }

  /// The work was stopped, as it was asked to.
  mutating func finishCancelled(_ job: Job) -> [Effect] {
    let title = progress.first { $0.job == job }?.title
    endProgress(of: job)
    if let title { notify(.information, "\(title) was stopped; nothing of it remains") }
    changeForm(saving: job) { $0.saving = nil }
    failOpening(job, nil)
    return []
  }

  /// Lets a form that could not be saved be changed again. False if no form waits for the job.
  mutating func failForm(_ job: Job, _ reason: String) -> Bool {
    changeForm(saving: job) { form in
      form.saving = nil
      form.problem = reason
    }
  }

  @discardableResult
  private mutating func changeForm(saving job: Job, _ change: (inout Form) -> Void) -> Bool {
    guard let index = dialogs.firstIndex(where: { $0.form?.saving == job }), case .form(var form) = dialogs[index]
    else { return false }
    change(&form)
    dialogs[index] = .form(form)
    return true
  }
}

extension Dialog {
  /// The form it is; nil for other dialogs.
  package var form: Form? {
    if case .form(let form) = self { form } else { nil }
  }
}
