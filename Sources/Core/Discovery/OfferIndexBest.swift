extension OfferIndex {
  /// The best offers for one session without the reasons against the others: the quick half of ``ranking``.
  ///
  /// Looks only at offers within the person's walking limit: O(log n + offers in reach).
  package func best(_ limit: Int, for context: Context, profile: OfferProfile) -> [RankedOffer] {
    guard limit > 0 else { return [] }
    let moment = Moment(context, categories: categories)
    // With an allowance the list may have to skip new offers, so that every eligible one must be seen in order.
    var best = BestStandings(limit: moment.allowance == nil ? limit : .max)
    let reach = Metres(moment.limit / Walk.Pace.detour)
    bands.forEachRange(within: reach, of: context.session.position) { rows in
      for row in rows {
        let candidate = candidates[row]
        let walk = moment.walk(to: candidate)
        guard moment.obstacles(candidate, walk).first == nil else { continue }
        best.add(
          Standing(row: row, walk: walk, score: moment.score(candidate, walk, profile), candidate: candidate))
      }
    }
    return moment.allowed(best.standings, in: self).allowed.prefix(limit).map {
      ranked(row: $0.row, walk: $0.walk, moment: moment, profile: profile)
    }
  }
}

extension Moment {
  /// Splits eligible offers, best first, into those the person's frequency still allows today and those it does not.
  /// An offer already shown in this session is no new one.
  func allowed(_ standings: [Standing], in index: OfferIndex) -> (allowed: [Standing], over: [Standing]) {
    guard var allowance else { return (standings, []) }
    var split: (allowed: [Standing], over: [Standing]) = ([], [])
    for standing in standings {
      if history(of: index.candidates[standing.row])?.shownInSession ?? false {
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
