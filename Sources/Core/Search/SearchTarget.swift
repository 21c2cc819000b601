/// Something with a name that can be gone to: what a search finds and what a link leads to.
package enum SearchTarget: Hashable, Sendable {
  case claim(Claim.ID)
  case session(ParkingSession.ID)
  case person(Person.ID)
  case offer(Offer.ID)
  case partner(Partner.ID)
  case experiment(Experiment.ID)
  case campaign(Campaign.ID)
  case rule(AlertRule.ID)
  case watch(Watch.ID)
  case listing(Listing.ID)

  /// The kinds there are, in the order in which results stand.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case claim, session, person, offer, partner, experiment, campaign, rule, watch, listing

    /// The word over a group of results.
    package var plural: String {
      switch self {
      case .claim: "claims"
      case .session: "sessions"
      case .person: "people"
      case .offer: "offers"
      case .partner: "partners"
      case .experiment: "experiments"
      case .campaign: "campaigns"
      case .rule: "rules"
      case .watch: "watches"
      case .listing: "listings"
      }
    }
  }

  package var kind: Kind {
    switch self {
    case .claim: .claim
    case .session: .session
    case .person: .person
    case .offer: .offer
    case .partner: .partner
    case .experiment: .experiment
    case .campaign: .campaign
    case .rule: .rule
    case .watch: .watch
    case .listing: .listing
    }
  }

  /// The number in its own table.
  package var id: Int64 {
    switch self {
    case .claim(let id): id.value
    case .session(let id): id.value
    case .person(let id): id.value
    case .offer(let id): id.value
    case .partner(let id): id.value
    case .experiment(let id): id.value
    case .campaign(let id): id.value
    case .rule(let id): id.value
    case .watch(let id): id.value
    case .listing(let id): id.value
    }
  }
}
