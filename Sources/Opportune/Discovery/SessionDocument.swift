import Core

extension ParkingSession {
  /// The session as in every document.
  func json(at now: Timestamp) -> JSON {
    [
      "id": .id(id), "person_id": .id(personID), "place": .string(placeName), "lat": .number(position.latitude),
      "lng": .number(position.longitude), "zone": .string(zone), "started_at": .instant(startedAt),
      "expires_at": .instant(expiresAt), "ended_at": .instant(endedAt),
      "hourly_rate_cents": .optional(hourlyRateCents), "currency": .string(currency.code),
      "active": .bool(isActive(at: now)), "minutes_left": .optional(minutesLeft(at: now)),
    ]
  }

  /// The shape of ``json(at:)``.
  static let schema: Schema = .fields([
    "id": .integer, "person_id": .nullable(.integer), "place": .string, "lat": .number, "lng": .number,
    "zone": .string, "started_at": .nullable(.instant), "expires_at": .instant, "ended_at": .nullable(.instant),
    "hourly_rate_cents": .nullable(.integer), "currency": .string, "active": .boolean, "minutes_left": .number,
  ])

  /// Whether the car stands there at an instant.
  func isActive(at now: Timestamp) -> Bool {
    !hasEnded(at: now) && startedAt.map { $0 <= now } ?? true
  }

  /// Minutes until it expires, 0 once it is over.
  func minutesLeft(at now: Timestamp) -> Double {
    hasEnded(at: now) ? 0 : (expiresAt - now).minutes
  }
}
