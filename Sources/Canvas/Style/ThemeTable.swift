/// One line of a theme: indices into the terminal's palettes, and attributes.
///
/// The basic sixteen look different in every terminal; those chosen keep the contrast with xterm's values.
struct ThemeTable {
  private let palette: UInt8?
  private let basic: UInt8?
  private let attributes: Style.Attributes

  private init(_ palette: UInt8?, _ basic: UInt8?, _ attributes: Style.Attributes = []) {
    self.palette = palette
    self.basic = basic
    self.attributes = attributes
  }

  /// The line as paint, with the theme's foreground where no colour is asked for.
  func paint(on theme: Theme) -> Paint {
    let rgb = palette.flatMap(RGB.init(palette:)) ?? theme.foreground
    return Paint(palette: palette, basic: basic, rgb: rgb, attributes: attributes)
  }

  /// For dark backgrounds: light hues.
  static func dark(_ role: Role) -> ThemeTable {
    switch role {
    case .text: ThemeTable(nil, nil)
    case .muted: ThemeTable(248, 7)
    case .accent: ThemeTable(75, 14)
    case .positive: ThemeTable(43, 10)
    case .warning: ThemeTable(221, 11)
    case .negative: ThemeTable(209, 13)
    case .title: ThemeTable(nil, nil, .bold)
    case .header: ThemeTable(248, 7, .bold)
    case .key: ThemeTable(221, 11, .bold)
    case .selection: ThemeTable(nil, nil, .reverse)
    case .factor1, .series1: ThemeTable(75, 14)
    case .factor2, .series2: ThemeTable(214, 11)
    case .factor3, .series3: ThemeTable(43, 10)
    case .factor4: ThemeTable(228, 15)
    case .factor5, .series4: ThemeTable(175, 13)
    case .mapOffer: ThemeTable(214, 11, .bold)
    case .mapPerson: ThemeTable(228, 15, .bold)
    case .mapParking: ThemeTable(75, 14)
    case .mapLabel: ThemeTable(252, 7)
    case .border, .barEmpty, .dimmed: ThemeTable(244, 7)
    case .borderFocused: ThemeTable(75, 14)
    case .mapStreet: ThemeTable(243, 7)
    case .mapWater: ThemeTable(67, 6)
    case .mapPark: ThemeTable(65, 2)
    case .mapRing: ThemeTable(175, 13)
    }
  }

  /// For light backgrounds: dark hues.
  static func light(_ role: Role) -> ThemeTable {
    switch role {
    case .text: ThemeTable(nil, nil)
    case .muted: ThemeTable(240, nil)
    case .accent: ThemeTable(25, 4)
    case .positive: ThemeTable(23, 4)
    case .warning: ThemeTable(94, nil, .bold)
    case .negative: ThemeTable(124, 1)
    case .title: ThemeTable(nil, nil, .bold)
    case .header: ThemeTable(240, nil, .bold)
    case .key: ThemeTable(25, 4, .bold)
    case .selection: ThemeTable(nil, nil, .reverse)
    case .factor1, .series1: ThemeTable(25, 4)
    case .factor2, .series2: ThemeTable(94, 1)
    case .factor3, .series3: ThemeTable(22, nil)
    case .factor4: ThemeTable(58, nil)
    case .factor5, .series4: ThemeTable(90, 1)
    case .mapOffer: ThemeTable(94, 1, .bold)
    case .mapPerson: ThemeTable(90, 4, .bold)
    case .mapParking: ThemeTable(25, 4)
    case .mapLabel: ThemeTable(238, nil)
    case .border, .barEmpty, .dimmed: ThemeTable(243, nil)
    case .borderFocused: ThemeTable(25, 4)
    case .mapStreet: ThemeTable(244, nil)
    case .mapWater: ThemeTable(67, 4)
    case .mapPark: ThemeTable(65, nil)
    case .mapRing: ThemeTable(90, 1)
    }
  }

  /// Without colour: only weight, brightness, reverse and underline.
  static func mono(_ role: Role) -> ThemeTable {
    let attributes: Style.Attributes =
      switch role {
      case .muted, .border, .barEmpty, .dimmed, .mapStreet, .mapWater, .mapPark: .dim
      case .accent, .positive, .title, .key, .mapOffer, .mapPerson, .borderFocused: .bold
      case .header, .warning: .underline
      case .negative: [.bold, .underline]
      case .selection: .reverse
      default: []
      }
    return ThemeTable(nil, nil, attributes)
  }
}
