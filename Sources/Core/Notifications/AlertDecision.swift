/// What becomes of an alert that is due.
package enum AlertDecision: Hashable, Sendable {
  case send
  /// Decided again at an instant.
  case hold(until: Timestamp, AlertReason)
  /// Put into the digest of a window.
  case digest(NotificationWindow, AlertReason)
  /// Told together with others by one alert at an instant, the end of the hour.
  case collapse(until: Timestamp, AlertReason)
  /// Never told, as the person wishes.
  case drop(AlertReason)
  /// Never told, since nobody asks for it any more.
  case cancel(AlertReason)

  package var reason: AlertReason? {
    switch self {
    case .send: nil
    case .hold(_, let reason), .digest(_, let reason), .collapse(_, let reason), .drop(let reason),
      .cancel(let reason):
      reason
    }
  }
}
