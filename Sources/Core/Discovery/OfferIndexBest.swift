extension OfferIndex {
  /// The best offers for one session without the reasons against the others: the quick half of ``ranking``.
  ///
  /// Looks only at offers within the person's walking limit: O(log n + offers in reach).
  package func best(_ limit: Int, for context: Context, profile: OfferProfile) -> [RankedOffer] {
    guard limit > 0 else { return [] }
    // Which offers a campaign pays for hangs on all of them in order.
    guard context.campaigns.payable.isEmpty else {
      return ranking(for: context, profile: profile, limit: limit).ranked
    }
    let moment = Moment(context, categories: categories)
    let worded = WordedOffers(context.person.wordings, in: self)
    let isPlain = worded.isEmpty
    // Only so many new offers as the person is still allowed today, beside those already shown in this session.
    var new = BestStandings(limit: min(limit, moment.allowance ?? limit))
    var shown = BestStandings(limit: limit)
    let reach = Metres(moment.limit / Walk.Pace.detour)
    bands.forEachRange(within: reach, of: context.session.position) { rows in
      for row in rows {
        let walk = moment.walk(to: positions[row])
        guard walk.distance.value <= moment.limit else { continue }
        let candidate = isPlain ? candidates[row] : worded.candidate(row, in: self)
        guard moment.obstacles(candidate, walk).isEmpty else { continue }
        let standing = Standing(
          row: row, walk: walk, score: moment.score(candidate, walk, profile), candidate: candidate)
        if moment.wasShown(candidate) { shown.add(standing) } else { new.add(standing) }
      }
    }
    let best = (new.standings + shown.standings).sorted(by: Standing.isBetter)
    return best.prefix(limit).map {
      ranked(row: $0.row, walk: $0.walk, moment: moment, profile: profile, worded: worded)
    }
  }
}
