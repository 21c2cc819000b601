import Core

extension Store {
  /// Books what a campaign costs once: on the day it starts, or, once it has begun, what the new amount differs by, on
  /// the day it is changed. Before it begins a booking moves with its start. Inside a write.
  /// - Parameter before: as it was; nil for a new one.
  /// - Throws: ``StoreError/exhausted(code:sentence:)`` for more than its budget has left.
  func bookFixedCost(
    of campaign: Campaign, before: Campaign?, by actor: Actor, now: Timestamp
  ) throws(StoreError) {
    let fixed = campaign.costs.fixedMicros
    let start = campaign.startsAt ?? now
    guard let before else { return try charge(fixed, to: campaign, at: start, "fixed cost", by: actor, now: now) }
    let was = before.costs.fixedMicros
    if let planned = before.startsAt, now < planned {
      guard was != fixed || planned != start else { return }
      try charge(-was, to: campaign, at: planned, "fixed cost taken back", by: actor, now: now)
      try charge(fixed, to: campaign, at: start, "fixed cost", by: actor, now: now)
    } else {
      try charge(fixed - was, to: campaign, at: now, "fixed cost changed", by: actor, now: now)
    }
  }

  /// Books a cost that no interaction causes.
  func charge(
    _ micros: Int64, to campaign: Campaign, at instant: Timestamp, _ note: String, by actor: Actor, now: Timestamp
  ) throws(StoreError) {
    guard micros != 0 else { return }
    let entry = OfferCampaigns.Entry(campaign: campaign, zone: try zone(campaign.zone))
    if let left = try purse(of: entry, at: instant).left, micros > left {
      throw .exhausted(
        code: HeldBackCode.budgetSpent.name,
        sentence:
          "campaign \(campaign.id) has \(Money(cents: CampaignCounts.cents(ofMicros: left), campaign.currency)) "
          + "left, less than what is to be booked; raise its budget first")
    }
    try connection.run(
      """
      INSERT INTO campaign_charge (campaign_id, at, recorded_at, spend_micros, actor, note)
      VALUES (:campaign, :at, :now, :micros, :actor, :note)
      """,
      [
        ":campaign": .id(campaign.id), ":at": .instant(instant), ":now": .instant(now), ":micros": .integer(micros),
        ":actor": .text(actor.description), ":note": .text(note),
      ])
    campaignCounts.purses[campaign.id]?.left? -= micros
    campaignCounts.addCharge(micros, of: entry, at: instant)
    touch(.log)
  }
}
