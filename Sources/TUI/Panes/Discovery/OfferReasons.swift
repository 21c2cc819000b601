import Canvas
import Core

/// The reasons for and against an offer, as lines of text.
struct OfferReasons {
  private let state: State
  private var formats: Formats { state.formats }

  init(_ state: State) {
    self.state = state
  }

  /// The sum of the way and the stay against the time left, then each part of the score with its reason.
  func lines(of offer: RankedOffer, in context: Context) -> [StyledLine] {
    let shown = offer.shownParts
    let parts = offer.parts.enumerated().map { index, part -> StyledLine in
      let numbers = TextWidth.pad("\(shown[index])/\(Int(part.points.maximum.rounded()))", to: 5, align: .right)
      return [
        Span(TextWidth.pad(part.factor.word, to: 7), Style(.factor(index))), Span(numbers), Span("  "),
        Span(formats.reason(of: part, offer, limit: context.person.preferences.walkingLimit), .muted),
      ]
    }
    return [Self.sentence(of: offer, in: context, now: state.now)] + parts
  }

  /// `47 min cover 3 walk + 35 there + 3 back, 6 to spare`.
  static func sentence(of offer: RankedOffer, in context: Context, now: Timestamp) -> StyledLine {
    let left = context.session.minutesLeft(at: now)
    let walk = Int(offer.walk.minutes.rounded(.up))
    let use = Int(offer.offer.useMinutes.rounded(.up))
    let spare = left - 2 * walk - use
    let parts =
      (walk > 0 ? ["\(walk) walk"] : []) + (use > 0 ? ["\(use) there"] : []) + (walk > 0 ? ["\(walk) back"] : [])
    let way = parts.isEmpty ? "no walk at all" : parts.joined(separator: " + ")
    let rest = spare >= 0 ? ", \(spare) to spare" : ", \(-spare) short"
    return [
      Span("\(left) min", Style.text.bold), Span(spare >= 0 ? " cover \(way)" : " against \(way)"),
      Span(rest, spare >= 0 ? .positive : .warning),
    ]
  }

  /// The rule that comes first, its two numbers, any others, and how many offers every rule holds back in all.
  func lines(of offer: HeldBackOffer, document: DiscoverDocument?) -> [StyledLine] {
    var lines: [StyledLine] = [
      [Span(formats.sentence(of: offer.reason, in: state.zone), .warning)],
      [
        Span("rule ", .muted), Span(offer.reason.code.name), Span("  is ", .muted),
        Span(formats.text(offer.reason.actual, in: state.zone)),
      ],
      [Span("needs ", .muted), Span(formats.text(offer.reason.required, in: state.zone))],
    ]
    lines += offer.others.map { [Span("also ", .muted), Span(formats.sentence(of: $0, in: state.zone), .warning)] }
    return lines + (document.map { Self.counts($0.ranking) } ?? [])
  }

  /// How many offers each rule holds back, the most first: `in all: 31 not enough time · 3 too far to walk`.
  static func counts(_ ranking: Ranking) -> [StyledLine] {
    guard !ranking.heldBackCounts.isEmpty else { return [] }
    let words = ranking.heldBackCounts.sorted { $0.count > $1.count }.map {
      "\(Number.grouped($0.count)) \($0.code.words)"
    }
    return [StyledLine("in all: " + words.joined(separator: " · "), .muted)]
  }
}

extension HeldBackReason.Quantity {
  /// The value with its unit, for people.
  var text: String {
    let words =
      switch value {
      case .string(let text): text
      case .number(let number): Words.number(number)
      case .integer(let number): String(number)
      case .bool(let isTrue): isTrue ? "yes" : "no"
      case .null: "not known"
      case .array(let items): Words.either(items.map { HeldBackReason.Quantity($0, "").text })
      case .object: value.text()
      }
    let plain = ["state", "instant", "weekday", "time_of_day", "weather", "category", "quiet_hours", "arm"]
    return unit.isEmpty || plain.contains(unit) ? words : "\(words) \(unit.replacing("_", with: " "))"
  }
}
