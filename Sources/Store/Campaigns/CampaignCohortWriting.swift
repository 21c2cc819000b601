import Core

extension Store {
  /// Writes what people did in the transaction, and moves what that changes in their cohorts: a person's first accepted
  /// week may turn out to be an earlier one.
  func flushVisits() throws(StoreError) {
    let people = Dictionary(grouping: campaignCounts.visits) {
      PersonInCampaign(person: $0.key.person, campaign: $0.key.campaign)
    }
    for (person, added) in people {
      let before = try weeks(of: person)
      var after = before
      for (key, visits) in added {
        after[key.week, default: Visits()] += visits
        try write(after[key.week] ?? visits, of: key)
      }
      var change = CohortRows(after)
      change.subtract(CohortRows(before))
      for (key, row) in change.rows { try add(row, cohort: key.cohort, week: key.week, of: person.campaign) }
    }
  }

  private func weeks(of key: PersonInCampaign) throws(StoreError) -> [Int64: Visits] {
    var weeks: [Int64: Visits] = [:]
    try connection.each(
      """
      SELECT week, acceptances, redemptions, revenue_cents
        FROM campaign_person_week
       WHERE person_id = :person
         AND campaign_id = :campaign
      """,
      [":person": .integer(key.person), ":campaign": .integer(key.campaign)]
    ) { row throws(StoreError) in
      weeks[row.integer(0)] = Visits(
        acceptances: row.integer(1), redemptions: row.integer(2), revenueCents: row.integer(3))
    }
    return weeks
  }

  func write(_ visits: Visits, of key: PersonWeek) throws(StoreError) {
    try connection.run(
      """
      INSERT OR REPLACE INTO campaign_person_week (
        person_id, campaign_id, week, acceptances, redemptions, revenue_cents)
      VALUES (:person, :campaign, :week, :acceptances, :redemptions, :revenue)
      """,
      [
        ":person": .integer(key.person), ":campaign": .integer(key.campaign), ":week": .integer(key.week),
        ":acceptances": .integer(visits.acceptances), ":redemptions": .integer(visits.redemptions),
        ":revenue": .integer(visits.revenueCents),
      ])
  }

  func add(_ row: CohortRows.Row, cohort: Int64, week: Int64, of campaign: Int64) throws(StoreError) {
    guard row != CohortRows.Row() else { return }
    try connection.run(
      """
      INSERT INTO rollup_campaign_cohort (campaign_id, cohort, week, people, revenue_cents)
      VALUES (:campaign, :cohort, :week, :people, :revenue)
      ON CONFLICT (campaign_id, cohort, week) DO UPDATE SET
        people = people + excluded.people,
        revenue_cents = revenue_cents + excluded.revenue_cents
      """,
      [
        ":campaign": .integer(campaign), ":cohort": .integer(cohort), ":week": .integer(week),
        ":people": .integer(row.people), ":revenue": .integer(row.revenueCents),
      ])
  }

  /// An erased person's weeks pass to the pseudonym; what was counted stays. Plan: primary key.
  func forgetWeeks(of id: Person.ID, as pseudonym: Person.ID) throws(StoreError) {
    try connection.run(
      """
      UPDATE campaign_person_week
         SET person_id = :pseudonym
       WHERE person_id = :person
      """,
      [":pseudonym": .id(pseudonym), ":person": .id(id)])
  }
}

/// A person in a campaign.
struct PersonInCampaign: Hashable {
  let person: Int64
  let campaign: Int64
}

/// A person's part in the cohorts of a campaign, or everybody's.
struct CohortRows {
  struct Key: Hashable {
    let cohort: Int64
    let week: Int64
  }

  struct Row: Hashable {
    var people: Int64 = 0
    var revenueCents: Int64 = 0
  }

  fileprivate(set) var rows: [Key: Row] = [:]

  /// Nobody's.
  init() {}

  /// Of one person: the cohort is the first week with an acceptance; without one the person is in none, and what was
  /// before it counts nowhere.
  init(_ weeks: [Int64: Visits]) {
    guard let cohort = weeks.filter({ $0.value.acceptances > 0 }).keys.min() else { return }
    for (week, visits) in weeks where week >= cohort {
      rows[Key(cohort: cohort, week: week)] = Row(
        people: visits.isActive ? 1 : 0, revenueCents: visits.revenueCents)
    }
  }

  mutating func add(_ other: CohortRows) {
    for (key, row) in other.rows {
      rows[key, default: Row()].people += row.people
      rows[key, default: Row()].revenueCents += row.revenueCents
    }
  }

  /// Whether nothing is left.
  var isZero: Bool { rows.values.allSatisfy { $0 == Row() } }

  mutating func subtract(_ row: Row, cohort: Int64, week: Int64) {
    rows[Key(cohort: cohort, week: week), default: Row()].people -= row.people
    rows[Key(cohort: cohort, week: week), default: Row()].revenueCents -= row.revenueCents
  }

  mutating func subtract(_ other: CohortRows) {
    for (key, row) in other.rows {
      rows[key, default: Row()].people -= row.people
      rows[key, default: Row()].revenueCents -= row.revenueCents
    }
  }
}
