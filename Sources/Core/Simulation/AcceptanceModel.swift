/// How simulated people answer offers, in one place. It is not the score and does not look at it: the engine can be
/// wrong about them, and `simulate --truth` says by how much.
///
/// A look goes down the first ``Constants/offersShown`` offers of the list, which is what a phone shows at once. The offer at position p, from 0, is opened with probability
///
///     logistic(0.4 + curiosity - 0.55 p)
///
/// and an opened one is accepted with probability
///
///     logistic(-2.2 + liking(category) + valueSense x ln(1 + worth / 400) - walkAversion x minutes' walk
///              + curiosity - 0.5 in rain or storm when the walk is over 3 minutes)
///
/// where worth is in cents. What is opened and not accepted is dismissed with probability logistic(-2.6 - liking): as too
/// far (walks over 7 minutes, 0.6), for want of time (use over 40 minutes, 0.5), else as not interesting, not relevant or
/// used already (6 : 3 : 1). One acceptance ends the look. Liking, valueSense, walkAversion and curiosity are the
/// person's ``Tastes``. Every probability is rounded before it is compared, see ``SeededGenerator/happens(_:)``.
package struct AcceptanceModel: Sendable {
  /// What somebody does with one offer on the list.
  enum Answer: Hashable, Sendable {
    case ignore
    case view
    case accept
    case dismiss(DismissalReason)
  }

  /// The numbers of the formulas above, under the names by which they are published.
  package struct Constants: Hashable, Sendable {
    package let offersShown = 5
    package let viewBase = 0.4
    package let viewPositionStep = -0.55
    package let acceptBase = -2.2
    package let worthScaleCents = 400.0
    package let wetPenalty = -0.5
    package let wetWalkMinutes = 3.0
    package let dismissBase = -2.6
    package let tooFarWalkMinutes = 7.0
    package let tooFarChance = 0.6
    package let noTimeUseMinutes = 40.0
    package let noTimeChance = 0.5
  }

  package static let constants = Constants()

  private let tastes: Tastes
  private let weather: Weather?

  package init(tastes: Tastes, weather: Weather?) {
    self.tastes = tastes
    self.weather = weather
  }

  /// Chance that the offer at a position, from 0, is opened.
  package func viewChance(position: Int) -> Double {
    guard position < Self.constants.offersShown else { return 0 }
    return logistic(Self.constants.viewBase + tastes.curiosity + Self.constants.viewPositionStep * Double(position))
  }

  /// Chance that an opened offer is accepted.
  package func acceptChance(_ offer: RankedOffer) -> Double {
    let minutes = (offer.walk.minutes * 1000).rounded() / 1000
    let wet = (weather == .rain || weather == .storm) && minutes > Self.constants.wetWalkMinutes
    let worth = roundedLog1p(Double(offer.valueCents) / Self.constants.worthScaleCents)
    return logistic(
      Self.constants.acceptBase + tastes.liking(of: offer.offer.category) + tastes.valueSense * worth
        - tastes.walkAversion * minutes + tastes.curiosity + (wet ? Self.constants.wetPenalty : 0))
  }

  /// Chance that an opened offer that is not accepted is dismissed.
  package func dismissChance(_ offer: RankedOffer) -> Double {
    logistic(Self.constants.dismissBase - tastes.liking(of: offer.offer.category))
  }

  func answer(_ offer: RankedOffer, position: Int, using generator: inout SeededGenerator) -> Answer {
    guard generator.happens(viewChance(position: position)) else { return .ignore }
    if generator.happens(acceptChance(offer)) { return .accept }
    guard generator.happens(dismissChance(offer)) else { return .view }
    return .dismiss(reason(for: offer, using: &generator))
  }

  private func reason(for offer: RankedOffer, using generator: inout SeededGenerator) -> DismissalReason {
    if offer.walk.minutes > Self.constants.tooFarWalkMinutes, generator.happens(Self.constants.tooFarChance) {
      return .tooFar
    }
    if offer.offer.useMinutes > Self.constants.noTimeUseMinutes,
      generator.happens(Self.constants.noTimeChance)
    {
      return .noTime
    }
    return [.notInterested, .notRelevant, .alreadyUsed][generator.position(weights: [6, 3, 1])]
  }
}
