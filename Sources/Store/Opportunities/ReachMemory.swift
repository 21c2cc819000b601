import Core

/// The sample that reaches are estimated of, and the latest estimate.
struct ReachMemory {
  /// The time a sample is of.
  static let span = TimeSpan.days(7)

  /// How long a sample stands for the present, on the town's clock.
  private static let freshness = TimeSpan.minutes(15)

  private let sample: ReachSample
  private var latest: (offer: Offer, estimate: ReachEstimate)?

  init(_ sample: ReachSample) {
    self.sample = sample
  }

  func holds(at now: Timestamp) -> Bool {
    sample.until <= now && now - sample.until < Self.freshness
  }

  /// The estimate for an offer; places taken or given back change none.
  mutating func estimate(for offer: Offer) -> ReachEstimate {
    var question = offer
    question.capacityLeft = nil
    if let latest, latest.offer == question { return latest.estimate }
    let estimate = sample.estimate(for: question)
    latest = (question, estimate)
    return estimate
  }
}
