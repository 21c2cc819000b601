import Core

/// One parking session as a city's export has it.
struct ImportedSession {
  /// Why a line is no session: the machine word and the sentence.
  struct Objection: Error {
    let reason: String
    let sentence: String
  }

  let externalID: String
  /// Nil is an anonymous driver.
  let userID: String?
  let placeName: String
  let position: Coordinate
  let start: Timestamp
  let end: Timestamp
  let hourlyRateCents: Int64?

  private static let refusedStatuses = ["Declined", "Transaction Cancelled", "No Time Purchased"]
  private static let technicians = ["Diagn. Card", "Maint. Credit", "Meter Swap"]

  /// Reads one line; the status speaks first, then the payment, then the times.
  ///
  /// The end that the file gives is the truth, since meters are topped up; the hourly rate is the amount over the hours
  /// bought.
  /// - Throws: ``Objection`` for a line that is no session, ``InvalidInput`` for one that cannot be read.
  init(_ row: ImportRow, zone: ZoneTable) throws {
    if let status = row.text("status"), Self.refusedStatuses.contains(status) {
      throw Objection(reason: "status:\(status)", sentence: "nothing was parked: \(status)")
    }
    if let payment = row.text("payment"), Self.technicians.contains(payment) {
      throw Objection(reason: "payment:\(payment)", sentence: "a technician's card, not a driver's: \(payment)")
    }
    externalID = try row.require("session_id")
    userID = row.text("user_id")
    position = try row.position()
    let (from, to) = (try row.wallTime("start_local"), try row.wallTime("end_local"))
    start = zone.instant(on: from.date, millisecondOfDay: from.millisecondOfDay)
    end = zone.instant(on: to.date, millisecondOfDay: to.millisecondOfDay)
    guard start < end else {
      throw Objection(reason: "end_not_after_start", sentence: "the end is not after the start")
    }
    placeName = try PlainText.checked(row.text("spot_id") ?? "spot", field: "spot_id")
    hourlyRateCents = try Self.hourlyRate(dollars: row.number("amount_usd"), minutes: row.number("minutes_bought"))
  }

  private static func hourlyRate(dollars: Double?, minutes: Double?) throws(InvalidInput) -> Int64? {
    if let dollars, dollars < 0 { throw InvalidInput(field: "amount_usd", "is less than nothing") }
    if let minutes, minutes < 0 { throw InvalidInput(field: "minutes_bought", "is less than nothing") }
    guard let dollars, let minutes, minutes > 0 else { return nil }
    let cents = (dollars * 100 / (minutes / 60) + 0.5).rounded(.down)
    return cents < 100_000_000 ? Int64(cents) : nil
  }
}
