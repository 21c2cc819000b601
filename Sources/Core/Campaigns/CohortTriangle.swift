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
