/// Decides when an alert is told. The decision is made when the alert is due, by what its person wishes then.
///
/// In this order: an alert nobody asks for any more is cancelled; one of a category its person does not want is dropped;
/// what belongs into a digest waits for it, and disturbs nobody at any hour; quiet hours hold; above the day's cap an
/// alert goes into the digest; above the hour's limits it is told by one alert for all of them. Urgent alerts pass
/// digest and cap, and quiet hours where the person allows it.
package struct AlertTiming: Sendable {
  /// Most alerts an hour by one rule, and to one person.
  package static let perHourByRule = 10
  package static let perHour = 20

  package let preferences: Preferences
  package let zone: ZoneTable

  package init(_ preferences: Preferences, in zone: ZoneTable) {
    self.preferences = preferences
    self.zone = zone
  }

  /// What becomes of an alert that is due at `now`.
  package func decide(_ alert: PendingAlert, now: Timestamp) -> AlertDecision {
    if let reason = alert.cancellation { return .cancel(reason) }
    // What its person asked to be reminded of, and what stands for others, waits for nothing but the end of the night.
    guard !alert.isSnoozed, alert.kind == .deal || alert.kind == .price else { return quiet(now) ?? .send }
    if let reason = unwanted(alert.category) { return .drop(reason) }
    if !alert.isUrgent, let decision = digest(alert.frequency ?? preferences.alertFrequency, now) { return decision }
    if !(alert.isUrgent && preferences.urgentAtNight), let decision = quiet(now) { return decision }
    if !alert.isUrgent, let decision = capped(alert.counts.today, now) { return decision }
    return throttled(alert, now) ?? .send
  }

  private func unwanted(_ category: String?) -> AlertReason? {
    if let category, preferences.blockedCategories.contains(category) {
      return AlertReason(.blockedCategory, "\(category) is blocked")
    }
    guard !preferences.alertCategories.isEmpty else { return nil }
    if let category, preferences.alertCategories.contains(category) { return nil }
    let wanted = Words.either(preferences.alertCategories.sorted())
    return AlertReason(.otherCategory, category.map { "\($0) is not \(wanted)" } ?? "no category, so not \(wanted)")
  }

  private func digest(_ frequency: Preferences.AlertFrequency, _ now: Timestamp) -> AlertDecision? {
    guard let cadence = frequency.cadence else { return nil }
    return .digest(
      NotificationWindows(in: zone).next(cadence, after: now),
      AlertReason(.frequency, "\(cadence.rawValue) digest asked for"))
  }

  private func quiet(_ now: Timestamp) -> AlertDecision? {
    let quiet = QuietTimes(preferences.quietHours, in: zone)
    let stretches = quiet.stretches(at: now)
    guard !stretches.isEmpty else { return nil }
    let text = "quiet hours " + Words.all(stretches.map(\.text))
    // Where it is quiet all week, it is asked again in a week.
    return .hold(until: quiet.end(from: now) ?? now + .days(7), AlertReason(.quietHours, text))
  }

  private func capped(_ today: Int, _ now: Timestamp) -> AlertDecision? {
    guard let cap = preferences.alertsPerDay, today >= cap else { return nil }
    return .digest(
      NotificationWindows(in: zone).next(preferences.alertFrequency.cadence ?? .daily, after: now),
      AlertReason(.dailyCap, "\(Words.count(cap, "alert")) a day, all sent today"))
  }

  private func throttled(_ alert: PendingAlert, _ now: Timestamp) -> AlertDecision? {
    let end = zone.hour(of: now).end
    if alert.counts.thisHourByRule >= Self.perHourByRule {
      return .collapse(
        until: end, AlertReason(.ruleThrottle, "more than \(Self.perHourByRule) by this rule in an hour"))
    }
    if alert.counts.thisHour >= Self.perHour {
      return .collapse(until: end, AlertReason(.personThrottle, "more than \(Self.perHour) in an hour"))
    }
    return nil
  }
}

extension Preferences.AlertFrequency {
  /// The digests it waits for; nil for none.
  package var cadence: NotificationWindow.Cadence? {
    switch self {
    case .immediate: nil
    case .daily: .daily
    case .weekly: .weekly
    }
  }
}
