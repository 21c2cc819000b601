import Core

extension Timestamp {
  /// Date, hour and minute on a clock, for people: 2026-11-20 17:42.
  func text(in zone: ZoneTable?) -> String {
    let local = (zone ?? .utc).localTime(at: self)
    return "\(local.date) \(local.clock)"
  }
}

extension ParkingSession {
  /// The clock of the place.
  var clock: ZoneTable { SystemZones.zones.table(zone) ?? .utc }
}
