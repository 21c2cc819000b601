import Canvas
import Core

/// Draws one card: its facts, and below them the names that can be followed.
struct CardView {
  private let state: State
  private let open: OpenCard

  private static let labelColumns = 10
  private static let widest = 76

  init(_ state: State, _ open: OpenCard) {
    self.state = state
    self.open = open
  }

  /// Draws the box over the screen.
  func draw(on canvas: inout Canvas, in area: Rect) { _ = drawParts(on: &canvas, in: area) }

  /// The link at a point of the screen, by its row.
  func row(at point: Point, in area: Rect) -> Int? {
    var canvas = Canvas(size: Size(width: area.right, height: area.bottom))
    let below = drawParts(on: &canvas, in: area)
    return list(in: below).index(at: point, in: below)
  }

  private func list(in area: Rect) -> PaletteList {
    let links = open.links
    return PaletteList(
      count: links.count, selection: open.selection, offset: open.selection - (area.height + 1) / 2
    ) { PaletteList.Item(links[$0].title, keys: links[$0].target.kind.rawValue, explanation: links[$0].detail) }
  }

  /// Draws the box and returns where the links are.
  private func drawParts(on canvas: inout Canvas, in area: Rect) -> Rect {
    let width = Self.width(in: area)
    let lines = facts
    let links = open.links
    let factRows = Paragraph(lines).wrapped(to: width, glyphs: canvas.glyphs).count
    let linkRows = links.isEmpty ? 0 : PaletteList(count: links.count) { _ in .init("") }.height(width: width) + 1
    let content = Size(width: width, height: min(factRows + linkRows, area.height - 2))
    let inside = Overlay(title, content: content).draw(on: &canvas, in: area)
    let (below, above) = inside.splitBottom(Self.rows(for: linkRows, beside: factRows, in: inside.height))
    Paragraph(lines).draw(on: &canvas, in: above, offset: open.scroll)
    if factRows > above.height, above.height > 0 {
      let first = Scrolling.offset(open.scroll, keeping: nil, height: above.height, count: factRows)
      let bar = Rect(x: inside.right + 1, y: above.y, width: 1, height: above.height)
      Scrollbar(rows: first..<first + above.height, count: factRows).draw(on: &canvas, in: bar)
    }
    let (line, rest) = below.splitTop(1)
    guard below.height > 1 else { return rest }
    canvas.fill(line, with: canvas.glyphs.horizontal, style: .border)
    list(in: rest).draw(on: &canvas, in: rest)
    return rest
  }

  /// The last scroll position at which the facts still fill their part of the box.
  func longestScroll(in size: Size) -> Int {
    let area = Frame.body(of: size)
    let width = Self.width(in: area)
    let factRows = Paragraph(facts).wrapped(to: width).count
    let linkRows =
      open.links.isEmpty ? 0 : PaletteList(count: open.links.count) { _ in .init("") }.height(width: width) + 1
    let height = min(factRows + linkRows, area.height - 2)
    return max(0, factRows - (height - Self.rows(for: linkRows, beside: factRows, in: height)))
  }

  private static func width(in area: Rect) -> Int { max(1, min(widest, area.width - 6)) }

  /// How many rows the links get: all they want if the facts have room, else at least five, else what facts leave.
  private static func rows(for links: Int, beside facts: Int, in height: Int) -> Int {
    links + facts <= height ? links : min(links, max(min(6, height / 2), height - facts))
  }

  private var title: String {
    switch open.card {
    case .claim(let claim): "Claim \(claim.code)"
    case .offer(let offer): offer.offer.title
    case .partner(let partner): partner.partner.name
    case .person(let person): state.shownName(of: person.person)
    case nil: open.title
    }
  }

  private var facts: [StyledLine] {
    if let failure = open.failure { return [StyledLine(failure, .warning)] }
    switch open.card {
    case .claim(let claim): return facts(claim)
    case .offer(let offer): return facts(offer)
    case .partner(let partner): return facts(partner)
    case .person(let person): return facts(person)
    case nil: return [StyledLine("Reading …", .muted)]
    }
  }

