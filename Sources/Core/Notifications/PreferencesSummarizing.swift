extension PreferencesSummary {
  /// Looks ahead for an ordinary alert that is raised at `now`.
  ///
  /// A digest has its window; else quiet hours are waited for, and where the day's cap is reached, the next local day.
  /// - Parameters:
  ///   - sentToday: alerts told at once in this local day.
  ///   - nextDigest: when the person's next digest is due, if one is.
  package init(
    of preferences: Preferences, person: Person, in zone: ZoneTable, sentToday: Int, held: [Digest.Held],
    nextDigest: NotificationWindow?, now: Timestamp
  ) {
    let timing = AlertTiming(preferences, in: zone)
    var at = now
    var holds: [AlertReason] = []
    // Each pass waits for one thing more; a week of quiet is not waited through twice.
    for _ in 0..<4 {
      let isToday = zone.localTime(at: at).date == zone.localTime(at: now).date
      let alert = PendingAlert(counts: .init(today: isToday ? sentToday : 0))
      switch timing.decide(alert, now: at) {
      case .hold(let until, let reason):
        holds.append(reason)
        at = until
        continue
      case .digest(let window, let reason) where reason.code == .frequency:
        holds.append(reason)
        at = window.at
      case .digest(_, let reason):
        // The alert itself goes into a digest; the next one that is told at once is tomorrow's.
        holds.append(reason)
        at = zone.day(of: at).end
        continue
      default: break
      }
      break
    }
    self.init(
      person: person, preferences: preferences, now: now, sentToday: sentToday, nextSend: at, holds: holds, held: held,
      nextDigest: nextDigest)
  }
}

extension Preferences {
  /// What decides when a person is told, in one line: `alerts daily at 09:00, quiet 22:00-07:00, at most 10 a day`.
  package var alertWords: String {
    var parts: [String]
    switch alertFrequency {
    case .immediate: parts = ["alerts at once"]
    case .daily: parts = ["alerts daily at \(NotificationWindows.hour)"]
    case .weekly: parts = ["alerts weekly, Monday at \(NotificationWindows.hour)"]
    }
    if !quietHours.isEmpty { parts.append("quiet " + Words.all(quietHours.map(\.text))) }
    parts.append(alertsPerDay.map { "at most \($0) a day" } ?? "as many as there are")
    if !alertCategories.isEmpty { parts.append("only " + Words.either(alertCategories.sorted())) }
    if !blockedCategories.isEmpty { parts.append("never " + Words.either(blockedCategories.sorted())) }
    if urgentAtNight { parts.append("urgent ones also in quiet hours") }
    return parts.joined(separator: "; ")
  }
}
