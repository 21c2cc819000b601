/// What a person has asked for. Every one is a hard limit, never a matter of score.
package struct Preferences: Hashable, Sendable {
  /// How many new offers a person sees in one of their local days.
  package enum OfferFrequency: String, Sendable, CaseIterable {
    case all, occasional, minimal

    /// Impressions per local day; nil is no cap.
    package var perDay: Int? {
      switch self {
      case .all: nil
      case .occasional: 3
      case .minimal: 1
      }
    }
  }

  /// How soon an alert is passed on.
  package enum AlertFrequency: String, Sendable, CaseIterable {
    case immediate, daily, weekly
  }

  /// A way to reach a person.
  package enum Channel: String, Sendable, CaseIterable {
    case terminal, email, sms, discord, push, webhook
  }

  package var enabled = true
  package var offerFrequency = OfferFrequency.all
  package var alertFrequency = AlertFrequency.immediate
  package var quietHours: [QuietHours] = []
  package var blockedDays = WeekdaySet.none
  package var preferredCategories: Set<String> = []
  package var blockedCategories: Set<String> = []
  package var blockedPartners: Set<Partner.ID> = []
  package var walkingLimit = defaultWalkingLimit
  package var channels: [Channel] = [.terminal]
  /// Most alerts in one local day; nil is no cap.
  package var alertsPerDay: Int? = 10
  /// Kinds of listings that are told of; empty is every kind.
  package var alertCategories: Set<String> = []
  /// Whether rules that are marked urgent are heard in quiet hours.
  package var urgentAtNight = false

  package static let defaultWalkingLimit = Metres(800)

  /// Metres a person can ask for.
  package static let walkingLimits = 0.0...50_000

  package init() {}

  /// - Throws: ``InvalidInput`` for a limit out of range, or a category that is blocked and asked for.
  package func check(field prefix: String = "") throws(InvalidInput) {
    func name(_ field: String) -> String { prefix.isEmpty ? field : "\(prefix).\(field)" }
    guard Self.walkingLimits.contains(walkingLimit.value) else {
      throw InvalidInput(field: name("walking_limit_metres"), "must be between 0 and 50,000 metres")
    }
    if let both = preferredCategories.intersection(blockedCategories).min() {
      throw InvalidInput(
        field: name("preferred_categories"), "holds '\(both)', which is also blocked; a category is one or the other")
    }
    if let both = alertCategories.intersection(blockedCategories).min() {
      throw InvalidInput(
        field: name("alert_categories"), "holds '\(both)', which is also blocked; a category is one or the other")
    }
    if let cap = alertsPerDay, !(1...10_000).contains(cap) {
      throw InvalidInput(field: name("caps.alerts_per_day"), "must be between 1 and 10,000")
    }
  }
}
