/// A day of the week; the first three letters are its written form.
package enum Weekday: String, Sendable, CaseIterable {
  case mon, tue, wed, thu, fri, sat, sun

  /// Reads `mon` or `Monday`, in any case; nil for anything else.
  package init?(parsing text: String) {
    let lower = text.lowercased()
    guard let day = Self.allCases.first(where: { lower == $0.rawValue || lower == $0.fullName }) else { return nil }
    self = day
  }

  /// Monday is 0.
  package var index: Int {
    switch self {
    case .mon: 0
    case .tue: 1
    case .wed: 2
    case .thu: 3
    case .fri: 4
    case .sat: 5
    case .sun: 6
    }
  }

  /// The day before.
  package var previous: Weekday { Self.allCases[(index + 6) % 7] }

  /// Capitalised short form for sentences: Mon.
  package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  private var fullName: String {
    switch self {
    case .mon: "monday"
    case .tue: "tuesday"
    case .wed: "wednesday"
    case .thu: "thursday"
    case .fri: "friday"
    case .sat: "saturday"
    case .sun: "sunday"
    }
  }
}

/// Some days of the week in seven bits, Monday lowest.
package struct WeekdaySet: Hashable, Sendable {
  package var bits: UInt8

  package init(bits: UInt8) {
    self.bits = bits & 0x7F
  }

  package init(_ days: some Sequence<Weekday>) {
    bits = days.reduce(0) { $0 | 1 << UInt8($1.index) }
  }

  package static let all = WeekdaySet(bits: 0x7F)
  package static let none = WeekdaySet(bits: 0)

  package var isEmpty: Bool { bits == 0 }

  package var days: [Weekday] { Weekday.allCases.filter(contains) }

  package func contains(_ day: Weekday) -> Bool { bits & 1 << UInt8(day.index) != 0 }
}
