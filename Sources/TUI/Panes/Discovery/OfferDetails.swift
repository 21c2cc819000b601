import Canvas
import Core

/// Everything about one offer for one session: what it gives, why it is shown or held back, its terms, places and hours.
struct OfferDetails {
  private let state: State
  private let target: OfferTarget

  private static let labelColumns = 10

  init(_ state: State, _ target: OfferTarget) {
    self.state = state
    self.target = target
  }

  var lines: [StyledLine] {
    guard let document = state.discovery.document, document.context.session.id == target.sessionID else {
      return [StyledLine("This session is no longer on screen.", .muted)]
    }
    if let ranked = document.ranking.ranked.first(where: { $0.offer.id == target.offerID }) {
      let reasons = OfferReasons(state).lines(of: ranked, in: document.context)
      return heading(ranked.offer) + [.empty] + facts(ranked.offer, walk: ranked.walk, worth: ranked.valueCents)
        + [.empty, [Span("Why \(ranked.shownScore)", .title)]] + reasons
    }
    if let held = document.ranking.heldBack.first(where: { $0.offer.id == target.offerID }) {
      let reasons = OfferReasons(state).lines(of: held, document: nil)
      return heading(held.offer) + [.empty] + facts(held.offer, walk: held.walk, worth: nil)
        + [.empty, [Span("Why it is held back", .title)]] + reasons
    }
    return [StyledLine("This offer is no longer near this session.", .muted)]
  }

  private func heading(_ offer: Offer) -> [StyledLine] {
    var lines: [StyledLine] = [
      [Span(state.partnerName(of: offer), Style.accent.bold), Span("  \(offer.category)", .muted)]
    ]
    if !offer.description.isEmpty { lines.append(StyledLine(offer.description)) }
    return lines
  }

  private func facts(_ offer: Offer, walk: Walk, worth: Int64?) -> [StyledLine] {
    let minutes = Int(walk.minutes.rounded(.up))
    var lines = [fact("gives", OfferWords.value(offer, state.formats))]
    if let worth {
      lines.append(fact("worth", "\(state.formats.money(Money(cents: worth, offer.currency))) to this person now"))
    }
    lines.append(fact("walk", "\(minutes) min, \(state.formats.distance(walk.distance)) one way"))
    if offer.useMinutes > 0 { lines.append(fact("takes", "\(Words.number(offer.useMinutes)) min there")) }
    lines.append(fact("places", OfferWords.places(offer)))
    lines.append(fact("hours", OfferWords.trigger(offer.trigger, state.formats)))
    lines.append(fact("valid", OfferWords.window(offer, zone: state.zone, state.formats)))
    if !offer.terms.isEmpty { lines.append(fact("terms", offer.terms)) }
    lines.append(fact("number", "offer \(offer.id), version \(offer.version)"))
    return lines
  }

  private func fact(_ label: String, _ text: String) -> StyledLine {
    [Span(TextWidth.pad(label, to: Self.labelColumns), .muted), Span(text)]
  }
}

extension State {
  /// The title of an offer that is on screen.
  func title(ofOffer target: OfferTarget) -> String {
    let ranking = discovery.document?.ranking
    return ranking?.ranked.first { $0.offer.id == target.offerID }?.offer.title
      ?? ranking?.heldBack.first { $0.offer.id == target.offerID }?.offer.title ?? "offer \(target.offerID)"
  }
}
