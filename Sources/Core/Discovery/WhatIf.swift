/// What is supposed in place of what is: anything left out stays as it is. A what-if is only looked at, never written.
package struct WhatIf: Hashable, Sendable {
  /// Weights in place of the ones in use. Factors that are not named share what is left of 100 as they do now.
  package var weights: [OfferFactor: Double]
  /// A weather in place of the real one; `.some(nil)` supposes that it is unknown.
  package var weather: Weather??
  /// Minutes until the session expires, counted from the moment of decision.
  package var minutesLeft: Double?
  /// How far the person walks, one way.
  package var walkingLimit: Metres?

  /// The longest stay that can be supposed, in minutes: a week.
  package static let longestStay = 10_080.0

  package init(
    weights: [OfferFactor: Double] = [:], weather: Weather?? = nil, minutesLeft: Double? = nil,
    walkingLimit: Metres? = nil
  ) {
    self.weights = weights
    self.weather = weather
    self.minutesLeft = minutesLeft
    self.walkingLimit = walkingLimit
  }

  /// Whether nothing is supposed.
  package var isEmpty: Bool { self == WhatIf() }

  /// - Throws: ``InvalidInput`` for a time or a distance nobody can mean.
  package func check() throws(InvalidInput) {
    if let minutesLeft, !(0...Self.longestStay).contains(minutesLeft) {
      throw InvalidInput(field: "minutes_left", "must be between 0 and 10,080 minutes, a week")
    }
    if let walkingLimit, !Preferences.walkingLimits.contains(walkingLimit.value) {
      throw InvalidInput(field: "walking_limit", "must be between 0 and 50,000 metres")
    }
  }

  /// The context as it would be. The stay then ends so many minutes from now, however long it was paid for.
  package func applied(to context: Context) -> Context {
    var supposed = context
    if let weather { supposed.weather = weather }
    if let minutesLeft {
      supposed.session.expiresAt = context.now + TimeSpan(milliseconds: Int64((minutesLeft * 60_000).rounded()))
    }
    if let walkingLimit { supposed.person.preferences.walkingLimit = walkingLimit }
    return supposed
  }
}
