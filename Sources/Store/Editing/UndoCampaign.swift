import Core

extension Store {
  /// Brings back the facts a campaign had before a command; what was booked meanwhile stays. Where there was no campaign
  /// before, it goes again, as long as nothing was counted of it and nothing compares it.
  func revertCampaign(_ target: LoggedCommand, by actor: Actor, now: Timestamp) throws(StoreError) -> CommandChange {
    try permitStaff(actor, to: "edit campaigns")
    let id = Campaign.ID(target.subject.id)
    let current = try campaignIfAny(id)
    let (before, after) = try facts(of: target.id)
    guard try stands(target, at: current?.version) else {
      let left = try after.map { json throws(StoreError) in try CampaignDraft.stored(json) }
      let names = left.flatMap { left in current.map { CampaignDraft($0).differences(from: left) } } ?? []
      throw .changedSince(target, by: try lastEditor(of: target.subject), names)
    }
    let version = try lastVersion(of: target.subject, atLeast: current?.version ?? 0) + 1
    let was = current.map { JSON.object(CampaignDraft($0).facts) }
    guard let before else {
      if let current { try remove(current) }
      return CommandChange(versionBefore: current?.version, before: was, undoes: target.id)
    }
    let draft = try CampaignDraft.stored(before)
    if let current {
      try write(draft, of: current, version: version, by: actor, now: now)
    } else {
      try refuseTaken(draft.name, exceptBy: nil)
      _ = try insert(draft, number: id, version: version, now: target.at)
      try takeUp(draft.offers, into: id, now: now)
      campaignsChanged()
      try bookFixedCost(of: campaign(id), before: nil, by: actor, now: now)
      try renewSpent(id, at: now)
    }
    return CommandChange(
      versionBefore: current?.version, versionAfter: version,
      factsOf: try factsVersion(target.versionBefore, of: target.subject), before: was, after: before,
      undoes: target.id)
  }

  private func remove(_ campaign: Campaign) throws(StoreError) {
    let isUsed = try connection.exists(
      """
      SELECT 1
        FROM rollup_campaign_day
       WHERE campaign_id = :id
       UNION ALL
      SELECT 1
        FROM campaign_charge
       WHERE campaign_id = :id
       UNION ALL
      SELECT 1
        FROM imported_campaign_row
       WHERE campaign_id = :id
       UNION ALL
      SELECT 1
        FROM experiment_arm
       WHERE campaign_id = :id
       UNION ALL
      SELECT 1
        FROM campaign_monitor
       WHERE campaign_id = :id
       LIMIT 1
      """,
      [":id": .id(campaign.id)])
    guard !isUsed else {
      throw .campaign(
        campaign, cannotBe: "taken back", "something was booked on it or compares it already; end it instead")
    }
    for offer in campaign.offers { try release(offer) }
    try connection.run("DELETE FROM campaign WHERE id = :id", [":id": .id(campaign.id)])
    campaignsChanged()
  }
}

extension CampaignDraft {
  /// Reads facts of the command log.
  fileprivate static func stored(_ json: JSON) throws(StoreError) -> CampaignDraft {
    do {
      return try CampaignDraft(facts: json)
    } catch {
      throw .corrupt(detail: "the command log holds a campaign whose \(error)")
    }
  }
}
