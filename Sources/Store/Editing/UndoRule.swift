import Core

extension Store {
  /// Brings back the facts a rule had before a command; what it raised and told stays. A rule that comes back, or is
  /// enabled again, speaks from now on. Where there was none before, it goes again.
  func revertRule(_ target: LoggedCommand, by actor: Actor, now: Timestamp) throws(StoreError) -> CommandChange {
    try permitOperator(actor, to: "edit rules")
    let id = AlertRule.ID(target.subject.id)
    let current = try ruleIfAny(id)
    let (before, after) = try facts(of: target.id)
    guard try stands(target, at: current?.version) else {
      let left = try after.map { json throws(StoreError) in try LoggedRule(json).draft }
      let names = left.flatMap { left in current.map { RuleDraft($0).differences(from: left) } } ?? []
      throw .changedSince(target, by: try lastEditor(of: target.subject), names)
    }
    guard let before else {
      if let current { try remove(current, now: now) }
      return CommandChange(versionBefore: current?.version, before: current?.logged, undoes: target.id)
    }
    let version = try lastVersion(of: target.subject, atLeast: current?.version ?? 0) + 1
    let logged = try LoggedRule(before)
    if let other = try rule(named: logged.draft.title, of: logged.person), other != id {
      throw .conflict(
        code: "duplicate", sentence: "rule \(other) is called '\(logged.draft.title)' by now; rename it first")
    }
    if let current {
      _ = try write(logged.draft, of: current, version: version, now: now)
    } else {
      _ = try person(logged.person)
      _ = try insert(
        logged.draft, number: id, of: logged.person, version: version, from: lastSequence(), now: now)
      try rulesChanged(id, of: logged.person, now: now)
    }
    return CommandChange(
      versionBefore: current?.version, versionAfter: version,
      factsOf: try factsVersion(target.versionBefore, of: target.subject), before: current?.logged, after: before,
      undoes: target.id)
  }
}

/// A rule as the command log keeps it.
private struct LoggedRule {
  let person: Person.ID
  let draft: RuleDraft

  init(_ json: JSON) throws(StoreError) {
    do {
      var fields = try JSONFields(json)
      person = Person.ID(try fields.require(fields.integer("person_id"), "person_id"))
      draft = try RuleDraft(reading: &fields)
      try fields.finish()
    } catch {
      throw .corrupt(detail: "the command log holds a rule whose \(error)")
    }
  }
}
