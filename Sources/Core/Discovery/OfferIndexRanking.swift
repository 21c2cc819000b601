extension OfferIndex {
  /// The whole answer for one session: the best `limit` offers with their factors, and why not the others.
  ///
  /// Every offer is checked, O(n); only those within twice the walking limit are listed among the held back.
  /// - Parameter allReasons: list every reason against a held-back offer, not only the first.
  package func ranking(
    for context: Context, profile: OfferProfile, limit: Int, allReasons: Bool = false
  ) -> Ranking {
    let moment = Moment(context, categories: categories)
    let worded = WordedOffers(context.person.wordings, in: self)
    let isPlain = worded.isEmpty
    var eligible: [Standing] = []
    var against: [Obstacle] = []
    var totals = Ranking.Totals()
    for row in candidates.indices {
      let candidate = isPlain ? candidates[row] : worded.candidate(row, in: self)
      let walk = moment.walk(to: positions[row])
      let codes = moment.obstacles(candidate, walk)
      if walk.distance.value <= moment.limit { totals.withinReach += 1 }
      if let first = codes.first {
        totals.add(first)
        if walk.distance.value <= 2 * moment.limit { against.append(Obstacle(row: row, walk: walk, codes: codes)) }
      } else {
        eligible.append(
          Standing(row: row, walk: walk, score: moment.score(candidate, walk, profile), candidate: candidate))
      }
    }
    eligible.sort(by: Standing.isBetter)
    let split = moment.allowed(eligible, in: self)
    for standing in split.over {
      var codes = HeldBackCodes()
      codes.insert(.frequency, if: true)
      totals.add(.frequency)
      against.append(Obstacle(row: standing.row, walk: standing.walk, codes: codes))
    }
    let nearest = against.sorted {
      ($0.walk.distance.value, candidates[$0.row].id) < ($1.walk.distance.value, candidates[$1.row].id)
    }
    totals.eligible = eligible.count - split.over.count
    totals.heldBackNearby = against.count
    let decision = HeldBackOffer.Decision(context: context, offers: offers)
    return Ranking(
      ranked: split.allowed.prefix(max(0, limit)).map {
        ranked(row: $0.row, walk: $0.walk, moment: moment, profile: profile, worded: worded)
      },
      heldBack: nearest.prefix(Ranking.heldBackLimit).compactMap { obstacle in
        obstacle.codes.first.map { first in
          HeldBackOffer(
            decision: decision, row: obstacle.row, walk: obstacle.walk, first: first,
            rest: allReasons ? obstacle.codes : HeldBackCodes())
        }
      },
      totals: totals, reason: ObstacleReason(context: context).forWholeList)
  }
}

/// A row that is held back.
private struct Obstacle {
  let row: Int
  let walk: Walk
  let codes: HeldBackCodes
}

extension Moment {
  /// Splits eligible offers, best first, into those the person's frequency still allows today and those it does not.
  /// An offer already shown in this session is no new one.
  func allowed(_ standings: [Standing], in index: OfferIndex) -> (allowed: [Standing], over: [Standing]) {
    guard var allowance else { return (standings, []) }
    var split: (allowed: [Standing], over: [Standing]) = ([], [])
    for standing in standings {
      if wasShown(index.candidates[standing.row]) {
        split.allowed.append(standing)
      } else if allowance > 0 {
        allowance -= 1
        split.allowed.append(standing)
      } else {
        split.over.append(standing)
      }
    }
    return split
  }
}