  private func facts(_ claim: ClaimCard) -> [StyledLine] {
    let currency = claim.offer.currency
    var lines = [counter(claim), .empty]
    lines.append(fact("offer", "\(claim.offer.title), \(claim.partnerName)"))
    lines.append(fact("person", claim.person.map { state.shownName(of: $0) } ?? "anonymous"))
    if let session = claim.session { lines.append(fact("session", "\(session.id), \(session.placeName)")) }
    lines.append(fact("accepted", moment(claim.claimedAt)))
    lines.append(fact("good until", moment(claim.expiresAt)))
    if let closed = claim.closedAt { lines.append(fact(claim.state.rawValue, moment(closed))) }
    lines.append(fact("worth", state.formats.money(Money(cents: claim.valueCents, currency))))
    if let paid = claim.revenueCents { lines.append(fact("paid", state.formats.money(Money(cents: paid, currency)))) }
    return lines
  }

  /// What the counter would say, in words that need no colour.
  private func counter(_ claim: ClaimCard) -> StyledLine {
    switch claim.state(at: state.now) {
    case .open:
      let minutes = Int((claim.expiresAt - state.now).minutes.rounded(.up))
      return [
        Span("VALID", Style.positive.bold), Span(" at the counter, for \(Quantity.minutes(minutes)) more"),
      ]
    case .redeemed: return [Span("NOT VALID", Style.negative.bold), Span(": it was redeemed already")]
    case .expired: return [Span("NOT VALID", Style.negative.bold), Span(": its time is over")]
    case .cancelled: return [Span("NOT VALID", Style.negative.bold), Span(": it was cancelled")]
    }
  }

  private func facts(_ card: OfferCard) -> [StyledLine] {
    let offer = card.offer
    var lines: [StyledLine] = [
      [
        Span(card.partnerName, Style.accent.bold),
        Span("  \(offer.category), \(offer.standing(at: state.now).rawValue)", .muted),
      ]
    ]
    if !offer.description.isEmpty { lines.append(StyledLine(offer.description)) }
    lines.append(.empty)
    lines.append(fact("gives", OfferWords.value(offer, state.formats)))
    if offer.useMinutes > 0 { lines.append(fact("takes", "\(Words.number(offer.useMinutes)) min there")) }
    lines.append(fact("places", OfferWords.places(offer)))
    lines.append(fact("hours", OfferWords.trigger(offer.trigger, state.formats)))
    lines.append(fact("valid", OfferWords.window(offer, zone: state.zone, state.formats)))
    if !offer.terms.isEmpty { lines.append(fact("terms", offer.terms)) }
    lines.append(fact("number", "offer \(offer.id), version \(offer.version)"))
    return lines
  }

  private func facts(_ card: PartnerCard) -> [StyledLine] {
    let partner = card.partner
    let active = card.offers.filter { $0.state.isApproved }
    let full = active.filter { $0.capacityLeft == 0 }.count
    var lines: [StyledLine] = [[Span(partner.category, Style.accent.bold), Span("  partner \(partner.id)", .muted)]]
    if !partner.description.isEmpty { lines.append(StyledLine(partner.description)) }
    lines.append(.empty)
    if let address = partner.address { lines.append(fact("address", address)) }
    if let phone = partner.phone { lines.append(fact("phone", phone)) }
    if let email = partner.email { lines.append(fact("e-mail", email)) }
    let places = active.compactMap(\.capacityLeft).reduce(0, +)
    let unlimited = active.contains { $0.capacityTotal == nil }
    var words = "\(card.offers.count), \(active.count) active"
    if full > 0 { words += ", \(full) full" }
    lines.append(fact("offers", words))
    if !active.isEmpty {
      lines.append(fact("places", "\(Number.grouped(places)) left" + (unlimited ? ", some without a limit" : "")))
    }
    return lines
  }

  private func facts(_ card: PersonCard) -> [StyledLine] {
    [
      fact("number", "person \(card.person.id)"), fact("clock", card.person.zone),
      fact("parked", card.session.map { words(of: $0) } ?? "never here, so there is no ranking to go to"),
    ]
  }

  private func words(of session: ParkingSession) -> String {
    session.hasEnded(at: state.now)
      ? "last at \(session.placeName), until \(moment(min(session.endedAt ?? session.expiresAt, session.expiresAt)))"
      : "now at \(session.placeName), until \(moment(session.expiresAt))"
  }

  private func moment(_ instant: Timestamp) -> String {
    let local = state.zone.localTime(at: instant)
    return "\(local.weekday.title) \(local.date) \(state.formats.clock(local))"
  }

  private func fact(_ label: String, _ text: String) -> StyledLine {
    [Span(TextWidth.pad(label, to: Self.labelColumns) + " ", .muted), Span(text)]
  }
}

extension State {
  /// How a person is called on screen.
  func shownName(of person: Person) -> String { person.name }
}
