import Core

/// What stands in a field, by its kind.
package enum FieldValue: Equatable, Sendable {
  case text(TextEntry)
  case number(TextEntry, unit: String, NumberRule)
  case choice([FieldOption], selection: Int)
  case toggle(Bool)
  /// The keyboard is on option `cursor`.
  case multiChoice([FieldOption], chosen: Set<String>, cursor: Int)
  case longText(TextEntry, rows: Int)
  case clockTime(TextEntry, isOptional: Bool)
  case money(TextEntry, Currency, isOptional: Bool)
  /// A day and a time on a local clock.
  case instant(TextEntry, ZoneTable, isOptional: Bool)
  /// Latitude and longitude.
  case position(TextEntry)

  /// What is typed in it; nil for kinds that are chosen.
  package var entry: TextEntry? {
    get {
      switch self {
      case .text(let entry), .number(let entry, _, _), .longText(let entry, _), .clockTime(let entry, _),
        .money(let entry, _, _), .instant(let entry, _, _), .position(let entry):
        entry
      case .choice, .toggle, .multiChoice: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .text: self = .text(newValue)
      case .number(_, let unit, let rule): self = .number(newValue, unit: unit, rule)
      case .longText(_, let rows): self = .longText(newValue, rows: rows)
      case .clockTime(_, let isOptional): self = .clockTime(newValue, isOptional: isOptional)
      case .money(_, let currency, let isOptional): self = .money(newValue, currency, isOptional: isOptional)
      case .instant(_, let zone, let isOptional): self = .instant(newValue, zone, isOptional: isOptional)
      case .position: self = .position(newValue)
      case .choice, .toggle, .multiChoice: break
      }
    }
  }

  /// The ids of the chosen options in their order; empty for kinds that are typed.
  package var chosen: [String] {
    switch self {
    case .choice(let options, let selection): options.indices.contains(selection) ? [options[selection].id] : []
    case .multiChoice(let options, let chosen, _): options.map(\.id).filter(chosen.contains)
    default: []
    }
  }

  /// The number that is typed; nil while it is none.
  package var number: Double? {
    guard case .number(let entry, _, _) = self, let value = Double(entry.text.trimmingBlanks), value.isFinite
    else { return nil }
    return value
  }

  /// The amount that is typed, in minor units; nil while it is none.
  package var cents: Int64? {
    guard case .money(let entry, _, _) = self else { return nil }
    return AmountText.cents(entry.text.trimmingBlanks)
  }

  /// The moment that is typed; nil while it is none.
  package var instant: Timestamp? {
    guard case .instant(let entry, let zone, _) = self else { return nil }
    return InstantText.instant(entry.text.trimmingBlanks, in: zone)
  }

  /// The position that is typed; nil while it is none.
  package var position: Coordinate? {
    guard case .position(let entry) = self else { return nil }
    return try? PositionText.position(entry.text)
  }

  /// The time of day that is typed; nil while it is none.
  package var clockTime: ClockTime? {
    guard case .clockTime(let entry, _) = self else { return nil }
    return ClockTime(parsing: entry.text.trimmingBlanks)
  }

  /// Whether text of several lines is typed.
  package var isLongText: Bool {
    if case .longText = self { true } else { false }
  }

  /// The value in words: what two values are compared by, and what stands beside another's version.
  package var shown: String {
    switch self {
    case .choice(let options, let selection):
      options.indices.contains(selection) ? options[selection].title : ""
    case .toggle(let isOn): isOn ? "yes" : "no"
    case .multiChoice(let options, let chosen, _):
      options.filter { chosen.contains($0.id) }.map(\.title).joined(separator: ", ")
    default: entry?.text ?? ""
    }
  }

  /// What is wrong with what stands here, whatever it is for; nil if nothing is. In the words of ``InvalidInput``.
  package var objection: String? {
    switch self {
    case .number(let entry, _, let rule): rule.objection(to: entry.text.trimmingBlanks)
    case .clockTime(let entry, let isOptional):
      isOptional && entry.text.trimmingBlanks.isEmpty || clockTime != nil
        ? nil : "must be a time of day such as 17:05"
    case .instant(let entry, _, let isOptional):
      isOptional && entry.text.trimmingBlanks.isEmpty || instant != nil
        ? nil : "must be a day and a time such as \(InstantText.example)"
    case .position(let entry): PositionText.objection(to: entry.text)
    case .money(let entry, _, let isOptional):
      entry.text.trimmingBlanks.isEmpty
        ? (isOptional ? nil : "is empty; give an amount such as 14.50")
        : cents == nil ? "must be an amount such as 14.50" : nil
    default: nil
    }
  }
}
