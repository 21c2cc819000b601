/// Turns roles into paint. Hues follow Okabe and Ito (2008), told apart with any common colour blindness, and every
/// text role reads at 4.5:1 or better on the backgrounds people have (tested by the WCAG 2.1 formula).
package enum Theme: String, Sendable, CaseIterable {
  case dark, light, mono

  /// How to show a role.
  package func paint(_ role: Role) -> Paint {
    switch self {
    case .dark: Self.darkPaints[Int(role.rawValue)]
    case .light: Self.lightPaints[Int(role.rawValue)]
    case .mono: Self.monoPaints[Int(role.rawValue)]
    }
  }

  /// Everything there is to show of a style: the role's attributes and the style's own.
  package func attributes(_ style: Style) -> Style.Attributes {
    paint(style.role).attributes.union(style.attributes)
  }

  /// The foreground of pictures, where there is no terminal to ask.
  package var foreground: RGB { self == .light ? RGB(0x1C1C1C) : RGB(0xE4E4E4) }

  /// The background of pictures.
  package var background: RGB { self == .light ? RGB(0xFFFFFF) : RGB(0x1E1E1E) }

  private static let darkPaints = Role.allCases.map { ThemeTable.dark($0).paint(on: .dark) }
  private static let lightPaints = Role.allCases.map { ThemeTable.light($0).paint(on: .light) }
  private static let monoPaints = Role.allCases.map { ThemeTable.mono($0).paint(on: .mono) }
}
