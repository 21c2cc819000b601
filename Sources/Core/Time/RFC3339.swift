extension Timestamp {
  /// UTC with `Z`; milliseconds only when they are not zero.
  package var rfc3339: String {
    let local = LocalTime(utc: self, offsetSeconds: 0)
    let fraction = local.millisecondOfDay % 1000
    return "\(local.date)T\(local.clockWithSeconds)" + (fraction == 0 ? "" : "." + padded(fraction, 3)) + "Z"
  }

  /// Reads any RFC 3339 text: `T`, `t` or a space between date and time, a fraction of any length (cut to
  /// milliseconds), `Z` or an offset. A leap second, which only ends a day of UTC, reads as the first moment of the
  /// next one. Nil also outside the years 0000 to 9999 of UTC, which cannot be written.
  package init?(rfc3339 text: String) {
    var reader = DigitReader(text)
    guard let year = reader.digits(4), reader.take("-"), let month = reader.digits(2), reader.take("-"),
      let day = reader.digits(2), reader.take("T") || reader.take("t") || reader.take(" "),
      let hour = reader.digits(2), reader.take(":"), let minute = reader.digits(2), reader.take(":"),
      let second = reader.digits(2), hour < 24, minute < 60, second <= 60,
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    var milliseconds = 0
    if reader.take(".") {
      guard let fraction = reader.fraction() else { return nil }
      milliseconds = fraction
    }
    guard let offset = reader.offsetSeconds(), reader.isAtEnd else { return nil }
    let seconds = Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
    let isLeapSecond = second == 60
    guard !isLeapSecond || seconds % 86_400 == 0 else { return nil }
    self.init(milliseconds: seconds * 1000 + (isLeapSecond ? 0 : Int64(milliseconds)))
    guard Self.writable.contains(self) else { return nil }
  }

  /// 0000-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z: the instants RFC 3339 has a text for.
  package static let writable =
    Timestamp(milliseconds: -62_167_219_200_000)...Timestamp(milliseconds: 253_402_300_799_999)
}

/// A local date and time without a zone, as 2017-09-05T07:43:00 (seconds may be missing).
package struct WallTime: Hashable, Sendable {
  package let date: CivilDate
  package let millisecondOfDay: Int

  package init?(parsing text: String) {
    var reader = DigitReader(text)
    guard let year = reader.digits(4), reader.take("-"), let month = reader.digits(2), reader.take("-"),
      let day = reader.digits(2), reader.take("T") || reader.take(" "), let hour = reader.digits(2),
      reader.take(":"), let minute = reader.digits(2), hour < 24, minute < 60,
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    var milliseconds = 0
    if reader.take(":") {
      guard let second = reader.digits(2), second < 60 else { return nil }
      milliseconds = second * 1000
      if reader.take(".") {
        guard let fraction = reader.fraction() else { return nil }
        milliseconds += fraction
      }
    }
    guard reader.isAtEnd else { return nil }
    self.date = date
    millisecondOfDay = hour * 3_600_000 + minute * 60_000 + milliseconds
  }
}

/// Takes digits and marks from the front of an ASCII text.
private struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = Substring(text).utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == mark.value else { return false }
    rest.removeFirst()
    return true
  }

  mutating func digits(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// At least one digit; the first three count, as milliseconds.
  mutating func fraction() -> Int? {
    guard var value = digit() else { return nil }
    var taken = 1
    while let next = digit() {
      if taken < 3 { value = value * 10 + next }
      taken += 1
    }
    return taken >= 3 ? value : taken == 2 ? value * 10 : value * 100
  }

  mutating func offsetSeconds() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign = take("+") ? 1 : take("-") ? -1 : 0
    guard sign != 0, let hours = digits(2), take(":"), let minutes = digits(2), hours < 24, minutes < 60 else {
      return nil
    }
    return sign * (hours * 3600 + minutes * 60)
  }

  private mutating func digit() -> Int? {
    guard let first = rest.first, (0x30...0x39).contains(first) else { return nil }
    rest.removeFirst()
    return Int(first) - 0x30
  }
}
