import Core

/// Remembers for two seconds which cells changed, so that the eye finds what moved.
package struct ChangeMarks: Hashable, Sendable {
  /// A cell or row that can change.
  package enum Place: Hashable, Sendable {
    case session(ParkingSession.ID)
    case score(Offer.ID)
    case event(Interaction.ID)
    case funnel(Stage)
    case partner(Partner.ID)
    case offer(Offer.ID)
    case experiment(Experiment.ID)
    case campaign(Campaign.ID)
    case rule(AlertRule.ID)
    case alert(Alert.ID)
    case watch(Watch.ID)
  }

  /// A number of the day.
  package enum Stage: Hashable, Sendable, CaseIterable {
    case shown, viewed, accepted, redeemed
  }

  /// How long a mark stays.
  package static let duration = TimeSpan.seconds(2)

  /// When each mark goes.
  private var ends: [Place: Timestamp] = [:]

  package init() {}

  /// When the next mark goes; nil if there is none.
  package var nextEnd: Timestamp? { ends.values.min() }

  /// Whether a place carries a mark.
  package func contains(_ place: Place) -> Bool { ends[place] != nil }

  /// Marks a place from now on.
  package mutating func mark(_ place: Place, at now: Timestamp) {
    ends[place] = now + Self.duration
  }

  /// Forgets the marks whose time is over.
  package mutating func expire(at now: Timestamp) {
    guard let next = nextEnd, next <= now else { return }
    ends = ends.filter { $0.value > now }
  }

  /// Marks what differs between two boards; of the rankings only if both are of one session.
  package mutating func mark(changesFrom old: DiscoverBoard, to new: DiscoverBoard, at now: Timestamp) {
    let known = Dictionary(old.sessions.map { ($0.session.id, $0.session.expiresAt) }, uniquingKeysWith: { $1 })
    for row in new.sessions where known[row.session.id] != row.session.expiresAt {
      mark(.session(row.session.id), at: now)
    }
    let events = Set(old.stream.map(\.id))
    for event in new.stream where !events.contains(event.id) { mark(.event(event.id), at: now) }
    for stage in Stage.allCases where old.funnel.count(stage) != new.funnel.count(stage) {
      mark(.funnel(stage), at: now)
    }
    guard let before = old.selected, let after = new.selected, before.context.session.id == after.context.session.id
    else { return }
    let scores = Dictionary(before.ranking.ranked.map { ($0.offer.id, $0.shownScore) }, uniquingKeysWith: { $1 })
    for offer in after.ranking.ranked where scores[offer.offer.id] != offer.shownScore {
      mark(.score(offer.offer.id), at: now)
    }
  }

  /// Marks what differs between two boards of partners, of whom and of what both tell.
  package mutating func mark(changesFrom old: PartnersBoard, to new: PartnersBoard, at now: Timestamp) {
    let partners = Dictionary(old.partners.map { ($0.partner.id, $0) }, uniquingKeysWith: { $1 })
    for row in new.partners {
      guard let before = partners[row.partner.id], before != row else { continue }
      mark(.partner(row.partner.id), at: now)
    }
    let offers = Dictionary(old.offers.map { ($0.offer.id, $0) }, uniquingKeysWith: { $1 })
    for row in new.offers {
      guard let before = offers[row.offer.id], before != row else { continue }
      mark(.offer(row.offer.id), at: now)
    }
  }

  /// Marks what differs between two lists of experiments, of those that both have.
  package mutating func mark(changesFrom old: ExperimentsBoard, to new: ExperimentsBoard, at now: Timestamp) {
    let known = Dictionary(old.experiments.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    for row in new.experiments {
      guard let before = known[row.id], before != row else { continue }
      mark(.experiment(row.id), at: now)
    }
  }

  /// Marks what differs between two boards of campaigns, of those that both have.
  package mutating func mark(changesFrom old: CampaignsBoard, to new: CampaignsBoard, at now: Timestamp) {
    let known = Dictionary(old.rows.map { ($0.campaign.id, $0) }, uniquingKeysWith: { $1 })
    for row in new.rows {
      guard let before = known[row.campaign.id], before.totals.counts != row.totals.counts else { continue }
      mark(.campaign(row.campaign.id), at: now)
    }
  }
}

extension ChangeMarks {
  /// Marks what differs between two boards of one person's rules, watches and alerts.
  package mutating func mark(changesFrom old: DealsBoard, to new: DealsBoard, at now: Timestamp) {
    let rules = Dictionary(old.rules.map { ($0.rule.id, $0) }, uniquingKeysWith: { $1 })
    for row in new.rules where rules[row.rule.id].map({ $0 != row }) ?? true { mark(.rule(row.rule.id), at: now) }
    let alerts = Set(old.inbox.items.map(\.alert.id))
    for item in new.inbox.items where !alerts.contains(item.alert.id) { mark(.alert(item.alert.id), at: now) }
    let watches = Dictionary(old.watches.map { ($0.watch.id, $0) }, uniquingKeysWith: { $1 })
    for row in new.watches where watches[row.watch.id].map({ $0.price != row.price }) ?? true {
      mark(.watch(row.watch.id), at: now)
    }
  }
}

extension DiscoverBoard.Funnel {
  /// How many got as far as a stage.
  package func count(_ stage: ChangeMarks.Stage) -> Int64 {
    switch stage {
    case .shown: impressions
    case .viewed: views
    case .accepted: acceptances
    case .redeemed: redemptions
    }
  }
}

extension RankedOffer {
  /// The parts as whole numbers that add up to ``shownScore``, in the order of the factors.
  package var shownParts: [Int] { LargestRemainder.rounded(parts.map(\.points.points)) }

  /// The total as it stands on screen.
  package var shownScore: Int { shownParts.reduce(0, +) }
}
