import Canvas
import Core

/// Offers nearby that are not shown, each with the first rule that keeps it back.
struct HeldBackPane {
  private let state: State
  private var discovery: DiscoveryState { state.discovery }

  init(_ state: State) {
    self.state = state
  }

  /// Draws the pane with its border.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let count = discovery.document?.ranking.totals.heldBackNearby ?? 0
    let detail = discovery.document == nil ? "" : "\(Number.grouped(count)) nearby"
    let inside = Panel("Held back", detail: detail, isFocused: discovery.focus == .heldBack)
      .draw(on: &canvas, in: area)
    let table = table(height: inside.height)
    table.draw(on: &canvas, in: table.area(in: inside))
  }

  /// The row at a point of the screen.
  func row(at point: Point, in area: Rect) -> Int? {
    let inside = area.inset(by: 1)
    let table = table(height: inside.height)
    return table.layout(in: table.area(in: inside)).row(at: point)
  }

  private func table(height: Int) -> Table {
    let held = discovery.document?.ranking.heldBack ?? []
    let columns = [
      Column("offer", minimum: 14, ideal: 26, isFlexible: true, priority: 8),
      Column("because", minimum: 36, ideal: 39, isFlexible: true, priority: 9),
      Column("partner", minimum: 12, ideal: 18, isFlexible: true, priority: 1),
      Column("walk", align: .right, minimum: 6, priority: 3),
    ]
    let selection = held.firstIndex { $0.offer.id == discovery.selectedHeldBackID }
    let isFocused = discovery.focus == .heldBack
    return Table(
      columns: columns, rowCount: held.count, selection: isFocused ? selection : nil,
      offset: isFocused ? (selection ?? 0) - max(0, height - 1) / 2 : 0, isFocused: isFocused,
      emptyText: discovery.document == nil ? "" : "Nothing nearby is held back."
    ) { row, column in
      let offer = held[row]
      switch column {
      case 0: return StyledLine(offer.offer.title)
      case 1: return StyledLine(offer.reason.sentence, .muted)
      case 2: return StyledLine(state.partnerName(of: offer.offer), .muted)
      default: return StyledLine("\(Int(offer.walk.minutes.rounded(.up))) min", .muted)
      }
    }
  }
}

extension HeldBackCode {
  /// The rule in a few words, for counts.
  var words: String {
    switch self {
    case .notActive: "not active"
    case .notStarted: "not started yet"
    case .ended: "over"
    case .timeRemaining: "not at this time left"
    case .weekday: "not on this weekday"
    case .timeOfDay: "not at this hour"
    case .weather: "not in this weather"
    case .capacityFull: "all places taken"
    case .budgetSpent: "budget used up"
    case .tooFar: "too far to walk"
    case .timeNotEnough: "not enough time"
    case .disabled: "offers switched off"
    case .category: "category blocked"
    case .partner: "partner blocked"
    case .blockedDay: "day blocked"
    case .quietHours: "quiet hours"
    case .frequency: "enough for today"
    case .impressionCap: "shown often enough"
    case .dismissed: "dismissed lately"
    case .openClaim: "claimed already"
    case .claimLimit: "claimed often enough"
    case .otherArm: "another arm's"
    case .sessionEnded: "session over"
    }
  }
}
