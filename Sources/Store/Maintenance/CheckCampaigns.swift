import Core

extension Store {
  /// Rollups of campaigns that are not the sums of the log, the ledger, charges and imports; budgets that were exceeded;
  /// and interactions that say only half of what they count for.
  func wrongCampaigns() throws(StoreError) -> [String] {
    let counted = try PendingCampaigns(recounting: self)
    let corrections = try CampaignCorrections(counted, in: self)
    return corrections.findings + (try wrongBudgets()) + (try halfBookings()) + (try wrongFlags())
  }

  /// No budget is exceeded by what was booked here, and offers are held back exactly where one is used up.
  private func wrongBudgets() throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT campaign.id, campaign.budget_cents * 10000, campaign.spent_until,
             (SELECT ifnull(sum(spend_micros), 0)
                FROM rollup_campaign_day
               WHERE rollup_campaign_day.campaign_id = campaign.id)
        FROM campaign
       WHERE campaign.budget_cents IS NOT NULL
         AND NOT EXISTS (
           SELECT id
             FROM imported_campaign_row
            WHERE imported_campaign_row.campaign_id = campaign.id)
       ORDER BY campaign.id
      """
    ) { row throws(StoreError) in
      let (budget, spent) = (row.integer(1), row.integer(3))
      let isHeld = !row.isNull(2) && row.instant(2) == Campaign.never
      if spent > budget { return "campaign \(row.integer(0)) spent more than its budget" }
      guard isHeld != (spent >= budget) else { return nil }
      return isHeld
        ? "campaign \(row.integer(0)) is held back, though its budget has money left"
        : "campaign \(row.integer(0)) is not held back, though its budget is used up"
    }.compactMap(\.self)
  }

  private func halfBookings() throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT id
        FROM interaction
       WHERE campaign_id IS NOT NULL
         AND (segment IS NULL OR spend_micros IS NULL OR campaign_id NOT IN (SELECT id FROM campaign))
       LIMIT 1000
      """
    ) { row throws(StoreError) in "interaction \(row.integer(0)) counts for a campaign that is not there, or in part" }
  }
}

extension CampaignCorrections {
  /// What is wrong, in words.
  fileprivate var findings: [String] {
    func day(_ number: Int64) -> String { "day \(CivilDate(dayNumber: Int(number)))" }
    let days = counts.days.map(\.key).map {
      "campaign \($0.campaign), \(day($0.period)): the rollup is not the sum of the log"
    }
    let hours = counts.hours.map(\.key).map {
      "campaign \($0.campaign), hour \(Timestamp(milliseconds: $0.period).rfc3339): the rollup is not the sum of the log"
    }
    let segments = counts.segments.map(\.key).map {
      "campaign \($0.owner.campaign), \($0.owner.dimension) \(PlainText.printable($0.owner.value, limit: 40)), "
        + "\(day($0.period)): the rollup "
        + "is not the sum of the log"
    }
    let offers = counts.offers.map(\.key).map {
      "campaign \($0.owner.campaign), offer \($0.owner.offer), \(day($0.period)): the rollup is not the sum of the log"
    }
    let portfolio = counts.portfolio.map(\.key).map {
      "\($0.owner), \(day($0.period)): campaigns together are not their sum"
    }
    let sums = totals.map { "campaign \($0): running totals are not the sums of its days" }
    let people = weeks.keys.map { "campaign \($0.campaign), person \($0.person): another week is stored" }
    let triangles = cohorts.keys.map { "campaign \($0): the cohorts are not those of its people" }
    return (days + hours + segments + offers + portfolio + sums + people + triangles).sorted()
  }
}
