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
        if walk.distance.value <= 2 * moment.limit {
          against.append(Obstacle(row: row, walk: walk, codes: codes, holds: moment.holds(candidate)))
        }
      } else {
        eligible.append(
          Standing(row: row, walk: walk, score: moment.score(candidate, walk, profile), candidate: candidate))
      }
    }
    eligible.sort(by: Standing.isBetter)
    let paid = moment.payable(eligible, context.campaigns.payable, in: self)
    let split = moment.allowed(paid.allowed, in: self)
    for (over, code) in [(paid.over, HeldBackCode.budgetSpent), (split.over, .frequency)] {
      for standing in over {
        var codes = HeldBackCodes()
        codes.insert(code, if: true)
        totals.add(code)
        against.append(
          Obstacle(row: standing.row, walk: standing.walk, codes: codes, holds: code == .budgetSpent ? .spent : []))
      }
    }
    against.sort { one, other in
      let (near, far) = (one.walk.distance.value, other.walk.distance.value)
      return near == far ? candidates[one.row].id < candidates[other.row].id : near < far
    }
    totals.eligible = split.allowed.count
    totals.heldBackNearby = against.count
    let decision = HeldBackOffer.Decision(context: context, offers: offers)
    return Ranking(
      ranked: split.allowed.prefix(max(0, limit)).map {
        ranked(row: $0.row, walk: $0.walk, moment: moment, profile: profile, worded: worded)
      },
      heldBack: against.prefix(Ranking.heldBackLimit).compactMap { obstacle in
        obstacle.codes.first.map { first in
          HeldBackOffer(
            decision: decision, row: obstacle.row, walk: obstacle.walk, first: first,
            rest: allReasons ? obstacle.codes : HeldBackCodes(), holds: obstacle.holds)
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
  let holds: CampaignHolds
}

extension Moment {
  /// Splits eligible offers, best first, into those their campaigns can still pay an impression for and those they
  /// cannot. An offer already shown in this session costs no impression.
  fileprivate func payable(
    _ standings: [Standing], _ payable: [Int: Int], in index: OfferIndex
  ) -> (allowed: [Standing], over: [Standing]) {
    guard !payable.isEmpty else { return (standings, []) }
    var payable = payable
    var split: (allowed: [Standing], over: [Standing]) = ([], [])
    for standing in standings {
      let candidate = index.candidates[standing.row]
      guard let left = payable[Int(candidate.campaign)], !wasShown(candidate) else {
        split.allowed.append(standing)
        continue
      }
      if left > 0 { split.allowed.append(standing) } else { split.over.append(standing) }
      payable[Int(candidate.campaign)] = left - 1
    }
    return split
  }

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
