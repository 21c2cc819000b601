extension QuietHours {
  /// As a flag takes it: `mon,tue 22:00-07:00`, without the days for every day.
  package var text: String {
    let span = "\(from)-\(to)"
    return days == .all ? span : days.days.map(\.rawValue).joined(separator: ",") + " " + span
  }

  /// Reads `22:00-07:00` or `mon,tue 22:00-07:00`.
  /// - Throws: ``InvalidInput`` naming `field`.
  package init(parsing text: String, field: String) throws(InvalidInput) {
    let words = text.split(separator: " ")
    let span = (words.last ?? "").split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(words.count), span.count == 2 else {
      throw InvalidInput(field: field, "must be such as '22:00-07:00' or 'mon,tue 22:00-07:00', not '\(text)'")
    }
    let days = words.count == 2 ? words[0].split(separator: ",").map(String.init) : nil
    let from = try ClockTime(String(span[0]), field: field) ?? .midnight
    let to = try ClockTime(String(span[1]), field: field) ?? .midnight
    try self.init(days: try WeekdaySet(days, field: field) ?? .all, from: from, to: to, field: field)
  }
}
