import Canvas
import Foundation
import Testing

/// WCAG 2.1, relative luminance and contrast ratio, written from the recommendation.
private func contrast(_ one: RGB, _ other: RGB) -> Double {
  func luminance(_ colour: RGB) -> Double {
    func linear(_ channel: UInt8) -> Double {
      let share = Double(channel) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }
  let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
  return (light + 0.05) / (dark + 0.05)
}

/// The colours xterm gives the basic sixteen (`XTerm-col.ad`).
private let xterm: [UInt32] = [
  0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
  0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
]

private let backgrounds: [(Theme, UInt32)] = [
  (.dark, 0x000000), (.dark, 0x1E1E1E), (.light, 0xFFFFFF), (.light, 0xF5F5F5),
]

@Suite struct ContrastTests {
  @Test func theFormulaAgreesWithPublishedPairs() {
    #expect(abs(contrast(RGB(0x000000), RGB(0xFFFFFF)) - 21) < 0.001)
    #expect(abs(contrast(RGB(0x767676), RGB(0xFFFFFF)) - 4.54) < 0.005)
  }

  @Test(arguments: backgrounds, Role.allCases)
  func everyRoleCanBeReadOnEveryBackground(setting: (theme: Theme, background: UInt32), role: Role) {
    let paint = setting.theme.paint(role)
    let needed = role.isDecoration ? 3.0 : 4.5
    let background = RGB(setting.background)
    #expect(contrast(paint.rgb, background) >= needed, "\(paint.rgb.hex)")
    if let basic = paint.basic {
      #expect(contrast(RGB(xterm[Int(basic)]), background) >= needed, "basic \(basic)")
    }
  }

  @Test(arguments: [Theme.dark, .light], Role.allCases)
  func pictureAndPaletteAgree(theme: Theme, role: Role) {
    let paint = theme.paint(role)
    #expect(paint.rgb == paint.palette.flatMap(RGB.init(palette:)) ?? theme.foreground)
    #expect((paint.palette ?? 16) >= 16)
  }

  @Test(arguments: Theme.allCases)
  func goodBadAndDoubtfulNewsDiffer(theme: Theme) {
    for depth in ColourDepth.allCases where theme == .mono || depth != .none {
      let looks = [Style.positive, .warning, .negative, .text].map { theme.sgr($0, depth: depth) }
      #expect(Set(looks).count == 4, "\(looks)")
    }
  }

  @Test func monoUsesNoColour() {
    for role in Role.allCases {
      #expect(Theme.mono.paint(role).palette == nil && Theme.mono.paint(role).basic == nil)
    }
  }

  @Test func onlyRolesThatShowOnBlankCellsAreReversed() {
    for theme in Theme.allCases {
      for role in Role.allCases where theme.paint(role).attributes.contains(.reverse) { #expect(role.showsOnBlank) }
    }
  }

  @Test func paletteColoursAreXterms() {
    #expect(RGB(palette: 15) == nil)
    #expect(RGB(palette: 16)?.hex == "#000000")
    #expect(RGB(palette: 75)?.hex == "#5fafff")
    #expect(RGB(palette: 214)?.hex == "#ffaf00")
    #expect(RGB(palette: 231)?.hex == "#ffffff")
    #expect(RGB(palette: 232)?.hex == "#080808")
    #expect(RGB(palette: 255)?.hex == "#eeeeee")
  }
}
