import Core

extension State {
  /// Asks for what the selected session's person asked for, to change it.
  mutating func editPreferences() -> [Effect] {
    guard let session = discovery.session, let person = session.personID else { return [] }
    let job = nextJob()
    deeds[job] = Deed(
      kind: .preferences, target: nil, sessionID: session.id, offerTitle: "", personName: discovery.personName)
    return [.loadWishes(job, person)]
  }

  /// Opens the form, unless something else has the keyboard by now.
  mutating func show(_ wishes: PersonWishes, from job: Job) {
    guard let deed = deeds.removeValue(forKey: job), dialogs.isEmpty else { return }
    dialogs.append(.form(PreferencesForm.form(wishes, of: deed.personName)))
  }

  /// Hands in what stands in a form.
  mutating func save(_ form: Form, _ wishes: PersonWishes) -> FormOutcome {
    do {
      let new = try PreferencesForm.preferences(wishes) { form.value($0) }
      let seen = try PreferencesForm.preferences(wishes) { form.baseValue($0) }
      let job = nextJob()
      return .wait(job, [.saveWishes(job, wishes, new, seen: seen)])
    } catch {
      // The form was judged before it is saved.
      return .close([])
    }
  }

  /// Says that a person's wishes are kept, and ranks by them.
  mutating func finishPreferences(_ form: Form) -> [Effect] {
    notify(.success, "\(form.title) saved")
    return refresh([.people])
  }
}
