import Core

/// The dialog about one named thing, with the ways on from it.
package struct OpenCard: Equatable, Sendable {
  package let target: SearchTarget
  /// What it was called where it was followed from; shown until the card is read.
  package let title: String
  /// Nil while it is being read.
  package private(set) var card: Card?
  package private(set) var failure: String?
  /// The link the keyboard is on.
  package private(set) var selection = 0
  /// Lines of its facts above the first in sight.
  package private(set) var scroll = 0
  /// The read under way.
  private(set) var job: Job?

  init(_ target: SearchTarget, title: String, job: Job) {
    self.target = target
    self.title = title
    self.job = job
  }

  /// Something that can be followed from here.
  package struct Link: Hashable, Sendable {
    package let target: SearchTarget
    package let title: String
    package let detail: String
    /// The session to go to, for sessions and people who have parked.
    let session: ParkingSession?
  }

  /// What can be followed from here, in the order of the card.
  package var links: [Link] {
    switch card {
    case .claim(let claim):
      return [
        Link(target: .offer(claim.offer.id), title: claim.offer.title, detail: "the offer", session: nil),
        Link(target: .partner(claim.offer.partnerID), title: claim.partnerName, detail: "the partner", session: nil),
      ] + (claim.session.map { [Self.link(to: $0)] } ?? [])
    case .offer(let offer):
      return [
        Link(target: .partner(offer.offer.partnerID), title: offer.partnerName, detail: "the partner", session: nil)
      ]
    case .partner(let partner):
      return partner.offers.map {
        Link(
          target: .offer($0.id), title: $0.title, detail: "\($0.state.rawValue), \(OfferWords.places($0))", session: nil
        )
      }
    case .person(let person): return person.session.map { [Self.link(to: $0)] } ?? []
    case nil: return []
    }
  }

  /// The link the keyboard is on.
  package var selected: Link? { links.indices.contains(selection) ? links[selection] : nil }

  private static func link(to session: ParkingSession) -> Link {
    Link(
      target: .session(session.id), title: "Session \(session.id)", detail: session.placeName, session: session)
  }

  mutating func finish(_ new: Card) {
    card = new
    job = nil
  }

  mutating func fail(_ reason: String) {
    failure = reason
    job = nil
  }

  /// Moves among the links.
  mutating func move(by rows: Int) {
    selection = min(max(0, selection + rows), max(0, links.count - 1))
  }

  /// Scrolls the facts, never beyond `last`.
  mutating func scroll(by rows: Int, last: Int) {
    scroll = min(max(0, scroll + rows), max(0, last))
  }
}
