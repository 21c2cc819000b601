/// Something an operator does to a simulated town, from one instant on.
package enum Intervention: Hashable, Sendable {
  /// Whose places are gone.
  package enum SoldOut: Hashable, Sendable {
    case partner(Partner.ID)
    case category(String)
  }

  /// The sky for some hours; afterwards the climate has its way again. Degrees Celsius.
  case weather(Weather, temperature: Int, hours: Int)
  /// Every place left is taken by guests without the program, until they leave in the small hours. Offers without a
  /// number of places cannot sell out.
  case soldOut(SoldOut)
  /// So many times as many cars of some kinds come, until an instant. A rush takes the place of the one before.
  case rush(factor: Double, of: Set<StayKind>, until: Timestamp)
  /// So many cars come in a day.
  case arrivals(perDay: Double)

  /// A rush of all kinds of stays.
  package static func rush(factor: Double, until: Timestamp) -> Intervention {
    .rush(factor: factor, of: Set(StayKind.allCases), until: until)
  }

  /// What it is in a few words: "rain, 24 degrees, for 3 h".
  package var title: String {
    switch self {
    case .weather(let weather, let temperature, let hours):
      "\(weather.rawValue), \(temperature) degrees, for \(hours) h"
    case .soldOut(.partner(let partner)): "partner \(partner) is sold out"
    case .soldOut(.category(let category)): "\(category) is sold out"
    case .rush(let factor, _, _): "\(Words.number(factor)) times as many cars"
    case .arrivals(let perDay): "\(Words.number(perDay)) cars a day"
    }
  }

  /// What it adds to the event hash.
  var fingerprint: Int64 {
    var hash = EventHash()
    switch self {
    case .weather(let weather, let temperature, let hours):
      hash.fold(Int64(weather.bit))
      hash.fold(Int64(temperature))
      hash.fold(Int64(hours))
    case .soldOut(.partner(let partner)): hash.fold(partner.value)
    case .soldOut(.category(let category)): for byte in category.utf8 { hash.fold(byte) }
    case .rush(let factor, let kinds, let until):
      hash.fold(Int64(bitPattern: factor.bitPattern))
      for (position, kind) in StayKind.allCases.enumerated() where kinds.contains(kind) { hash.fold(Int64(position)) }
      hash.fold(until.milliseconds)
    case .arrivals(let perDay): hash.fold(Int64(bitPattern: perDay.bitPattern))
    }
    return hash.number
  }
}
