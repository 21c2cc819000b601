import Core

extension Preferences {
  /// Reads the columns in the order of ``Store/preferences(of:)``; categories and partners have rows of their own.
  init(_ row: Row) throws(StoreError) {
    self.init()
    enabled = row.flag(0)
    offerFrequency = try row.choice(1)
    alertFrequency = try row.choice(2)
    quietHours = try row.text(3).split(separator: ",").map { text throws(StoreError) in
      guard let quiet = QuietHours(stored: text) else {
        throw .unknownText(column: "preference.quiet_hours", text: String(text))
      }
      return quiet
    }
    blockedDays = WeekdaySet(bits: UInt8(truncatingIfNeeded: row.integer(4)))
    walkingLimit = Metres(row.real(5))
    channels = try row.text(6).split(separator: ",").map { name throws(StoreError) in
      guard let channel = Channel(rawValue: String(name)) else {
        throw .unknownText(column: "preference.channels", text: String(name))
      }
      return channel
    }
    alertsPerDay = row.optional(7) { row.count($0) }
    urgentAtNight = row.flag(8)
  }
}

extension QuietHours {
  /// The days in bits and both times in minutes: 127:1320-420.
  var stored: String { "\(days.bits):\(from.minuteOfDay)-\(to.minuteOfDay)" }

  /// Reads ``stored``; nil for anything else.
  init?(stored text: Substring) {
    let parts = text.split { $0 == ":" || $0 == "-" }.map { Int($0) }
    guard parts.count == 3, let bits = parts[0], let start = parts[1], let end = parts[2], (1...127).contains(bits),
      let from = ClockTime(minuteOfDay: start), let to = ClockTime(minuteOfDay: end)
    else { return nil }
    guard let quiet = try? QuietHours(days: WeekdaySet(bits: UInt8(bits)), from: from, to: to) else { return nil }
    self = quiet
  }
}
