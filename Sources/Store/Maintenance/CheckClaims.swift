import Core

extension Store {
  /// Offers whose places taken are not their open and redeemed claims, or more than there are.
  func wrongCapacities() throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT offer.id, offer.capacity_taken, ifnull(claimed.count, 0)
        FROM offer
        LEFT JOIN (
          SELECT offer_id, count(*) AS count
            FROM claim
           WHERE state = 'open' OR state = 'redeemed'
           GROUP BY offer_id
        ) AS claimed ON claimed.offer_id = offer.id
       WHERE offer.capacity_taken <> ifnull(claimed.count, 0)
       ORDER BY offer.id
      """
    ) { row throws(StoreError) in
      "offer \(row.integer(0)) counts \(row.integer(1)) places taken, its claims are \(row.integer(2))"
    }
  }

  /// Claims without the interactions their state asks for, and interactions of no or another claim.
  func wrongClaims() throws(StoreError) -> [String] {
    let claims = try connection.rows(
      """
      SELECT claim.id, claim.state
        FROM claim
        LEFT JOIN interaction AS acceptance
               ON acceptance.claim_id = claim.id AND acceptance.type = 'acceptance'
        LEFT JOIN interaction AS redemption
               ON redemption.claim_id = claim.id AND redemption.type = 'redemption'
        LEFT JOIN interaction AS expiry
               ON expiry.claim_id = claim.id AND expiry.type = 'expiry'
       WHERE acceptance.id IS NULL
          OR acceptance.offer_id <> claim.offer_id
          OR acceptance.session_id <> claim.session_id
          OR acceptance.person_id IS NOT claim.person_id
          OR acceptance.value_cents <> claim.value_cents
          OR acceptance.at <> claim.claimed_at
          OR (redemption.id IS NOT NULL) <> (claim.state = 'redeemed')
          OR redemption.revenue_cents IS NOT claim.revenue_cents
          OR (expiry.id IS NOT NULL) <> (claim.state = 'expired')
       ORDER BY claim.id
       LIMIT 1000
      """
    ) { row throws(StoreError) in
      "claim \(row.integer(0)) is \(row.text(1)), which its interactions do not say"
    }
    let orphans = try connection.rows(
      """
      SELECT interaction.id, interaction.claim_id
        FROM interaction
        LEFT JOIN claim ON claim.id = interaction.claim_id
       WHERE interaction.claim_id IS NOT NULL
         AND claim.id IS NULL
       LIMIT 1000
      """
    ) { row throws(StoreError) in "interaction \(row.integer(0)) names claim \(row.integer(1)), which is missing" }
    return claims + orphans
  }

  /// Codes whose check character is wrong; that no two are equal is the index's part of the integrity check.
  func wrongCodes() throws(StoreError) -> [String] {
    var findings: [String] = []
    try connection.each(
      """
      SELECT id, code
        FROM claim
      """
    ) { row throws(StoreError) in
      if (try? ClaimCode(parsing: row.text(1))) == nil { findings.append("claim \(row.integer(0)) has a wrong code") }
    }
    return findings
  }

  /// Interactions that name an offer, a session, a partner or a decision that is not there.
  func strays() throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT interaction.id
        FROM interaction
        LEFT JOIN offer_version ON offer_version.offer_id = interaction.offer_id
                               AND offer_version.version = interaction.offer_version
        LEFT JOIN offer ON offer.id = interaction.offer_id AND offer.partner_id = interaction.partner_id
        LEFT JOIN session ON session.id = interaction.session_id AND session.person_id IS interaction.person_id
        LEFT JOIN decision ON decision.id = interaction.decision_id
       WHERE offer_version.offer_id IS NULL
          OR offer.id IS NULL
          OR session.id IS NULL
          OR (interaction.decision_id IS NOT NULL AND decision.id IS NULL)
       LIMIT 1000
      """
    ) { row throws(StoreError) in
      "interaction \(row.integer(0)) names an offer, session or decision that is not there"
    }
  }
}
