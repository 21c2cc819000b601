import Core

extension Store {
  /// Brings back the facts a partner had before a command. One that was not there before goes again, as long as nothing
  /// is its own yet; its number is not given to another.
  func revertPartner(_ target: LoggedCommand, by actor: Actor, now: Timestamp) throws(StoreError) -> CommandChange {
    let id = Partner.ID(target.subject.id)
    let current = try partnerIfAny(id)
    if current != nil { try permit(actor, toEdit: "partner", id, of: id) }
    let (before, after) = try facts(of: target.id)
    guard try stands(target, at: current?.version) else {
      let left = try after.map { json throws(StoreError) in try Partner.stored(json, id: id) }
      let names = left.flatMap { left in current?.differences(from: left) } ?? []
      throw .changedSince(target, by: try lastEditor(of: target.subject), names)
    }
    let version = try lastVersion(of: target.subject, atLeast: current?.version ?? 0) + 1
    guard let before else {
      try permitOperator(actor, to: "remove partners")
      try remove(id)
      return CommandChange(
        versionBefore: current?.version, before: current.map { .object($0.facts) }, undoes: target.id)
    }
    let next = try Partner.stored(before, id: id).with(id: id, version: version)
    if next.email != current?.email { try refuseTakenEmail(next) }
    if current == nil {
      try permitOperator(actor, to: "add partners")
      _ = try insert(next, now: now)
    } else {
      try replace(next)
    }
    return CommandChange(
      versionBefore: current?.version, versionAfter: version,
      factsOf: try factsVersion(target.versionBefore, of: target.subject), before: current.map { .object($0.facts) },
      after: before, undoes: target.id)
  }

  private func remove(_ id: Partner.ID) throws(StoreError) {
    let isUsed = try connection.exists(
      """
      SELECT 1 FROM offer WHERE partner_id = :partner
      UNION ALL
      SELECT 1 FROM partner_key WHERE partner_id = :partner
      UNION ALL
      SELECT 1 FROM preference_partner WHERE partner_id = :partner
      """,
      [":partner": .id(id)])
    guard !isUsed else {
      throw .conflict(
        code: "undo.used",
        sentence: "partner \(id) has offers or keys by now, or somebody blocks it, and stays; edit it instead")
    }
    try connection.run("DELETE FROM partner WHERE id = :id", [":id": .id(id)])
    partnersChanged()
  }
}

extension Partner {
  /// Reads facts of the command log.
  fileprivate static func stored(_ json: JSON, id: ID) throws(StoreError) -> Partner {
    do {
      return try Partner(id: id, version: 1, facts: json)
    } catch {
      throw .corrupt(detail: "the command log holds a partner whose \(error)")
    }
  }
}
