import Canvas
import Core

extension OfferState {
  /// The sign before its word, so that colour is never alone.
  func sign(_ glyphs: Glyphs) -> Unicode.Scalar {
    switch self {
    case .draft: glyphs.dot
    case .pending: "?"
    case .approved, .active: glyphs.play
    case .rejected: glyphs.failed
    case .scheduled: glyphs.right
    case .paused: glyphs.pause
    case .ended: glyphs.check
    case .archived: "-"
    }
  }

  /// How sign and word look.
  var style: Style {
    switch self {
    case .approved, .active: .positive
    case .scheduled: .accent
    case .pending, .paused: .warning
    case .rejected: .negative
    case .draft, .ended, .archived: .muted
    }
  }

  /// `▶ active`.
  func line(_ glyphs: Glyphs) -> StyledLine { StyledLine("\(sign(glyphs)) \(rawValue)", style) }
}

extension OfferType {
  /// As people read it: `parking extension`.
  var title: String { self == .parkingExtension ? "parking extension" : rawValue }
}
