import Core

extension Store {
  /// Takes a watch away again, or brings it back, armed; what it told stays.
  func revertWatch(_ target: LoggedCommand, by actor: Actor, now: Timestamp) throws(StoreError) -> CommandChange {
    try permitOperator(actor, to: "watch prices")
    let id = Watch.ID(target.subject.id)
    let current = try watchIfAny(id)
    let (before, _) = try facts(of: target.id)
    guard try stands(target, at: current?.version) else {
      throw .changedSince(target, by: try lastEditor(of: target.subject), [])
    }
    guard let before else {
      if let current { try remove(current, now: now) }
      return CommandChange(versionBefore: current?.version, before: current?.logged, undoes: target.id)
    }
    let version = try lastVersion(of: target.subject, atLeast: current?.version ?? 0) + 1
    let logged = try LoggedWatch(before)
    try refuseWatched(logged.draft.target, by: logged.person)
    _ = try insert(logged.draft, number: id, of: logged.person, version: version, now: now)
    return CommandChange(
      versionBefore: current?.version, versionAfter: version,
      factsOf: try factsVersion(target.versionBefore, of: target.subject), after: before, undoes: target.id)
  }
}

/// A watch as the command log keeps it.
private struct LoggedWatch {
  let person: Person.ID
  let draft: WatchDraft

  init(_ json: JSON) throws(StoreError) {
    do {
      var fields = try JSONFields(json)
      person = Person.ID(try fields.require(fields.integer("person_id"), "person_id"))
      let cents = try fields.require(fields.integer("threshold_cents"), "threshold_cents")
      let currency = try Currency(
        fields.require(fields.string("threshold_currency"), "threshold_currency"), field: "threshold_currency")
      let target: Watch.Target
      if let listing = try fields.integer("listing_id") {
        target = .listing(Listing.ID(listing))
      } else {
        target = .search(try RuleDraft(facts: fields.require(fields.value("search"), "search")).terms)
      }
      try fields.finish()
      draft = WatchDraft(target, atOrUnder: cents, currency: currency)
    } catch {
      throw .corrupt(detail: "the command log holds a watch whose \(error)")
    }
  }
}
