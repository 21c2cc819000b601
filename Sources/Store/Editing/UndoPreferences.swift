import Core

extension Store {
  /// Brings back what a person asked for before a command.
  func revertPreferences(_ target: LoggedCommand, by actor: Actor, now: Timestamp) throws(StoreError) -> CommandChange {
    let person = Person.ID(target.subject.id)
    try permitOperator(actor, to: "change preferences")
    let current = try preferences(of: person)
    let version = try preferencesVersion(of: person)
    let (before, after) = try facts(of: target.id)
    guard try stands(target, at: version) else {
      let left = try after.map { json throws(StoreError) in try Preferences.stored(json) }
      throw .changedSince(
        target, by: try lastEditor(of: target.subject), left.map { current.differences(from: $0) } ?? [])
    }
    guard let before else { throw .corrupt(detail: "command \(target.id) does not say what was there before") }
    try replacePreferences(Preferences.stored(before), of: person)
    try reconsiderAlerts(of: person, now: now)
    return CommandChange(
      versionBefore: version, versionAfter: version + 1,
      factsOf: try factsVersion(target.versionBefore, of: target.subject), before: .object(current.facts),
      after: before,
      undoes: target.id)
  }
}

extension Preferences {
  /// Reads facts of the command log.
  fileprivate static func stored(_ json: JSON) throws(StoreError) -> Preferences {
    do {
      return try Preferences(facts: json)
    } catch {
      throw .corrupt(detail: "the command log holds preferences whose \(error)")
    }
  }
}
