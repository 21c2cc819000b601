/// How simulated people answer offers. It is not the score and does not look at it: the engine can be wrong about them.
///
/// A look goes down the list. Each offer is opened with a probability that falls with its position; an opened one is
/// accepted with probability logistic(u), where
/// u = -2.2 + liking + valueSense x ln(1 + worth / 400) - walkAversion x minutes' walk + curiosity
///     - 0.5 in rain or storm when the walk is over 3 minutes;
/// otherwise it may be dismissed, more readily when it is disliked. One acceptance ends the look.
struct AcceptanceModel: Sendable {
  /// What somebody does with one offer on the list.
  enum Answer: Hashable, Sendable {
    case ignore
    case view
    case accept
    case dismiss(DismissalReason)
  }

  let tastes: Tastes
  let weather: Weather?

  /// Chance that the offer at a position, from 0, is opened.
  func viewChance(position: Int) -> Double {
    logistic(0.4 + tastes.curiosity - 0.55 * Double(position))
  }

  /// Chance that an opened offer is accepted.
  func acceptChance(_ offer: RankedOffer) -> Double {
    let minutes = (offer.walk.minutes * 1000).rounded() / 1000
    let wet = (weather == .rain || weather == .storm) && minutes > 3
    let worth = roundedLog1p(Double(offer.valueCents) / 400)
    return logistic(
      -2.2 + (tastes.liking[offer.offer.category] ?? 0) + tastes.valueSense * worth - tastes.walkAversion * minutes
        + tastes.curiosity - (wet ? 0.5 : 0))
  }

  func answer(_ offer: RankedOffer, position: Int, using generator: inout SeededGenerator) -> Answer {
    guard generator.happens(viewChance(position: position)) else { return .ignore }
    if generator.happens(acceptChance(offer)) { return .accept }
    let liking = tastes.liking[offer.offer.category] ?? 0
    guard generator.happens(logistic(-2.6 - liking)) else { return .view }
    return .dismiss(reason(for: offer, using: &generator))
  }

  private func reason(for offer: RankedOffer, using generator: inout SeededGenerator) -> DismissalReason {
    if offer.walk.minutes > 7, generator.happens(0.6) { return .tooFar }
    if offer.offer.useMinutes > 40, generator.happens(0.5) { return .noTime }
    return [.notInterested, .notRelevant, .alreadyUsed, .other][generator.position(weights: [6, 3, 1, 0])]
  }
}
