import Core

/// One field of a form: what it is called, what stands in it, and what is to be said about it.
package struct Field: Equatable, Sendable {
  /// The name the validator knows it by, so that an ``InvalidInput`` finds its field.
  package let id: String
  package let label: String
  package var value: FieldValue
  /// What it is for and which values it takes.
  package let help: String
  /// Shown while nothing is typed.
  package let placeholder: String
  /// A heading over it and those that follow; may be empty.
  package let section: String
  /// Why it cannot be changed now; nil when it can.
  package var disabledBecause: String?
  /// What is wrong with it, as a sentence.
  package internal(set) var error: String?
  /// Whether the person has changed it: only then it is judged before the form is saved.
  package internal(set) var isTouched = false

  package init(
    _ id: String, _ label: String, _ value: FieldValue, help: String = "", placeholder: String = "",
    section: String = "", disabledBecause: String? = nil
  ) {
    self.id = id
    self.label = label
    self.value = value
    self.help = help
    self.placeholder = placeholder
    self.section = section
    self.disabledBecause = disabledBecause
  }

  /// One line of text.
  package static func text(
    _ id: String, _ label: String, _ text: String = "", limit: Int = 120, help: String = "", placeholder: String = "",
    section: String = ""
  ) -> Field {
    Field(
      id, label, .text(TextEntry(text, limit: limit)), help: help, placeholder: placeholder, section: section)
  }

  /// A number in a unit, within a range; whole unless `decimals` says otherwise. Nil stands empty.
  package static func number(
    _ id: String, _ label: String, _ number: Double?, unit: String, range: ClosedRange<Double>, decimals: Int = 0,
    isOptional: Bool = false, help: String = "", section: String = ""
  ) -> Field {
    let rule = NumberRule(range: range, decimals: decimals, isOptional: isOptional)
    let text = number.map { rule.text($0) } ?? ""
    return Field(
      id, label, .number(TextEntry(text, limit: 24), unit: unit, rule), help: help, section: section)
  }

  /// One of several.
  package static func choice(
    _ id: String, _ label: String, _ options: [FieldOption], selected: String? = nil, help: String = "",
    section: String = ""
  ) -> Field {
    let selection = options.firstIndex { $0.id == selected } ?? 0
    return Field(id, label, .choice(options, selection: selection), help: help, section: section)
  }

  /// Yes or no.
  package static func toggle(
    _ id: String, _ label: String, _ isOn: Bool, help: String = "", section: String = ""
  ) -> Field {
    Field(id, label, .toggle(isOn), help: help, section: section)
  }

  /// Any number of several.
  package static func multiChoice(
    _ id: String, _ label: String, _ options: [FieldOption], chosen: Set<String> = [], help: String = "",
    section: String = ""
  ) -> Field {
    Field(id, label, .multiChoice(options, chosen: chosen, cursor: 0), help: help, section: section)
  }

  /// Text of several lines.
  package static func longText(
    _ id: String, _ label: String, _ text: String = "", limit: Int = 2000, rows: Int = 4, help: String = "",
    section: String = ""
  ) -> Field {
    Field(
      id, label, .longText(TextEntry(text, limit: limit, keepsLines: true), rows: rows), help: help, section: section)
  }

  /// A time of day such as 17:05.
  package static func clockTime(
    _ id: String, _ label: String, _ text: String, isOptional: Bool = false, help: String = "",
    placeholder: String = "17:05", section: String = ""
  ) -> Field {
    Field(
      id, label, .clockTime(TextEntry(text, limit: 5), isOptional: isOptional), help: help, placeholder: placeholder,
      section: section)
  }

  /// A share in percent with at most two decimals. Nil stands empty.
  package static func percent(
    _ id: String, _ label: String, _ percent: Double?, range: ClosedRange<Double> = 0...100, isOptional: Bool = false,
    help: String = "", section: String = ""
  ) -> Field {
    let rule = NumberRule(range: range, decimals: 2, isOptional: isOptional, isExact: true)
    let text = percent.map { rule.text($0) } ?? ""
    return Field(id, label, .number(TextEntry(text, limit: 12), unit: "%", rule), help: help, section: section)
  }

  /// A day and a time on the clock of a zone. Nil stands empty.
  package static func instant(
    _ id: String, _ label: String, _ instant: Timestamp?, in zone: ZoneTable, isOptional: Bool = true,
    help: String = "", placeholder: String = InstantText.example, section: String = ""
  ) -> Field {
    let text = instant.map { InstantText.text($0, in: zone) } ?? ""
    return Field(
      id, label, .instant(TextEntry(text, limit: 20), zone, isOptional: isOptional), help: help,
      placeholder: placeholder, section: section)
  }

  /// Days of the week.
  package static func weekdays(
    _ id: String, _ label: String, _ days: WeekdaySet, help: String = "", section: String = ""
  ) -> Field {
    .multiChoice(
      id, label, Weekday.allCases.map { FieldOption($0.title, id: $0.rawValue) },
      chosen: Set(days.days.map(\.rawValue)), help: help, section: section)
  }

  /// Latitude and longitude, typed or picked on the town's map. Nil stands empty.
  package static func position(
    _ id: String, _ label: String, _ position: Coordinate?, help: String = "", section: String = ""
  ) -> Field {
    let text = position.map { PositionText.text($0) } ?? ""
    return Field(
      id, label, .position(TextEntry(text, limit: 48)), help: help, placeholder: "19.2951, -81.3826", section: section)
  }

  /// An amount with at most two decimals. Nil stands empty.
  package static func money(
    _ id: String, _ label: String, cents: Int64?, _ currency: Currency = .usd, isOptional: Bool = false,
    help: String = "", section: String = ""
  ) -> Field {
    let text = cents.map { AmountText.text(cents: $0) } ?? ""
    return Field(
      id, label, .money(TextEntry(text, limit: 16), currency, isOptional: isOptional), help: help,
      placeholder: "0.00", section: section)
  }
}

/// One of several that a field offers.
package struct FieldOption: Hashable, Sendable {
  /// What the purpose knows it by.
  package let id: String
  package let title: String

  /// - Parameter id: nil is the title.
  package init(_ title: String, id: String? = nil) {
    self.id = id ?? title
    self.title = title
  }
}
