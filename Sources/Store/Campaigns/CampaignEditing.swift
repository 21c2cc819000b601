import Core

extension Store {
  /// Puts offers together under a name, with what they may cost and whom they are for.
  /// - Throws: ``StoreError/invalid(_:)`` unless the draft passes ``CampaignDraft/check()`` and fits its offers' currency,
  ///   ``StoreError/conflict(code:sentence:)`` for a name that is taken, or an offer of another campaign that is not over.
  /// - Parameter loading: for a town that is being made: nobody's edit, and so none of the command log.
  @discardableResult
  package func createCampaign(
    _ draft: CampaignDraft, by actor: Actor, loading: Bool = false, now: Timestamp
  ) throws(StoreError) -> Campaign {
    let checked = try checked(draft)
    return try write { () throws(StoreError) in
      try permitStaff(actor, to: "create campaigns")
      try refuseTaken(checked.name, exceptBy: nil)
      let whole = try completed(checked)
      let id = try insert(whole, number: nil, version: 1, now: now)
      try takeUp(whole.offers, into: id, now: now)
      campaignsChanged()
      try bookFixedCost(of: campaign(id), before: nil, by: actor, now: now)
      try renewSpent(id, at: now)
      if !loading {
        try record(
          "campaign create", .campaign(id), by: actor,
          change: CommandChange(versionAfter: 1, after: .object(whole.facts)), note: whole.name, now: now)
      }
      return try campaign(id)
    }
  }

  /// Changes a campaign; what was booked stays booked, and a difference of the fixed cost is booked today.
  /// - Parameter version: the one that was read, where a change meanwhile matters; nil for whatever is there.
  /// - Returns: the campaign, also where nothing differs and nothing was written.
  /// - Throws: as ``createCampaign(_:by:now:)``, and ``StoreError/conflict(code:sentence:)`` for one that has ended or was
  ///   changed meanwhile.
  @discardableResult
  package func editCampaign(
    _ id: Campaign.ID, _ draft: CampaignDraft, version: Int? = nil, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Campaign {
    let checked = try checked(draft)
    return try write { () throws(StoreError) in
      try permitStaff(actor, to: "edit campaigns")
      let current = try campaign(id)
      if let version { try refuseStale(version, current) }
      let whole = try completed(checked)
      let before = CampaignDraft(current)
      let differences = whole.differences(from: before)
      guard !differences.isEmpty else { return current }
      try write(whole, of: current, version: current.version + 1, by: actor, now: now)
      try record(
        "campaign edit", .campaign(id), by: actor,
        change: CommandChange(
          versionBefore: current.version, versionAfter: current.version + 1, before: .object(before.facts),
          after: .object(whole.facts)),
        note: differences.joined(separator: ", "), now: now)
      return try campaign(id)
    }
  }

  /// Copies and caches follow an edit: what people are shown depends on what runs.
  func campaignsChanged() {
    touch(.campaigns)
    memory.campaigns = nil
  }

  /// What a person typed, in the form it is stored, or the reason why it cannot be.
  private func checked(_ draft: CampaignDraft) throws(StoreError) -> CampaignDraft {
    if let name = draft.zone { try zone(name, field: "zone") }
    return try StoreError.checking { () throws(InvalidInput) in
      try draft.check()
      var checked = draft
      checked.name = try PlainText.checked(draft.name, field: "name", limit: 80)
      return checked
    }
  }

  /// The draft with the currency and the zone it did not name. All its offers are in that currency.
  private func completed(_ draft: CampaignDraft) throws(StoreError) -> CampaignDraft {
    let offers = try draft.offers.map { id throws(StoreError) in try offer(id) }
    var draft = draft
    let currency = draft.currency ?? offers.first?.currency ?? .usd
    if let other = offers.first(where: { $0.currency != currency }) {
      throw .invalid(
        InvalidInput(
          field: "offers",
          "names offer \(other.id), which is in \(other.currency), for a campaign in \(currency); money is not mixed"))
    }
    draft.currency = currency
    draft.zone = draft.zone ?? world.zone
    return draft
  }

  /// Writes facts over a campaign, moves its offers and books what its fixed cost differs by. Inside a write.
  func write(
    _ draft: CampaignDraft, of current: Campaign, version: Int, by actor: Actor, now: Timestamp
  ) throws(StoreError) {
    guard current.state != .ended else { throw .campaign(current, cannotBe: "edited", "what it earned stays") }
    try refuseTaken(draft.name, exceptBy: current.id)
    try refuseContradictions(draft, current)
    try update(draft, of: current.id, version: version)
    let kept = Set(draft.offers)
    for offer in current.offers where !kept.contains(offer) { try release(offer) }
    try takeUp(draft.offers.filter { !current.offers.contains($0) }, into: current.id, now: now)
    campaignsChanged()
    campaignCounts.purses[current.id] = nil
    try bookFixedCost(of: campaign(current.id), before: current, by: actor, now: now)
    try renewSpent(current.id, at: now)
  }

  /// What was counted was counted in a currency, on a clock and within a budget.
  private func refuseContradictions(_ draft: CampaignDraft, _ current: Campaign) throws(StoreError) {
    let isCounted = try connection.exists(
      """
      SELECT day
        FROM rollup_campaign_day
       WHERE campaign_id = :id
       LIMIT 1
      """,
      [":id": .id(current.id)])
    let spent = try spentInAll(by: current.id)
    try StoreError.checking { () throws(InvalidInput) in
      guard !isCounted || draft.currency == current.currency else {
        throw InvalidInput(field: "currency", "stays \(current.currency): amounts were counted in it")
      }
      guard !isCounted || draft.zone == current.zone else {
        throw InvalidInput(field: "zone", "stays \(current.zone): days were counted on its clock")
      }
      if let budget = draft.budgetCents, budget * CampaignCounts.microsPerCent < spent {
        let money = Money(cents: CampaignCounts.cents(ofMicros: spent), current.currency)
        throw InvalidInput(field: "budget", "is less than the \(money) that was spent; pause it or end it instead")
      }
    }
  }

  /// - Throws: ``StoreError/conflict(code:sentence:)`` naming who edited the version that is there.
  private func refuseStale(_ seen: Int, _ current: Campaign) throws(StoreError) {
    guard current.version != seen else { return }
    let author = try lastEditor(of: .campaign(current.id))
    throw .conflict(
      code: "version",
      sentence: "campaign \(current.id) was changed meanwhile\(author.map { " by \($0)" } ?? "")"
        + " (version \(current.version)); look at it again")
  }

  func refuseTaken(_ name: String, exceptBy id: Campaign.ID?) throws(StoreError) {
    let other = try connection.row(
      """
      SELECT id
        FROM campaign
       WHERE name = :name
      """,
      [":name": .text(name)]
    ) { row throws(StoreError) in Campaign.ID(row.integer(0)) }
    guard let other, other != id else { return }
    throw .conflict(code: "duplicate", sentence: "there is a campaign '\(name)' already; give another name")
  }
}

extension StoreError {
  /// A step that the state of a campaign does not allow.
  /// - Parameter done: as in "paused".
  static func campaign(_ campaign: Campaign, cannotBe done: String, _ way: String) -> StoreError {
    .conflict(
      code: "campaign.\(campaign.state.rawValue)",
      sentence: "campaign \(campaign.id) is \(campaign.state.rawValue) and cannot be \(done); \(way)")
  }
}
