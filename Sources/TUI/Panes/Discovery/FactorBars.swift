import Canvas
import Core

/// The five parts of a score as bars: `time ████████ 30/30  place █████▍ 17/25 …`. The numbers are rounded so that they
/// add up to the shown score.
struct FactorBars {
  private let offer: RankedOffer

  /// Columns of one bar with its name and numbers.
  private static let shortest = 19
  private static let longest = 26

  init(_ offer: RankedOffer) {
    self.offer = offer
  }

  /// How many lines the bars take in a width.
  static func lines(width: Int) -> Int {
    let across = across(width)
    return (OfferFactor.allCases.count + across - 1) / across
  }

  private static func across(_ width: Int) -> Int { min(5, max(1, width / shortest)) }

  /// Draws as many bars side by side as fit, the others below.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let across = Self.across(area.width)
    let width = min(Self.longest, area.width / across)
    let shown = offer.shownParts
    for (index, part) in offer.parts.enumerated() where index / across < area.height {
      let cell = Rect(x: area.x + index % across * width, y: area.y + index / across, width: width - 1, height: 1)
      draw(part, shown[index], Role.factor(index), on: &canvas, in: cell)
    }
  }

  private func draw(_ part: RankedOffer.Part, _ shown: Int, _ role: Role, on canvas: inout Canvas, in area: Rect) {
    let numbers = "\(shown)/\(Int(part.points.maximum.rounded()))"
    canvas.put(part.factor.word, at: area.origin, style: .muted, width: min(6, area.width))
    let (right, rest) = area.inset(left: 7).splitRight(5)
    let share = part.points.maximum > 0 ? part.points.points / part.points.maximum : 0
    Bar(share, width: rest.width - 1, role: role, showsTrack: true).draw(on: &canvas, in: rest)
    canvas.put(numbers, at: right.origin, width: right.width, align: .right)
  }

  /// All parts in one bar as long as the score, each in its colour.
  func stacked(width: Int, glyphs: Glyphs) -> StyledLine {
    var spans: [Span] = []
    var sum = 0.0
    var drawn = 0
    for (index, part) in offer.parts.enumerated() {
      sum += part.points.points
      let end = Int((sum / 100 * Double(width)).rounded())
      if end > drawn {
        spans.append(Span(String(repeating: String(glyphs.full), count: end - drawn), Style(.factor(index))))
      }
      drawn = max(drawn, end)
    }
    if drawn < width { spans.append(Span(String(repeating: String(glyphs.empty), count: width - drawn), .barEmpty)) }
    return StyledLine(spans)
  }
}

extension OfferFactor {
  /// The word on its bar.
  package var word: String {
    switch self {
    case .temporal: "time"
    case .spatial: "place"
    case .value: "value"
    case .capacity: "scarce"
    case .affinity: "you"
    }
  }
}
