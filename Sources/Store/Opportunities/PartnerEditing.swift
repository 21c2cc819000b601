import Core

extension Store {
  /// Stores a partner; an id of 0 asks for the next free one. Only operators say who is one.
  /// - Parameter loading: a file or a demo says what there is, and tells of itself in the command log.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for an id or e-mail address that is taken.
  @discardableResult
  package func addPartner(
    _ draft: Partner, by actor: Actor, loading: Bool = false, now: Timestamp
  ) throws(StoreError) -> Partner {
    let new = try checked(draft).with(id: draft.id, version: 1)
    return try write { () throws(StoreError) in
      try permitOperator(actor, to: "add partners")
      try refuseTaken(new)
      let partner = try insert(new, now: now)
      guard !loading else { return partner }
      try record(
        "partner add", .partner(partner.id), by: actor, partner: partner.id,
        change: CommandChange(versionAfter: partner.version, after: .object(partner.facts)), now: now)
      return partner
    }
  }

  /// Stores an edited partner. Its clock and currency stay, since all that was counted for it was counted by them.
  /// - Parameters:
  ///   - edited: carries the version that was read.
  ///   - loading: a file says what there is, whatever version, and tells of itself in the command log.
  /// - Returns: whether anything has changed.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` if somebody else edited that version first, for another clock or
  ///   currency, or an e-mail address that is taken; ``StoreError/refused(code:sentence:)`` to a partner that edits its
  ///   own terms.
  @discardableResult
  package func updatePartner(
    _ edited: Partner, by actor: Actor, loading: Bool = false, now: Timestamp
  ) throws(StoreError) -> Bool {
    let checked = try checked(edited)
    return try write { () throws(StoreError) in
      let known = try self.partner(checked.id)
      try permit(actor, toEdit: "partner", known.id, of: known.id)
      if !loading { try refuseStale(checked.version, known) }
      let next = checked.with(id: known.id, version: known.version + 1)
      let differences = next.differences(from: known)
      guard !differences.isEmpty else { return false }
      guard known.zone == next.zone, known.currency == next.currency else {
        throw .conflict(
          code: "fixed",
          sentence:
            "partner \(known.id) keeps the zone \(known.zone) and the currency \(known.currency) it was added with")
      }
      if let term = differences.first(where: Partner.terms.contains) {
        try permitOperator(actor, to: "change \(term)")
      }
      if next.email != known.email { try refuseTakenEmail(next) }
      try replace(next)
      guard !loading else { return true }
      try record(
        "partner edit", .partner(known.id), by: actor, partner: known.id,
        change: CommandChange(
          versionBefore: known.version, versionAfter: next.version, before: .object(known.facts),
          after: .object(next.facts)),
        note: differences.joined(separator: ", "), now: now)
      return true
    }
  }

  /// What a person typed, in the form it is stored, or the reason why it cannot be.
  private func checked(_ draft: Partner) throws(StoreError) -> Partner {
    var partner = draft
    try StoreError.checking { () throws(InvalidInput) in
      try draft.check()
      partner.name = try PlainText.checked(draft.name, field: "name")
      partner.category = try PlainText.checked(draft.category, field: "category", limit: 40).lowercased()
      partner.description = try PlainText.checked(
        draft.description, field: "description", limit: 2000, allowEmpty: true)
      partner.email = try draft.email.map { text throws(InvalidInput) in
        try PlainText.checked(text, field: "email").lowercased()
      }
      partner.phone = try draft.phone.map { text throws(InvalidInput) in
        try PlainText.checked(text, field: "phone", limit: 40)
      }
      partner.address = try draft.address.map { text throws(InvalidInput) in
        try PlainText.checked(text, field: "address", limit: 200)
      }
      if let url = draft.webhookURL {
        partner.webhookURL = try PlainText.checked(url, field: "webhook_url", limit: 500)
        let address = try WebhookAddress(url, field: "webhook_url")
        if world.kind == .live, let objection = address.objection {
          throw InvalidInput(field: "webhook_url", objection)
        }
      }
    }
    try zone(draft.zone, field: "zone")
    return partner
  }

  /// - Throws: ``StoreError/conflict(code:sentence:)`` naming who edited the version that is there.
  private func refuseStale(_ seen: Int, _ current: Partner) throws(StoreError) {
    guard current.version != seen else { return }
    let author = try lastEditor(of: .partner(current.id))
    throw .conflict(
      code: "version",
      sentence: "partner \(current.id) was changed meanwhile\(author.map { " by \($0)" } ?? "")"
        + " (version \(current.version)); look at it again")
  }

  private func refuseTaken(_ partner: Partner) throws(StoreError) {
    if try connection.exists("SELECT id FROM partner WHERE id = :id", [":id": .id(partner.id)]) {
      throw .conflict(code: "duplicate", sentence: "there is a partner \(partner.id) already; give another id")
    }
    try refuseTakenEmail(partner)
  }

  func refuseTakenEmail(_ partner: Partner) throws(StoreError) {
    guard let email = partner.email else { return }
    if try connection.exists("SELECT id FROM partner WHERE email = :email", [":email": .text(email)]) {
      throw .conflict(code: "duplicate", sentence: "a partner with the e-mail address \(email) exists already")
    }
  }
}

extension Partner {
  /// The facts it agreed on with the operators and does not change alone.
  fileprivate static let terms: Set = ["commission_basis_points", "auto_approve", "offer_limit"]
}
