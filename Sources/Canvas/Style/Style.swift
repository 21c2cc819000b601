/// How a cell looks, without naming a colour: a role and a few attributes. Two bytes, compared as such.
package struct Style: Equatable, Hashable, Sendable {
  /// What the text is for.
  package var role: Role

  /// What is added to the role's look.
  package var attributes: Attributes

  /// Looks that every terminal can show.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    package let rawValue: UInt8

    /// Attributes from their bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier or brighter.
    package static let bold = Attributes(rawValue: 1)

    /// Fainter.
    package static let dim = Attributes(rawValue: 2)

    /// Foreground and background exchanged.
    package static let reverse = Attributes(rawValue: 4)

    /// Underlined.
    package static let underline = Attributes(rawValue: 8)
  }

  /// A role with attributes.
  package init(_ role: Role, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  /// The same, bold.
  package var bold: Style { Style(role, attributes.union(.bold)) }

  /// The same, fainter.
  package var dim: Style { Style(role, attributes.union(.dim)) }

  /// The same, with foreground and background exchanged.
  package var reverse: Style { Style(role, attributes.union(.reverse)) }

  /// The same, underlined.
  package var underline: Style { Style(role, attributes.union(.underline)) }

  /// Whether a blank cell in this style can be told from a plain one.
  package var showsOnBlank: Bool {
    role.showsOnBlank || !attributes.isDisjoint(with: [.reverse, .underline])
  }
}

/// The roles as styles, so that a call reads `style: .muted`.
extension Style {
  /// Plain text.
  package static let text = Style(.text)
  /// Less important text.
  package static let muted = Style(.muted)
  /// Text that stands out.
  package static let accent = Style(.accent)
  /// Good news.
  package static let positive = Style(.positive)
  /// Something to look at.
  package static let warning = Style(.warning)
  /// Bad news.
  package static let negative = Style(.negative)
  /// A panel's title.
  package static let title = Style(.title)
  /// A table's header.
  package static let header = Style(.header)
  /// A key to press.
  package static let key = Style(.key)
  /// The selected row.
  package static let selection = Style(.selection)
  /// A border.
  package static let border = Style(.border)
  /// The border of the panel that has the keyboard.
  package static let borderFocused = Style(.borderFocused)
  /// The empty part of a bar.
  package static let barEmpty = Style(.barEmpty)
}
