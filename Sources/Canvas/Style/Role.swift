/// What a piece of text is for. A theme turns roles into colours; panes never name a colour.
package enum Role: UInt8, CaseIterable, Sendable {
  // Text.
  case text, muted, accent, positive, warning, negative, title, header, key, selection
  // Marks that carry meaning beside a word or a number.
  case factor1, factor2, factor3, factor4, factor5
  case series1, series2, series3, series4
  case mapOffer, mapPerson, mapParking, mapLabel
  // Decoration: seen, but nothing is lost without it.
  case border, borderFocused, barEmpty, dimmed
  case mapStreet, mapWater, mapPark, mapRing

  /// Whether the role only decorates, so that the lower contrast of shapes is enough for it (WCAG 2.1, 1.4.11).
  package var isDecoration: Bool { rawValue >= Role.border.rawValue }

  /// Whether a blank cell of this role looks different from a plain one, because themes show the role in reverse.
  package var showsOnBlank: Bool { self == .selection }

  /// Whether the colour itself is read, as in bars, so that a selected row keeps it.
  package var isReadByColour: Bool {
    (Role.factor1.rawValue...Role.series4.rawValue).contains(rawValue) || self == .barEmpty
  }

  /// The five score factors in their order; further ones start again.
  package static func factor(_ index: Int) -> Role {
    let roles: [Role] = [.factor1, .factor2, .factor3, .factor4, .factor5]
    return roles[((index % 5) + 5) % 5]
  }

  /// The series of a chart in their order; further ones start again.
  package static func series(_ index: Int) -> Role {
    let roles: [Role] = [.series1, .series2, .series3, .series4]
    return roles[((index % 4) + 4) % 4]
  }
}
