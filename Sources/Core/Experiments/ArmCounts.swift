/// What is known of the exposed people of one arm: counts and sums, never rows.
package struct ArmCounts: Hashable, Sendable {
  /// People, each once.
  package var exposures: Int64
  /// Of them, those who accepted, redeemed and dismissed at least once after their exposure.
  package var acceptances: Int64
  package var redemptions: Int64
  package var dismissals: Int64
  /// What they paid, refunds taken off, in minor units.
  package var revenueCents: Int64
  /// Sum over people of the square of what each paid; exact up to 2^53.
  package var revenueSquares: Double

  package init(
    exposures: Int64 = 0, acceptances: Int64 = 0, redemptions: Int64 = 0, dismissals: Int64 = 0,
    revenueCents: Int64 = 0, revenueSquares: Double = 0
  ) {
    self.exposures = exposures
    self.acceptances = acceptances
    self.redemptions = redemptions
    self.dismissals = dismissals
    self.revenueCents = revenueCents
    self.revenueSquares = revenueSquares
  }

  /// What is gone if the other is taken off.
  package static func - (one: Self, other: Self) -> Self {
    Self(
      exposures: one.exposures - other.exposures, acceptances: one.acceptances - other.acceptances,
      redemptions: one.redemptions - other.redemptions, dismissals: one.dismissals - other.dismissals,
      revenueCents: one.revenueCents - other.revenueCents, revenueSquares: one.revenueSquares - other.revenueSquares)
  }

  package static func + (one: Self, other: Self) -> Self {
    Self(
      exposures: one.exposures + other.exposures, acceptances: one.acceptances + other.acceptances,
      redemptions: one.redemptions + other.redemptions, dismissals: one.dismissals + other.dismissals,
      revenueCents: one.revenueCents + other.revenueCents, revenueSquares: one.revenueSquares + other.revenueSquares)
  }
}

/// What one day added to each arm; the sum of all days is what is known now.
package struct ExperimentDay: Hashable, Sendable {
  /// The local day of the town, counted from 1970-01-01.
  package let day: Int
  /// In the order of the arms.
  package let arms: [ArmCounts]

  package init(day: Int, arms: [ArmCounts]) {
    self.day = day
    self.arms = arms
  }
}

/// The people of one kind, for a look at where a difference comes from.
package struct ExperimentSegment: Hashable, Sendable {
  /// As in "hour of the day", "weather", "new or known".
  package let dimension: String
  /// As in "evening".
  package let value: String
  /// In the order of the arms.
  package let arms: [ArmCounts]

  package init(dimension: String, value: String, arms: [ArmCounts]) {
    self.dimension = dimension
    self.value = value
    self.arms = arms
  }
}

/// Everything a result is computed from: the design and what was counted in the phase in use.
package struct ExperimentRecord: Hashable, Sendable {
  package let experiment: Experiment
  /// By day, the oldest first; days on which nothing was counted may be missing.
  package let days: [ExperimentDay]
  /// People seen in two arms; they are counted in neither.
  package let inTwoArms: Int64

  package init(experiment: Experiment, days: [ExperimentDay], inTwoArms: Int64 = 0) {
    self.experiment = experiment
    self.days = days
    self.inTwoArms = inTwoArms
  }
}
