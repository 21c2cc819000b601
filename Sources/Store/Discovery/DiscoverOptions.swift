import Core

/// How a decision is asked for.
package struct DiscoverOptions: Hashable, Sendable {
  /// Most offers shown.
  package var limit = 10
  /// A weather to suppose instead of the real one; `.some(nil)` supposes that it is unknown.
  package var weather: Weather??
  /// The person looks around on their own account: quiet hours and blocked days do not count.
  package var browse = false
  package var dryRun = false
  /// Every reason against an offer, not only the first.
  package var allReasons = false
  /// Weights to suppose instead of the ones in use.
  package var profile: OfferProfile?

  package init(
    limit: Int = 10, weather: Weather?? = nil, browse: Bool = false, dryRun: Bool = false, allReasons: Bool = false,
    profile: OfferProfile? = nil
  ) {
    self.limit = limit
    self.weather = weather
    self.browse = browse
    self.dryRun = dryRun
    self.allReasons = allReasons
    self.profile = profile
  }

  /// Only what a person is really shown is written; browsing and supposing leave no trace.
  var isWritten: Bool { weather == nil && !browse && !dryRun && profile == nil }
}
