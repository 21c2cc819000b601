import Core

extension Store {
  /// Takes what was given back off the revenue of the campaign its redemption counted for, on the refund's own day. Plan:
  /// `interaction_claim`, one entry.
  func countInCampaign(refund cents: Int64, of claim: Claim.ID, at instant: Timestamp) throws(StoreError) {
    let redeemed = try connection.row(
      """
      SELECT campaign_id, segment, offer_id, person_id
        FROM interaction
       WHERE claim_id = :claim
         AND type = 'redemption'
         AND campaign_id IS NOT NULL
      """,
      [":claim": .id(claim)]
    ) { row throws(StoreError) in
      (
        campaign: Campaign.ID(row.integer(0)), driver: DriverSegments(code: row.integer(1)),
        offer: Offer.ID(row.integer(2)), person: row.optional(3) { Person.ID(row.integer($0)) }
      )
    }
    guard let redeemed, let entry = try offerCampaigns()[redeemed.campaign] else { return }
    campaignCounts.addRefund(
      cents, driver: redeemed.driver, offer: redeemed.offer, of: redeemed.person, in: entry, at: instant)
  }
}
