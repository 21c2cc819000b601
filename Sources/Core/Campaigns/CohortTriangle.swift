/// People by the ISO week of their first acceptance in a campaign, and how many of them came back in each week after.
///
/// Made from ``CohortCount``s, which the store has in one row each; people nobody knows are in no cohort.
package struct CohortTriangle: Equatable, Sendable {
  package struct Cell: Hashable, Sendable {
    /// Weeks since the first; 0 is the cohort's own.
    package let age: Int
    package let people: Int64
    package let revenueCents: Int64
    /// The week has not ended yet.
    package let isRunning: Bool

    package init(age: Int, people: Int64, revenueCents: Int64, isRunning: Bool) {
      self.age = age
      self.people = people
      self.revenueCents = revenueCents
      self.isRunning = isRunning
    }
  }

  package struct Cohort: Hashable, Sendable {
    /// Monday of the week.
    package let week: CivilDate
    /// ISO: 2026-W47.
    package let label: String
    /// Everybody in it.
    package let people: Int64
    /// From age 0 up to the last week there has been; nobody is zero.
    package let cells: [Cell]

    package init(week: CivilDate, label: String, people: Int64, cells: [Cell]) {
      self.week = week
      self.label = label
      self.people = people
      self.cells = cells
    }

    /// The share of the cohort that was active at an age; nil before that week.
    package func rate(at age: Int) -> Rate? {
      cells.indices.contains(age) ? Rate(cells[age].people, of: people, "people in the cohort") : nil
    }

    package var revenueCents: Int64 { cells.reduce(0) { $0 + $1.revenueCents } }
  }

  /// Cohorts that are old enough, together: people who were active at an age, of all people in them.
  package struct Pooled: Hashable, Sendable {
    package let age: Int
    package let people: Int64
    package let base: Int64
    /// Revenue at this age per person of the base, in minor units.
    package let revenuePerPersonCents: Double?

    package init(age: Int, people: Int64, base: Int64, revenuePerPersonCents: Double?) {
      self.age = age
      self.people = people
      self.base = base
      self.revenuePerPersonCents = revenuePerPersonCents
    }

    package var rate: Rate { Rate(people, of: base, "people in cohorts so old") }
  }

  package let currency: Currency
  package let cohorts: [Cohort]
  /// By age; running weeks are left out.
  package let pooled: [Pooled]
  /// Acceptances of people nobody knows, who are in no cohort.
  package let anonymousAcceptances: Int64

  package init(currency: Currency, cohorts: [Cohort], pooled: [Pooled], anonymousAcceptances: Int64) {
    self.currency = currency
    self.cohorts = cohorts
    self.pooled = pooled
    self.anonymousAcceptances = anonymousAcceptances
  }
}

/// How many people of a cohort were active in a week, and what they paid.
package struct CohortCount: Hashable, Sendable {
  /// Monday of the week of the first acceptance.
  package let cohort: CivilDate
  /// Monday of the week that is counted.
  package let week: CivilDate
  package let people: Int64
  package let revenueCents: Int64

  package init(cohort: CivilDate, week: CivilDate, people: Int64, revenueCents: Int64) {
    self.cohort = cohort
    self.week = week
    self.people = people
    self.revenueCents = revenueCents
  }
}

extension CohortTriangle {
  /// From one row for each cohort and week with anybody in it, in any order.
  /// - Parameters:
  ///   - anonymousAcceptances: of people nobody knows.
  ///   - today: the campaign's day that has not ended yet; its week is running.
  package init(_ counts: [CohortCount], currency: Currency, anonymousAcceptances: Int64, today: CivilDate) {
    let byCohort = Dictionary(grouping: counts, by: \.cohort)
    let cohorts = byCohort.keys.sorted().map { week in
      Cohort(week: week, counts: byCohort[week] ?? [], running: today.monday)
    }
    self.init(
      currency: currency, cohorts: cohorts, pooled: Self.pooled(cohorts), anonymousAcceptances: anonymousAcceptances)
  }

  private static func pooled(_ cohorts: [Cohort]) -> [Pooled] {
    let ages = cohorts.map(\.cells.count).max() ?? 0
    return (0..<ages).compactMap { age in
      let old = cohorts.filter { $0.cells.indices.contains(age) && !$0.cells[age].isRunning }
      let base = old.reduce(0) { $0 + $1.people }
      guard base > 0 else { return nil }
      let revenue = old.reduce(0) { $0 + $1.cells[age].revenueCents }
      return Pooled(
        age: age, people: old.reduce(0) { $0 + $1.cells[age].people }, base: base,
        revenuePerPersonCents: Double(revenue) / Double(base))
    }
  }
}

extension CohortTriangle.Cohort {
  fileprivate init(week: CivilDate, counts: [CohortCount], running: CivilDate) {
    let byAge = Dictionary(counts.map { (($0.week.dayNumber - week.dayNumber) / 7, $0) }) { first, _ in first }
    let last = max((running.dayNumber - week.dayNumber) / 7, byAge.keys.max() ?? 0)
    self.init(
      week: week, label: week.isoWeek, people: byAge[0]?.people ?? 0,
      cells: (0...max(0, last)).map { age in
        CohortTriangle.Cell(
          age: age, people: byAge[age]?.people ?? 0, revenueCents: byAge[age]?.revenueCents ?? 0,
          isRunning: week.adding(days: 7 * age) >= running)
      })
  }
}
