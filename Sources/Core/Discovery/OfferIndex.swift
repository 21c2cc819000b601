/// All offers, ready to be ranked for any session: packed facts in the order of a spatial index.
///
/// One engine serves the commands, the panes and the simulator. Building is O(n log n); a place taken or given back is
/// patched in O(1).
package struct OfferIndex: Sendable {
  /// In the order of the rows.
  package private(set) var offers: [Offer]
  private(set) var candidates: [Candidate]
  /// Apart from the other facts, because most rows are told by their distance alone.
  let positions: [SpherePoint]
  let categories: [String]
  let bands: LatitudeBands
  private let rows: [Offer.ID: Int]

  /// Offers must have distinct ids; of two with the same id the later one is found by its id.
  package init(_ offers: [Offer]) {
    let bands = LatitudeBands(offers.map(\.position))
    let sorted = bands.order.map { offers[$0] }
    var numbers: [String: Int] = [:]
    var categories: [String] = []
    for offer in sorted where numbers[offer.category] == nil {
      numbers[offer.category] = categories.count
      categories.append(offer.category)
    }
    self.bands = bands
    self.offers = sorted
    self.categories = categories
    positions = sorted.map { SpherePoint($0.position) }
    candidates = sorted.map { Candidate($0, category: numbers[$0.category] ?? 0) }
    rows = Dictionary(zip(sorted.map(\.id), sorted.indices), uniquingKeysWith: { $1 })
  }

  package subscript(id: Offer.ID) -> Offer? {
    rows[id].map { offers[$0] }
  }

  /// Notes that places were taken or given back.
  package mutating func setCapacityLeft(_ left: Int?, of id: Offer.ID) {
    guard let row = rows[id], offers[row].capacityTotal != nil else { return }
    offers[row].capacityLeft = left
    candidates[row].capacityLeft = left ?? 0
  }

  /// Notes the place of each offer's campaign in ``CampaignGates``; an offer that is not named has none.
  package mutating func setCampaigns(_ places: [Offer.ID: Int]) {
    for row in candidates.indices { candidates[row].campaign = -1 }
    for (id, place) in places {
      if let row = rows[id] { candidates[row].campaign = Int32(place) }
    }
  }

  /// The score of one offer, whether or not it is eligible; nil if it is not in the index.
  package func evaluate(_ id: Offer.ID, for context: Context, profile: OfferProfile) -> RankedOffer? {
    guard let row = rows[id] else { return nil }
    let moment = Moment(context, categories: categories)
    let worded = WordedOffers(context.person.wordings, in: self)
    return ranked(row: row, walk: moment.walk(to: positions[row]), moment: moment, profile: profile, worded: worded)
  }

  /// The place of an offer in the index; nil if it is not there.
  func row(of id: Offer.ID) -> Int? { rows[id] }

  /// A row with its parts and their reasons.
  func ranked(
    row: Int, walk: Walk, moment: Moment, profile: OfferProfile, worded: WordedOffers
  ) -> RankedOffer {
    let candidate = worded.candidate(row, in: self)
    let offer = worded.offer(row, in: self)
    let value = moment.value(candidate)
    let points = [
      moment.temporal(candidate, walk).points(minutesLeft: moment.minutesLeft, weight: profile.temporal),
      moment.spatial.points(for: walk, weight: profile.spatial),
      value.points(weight: profile.value, currency: offer.currency),
      CapacityFactor(total: offer.capacityTotal, left: candidate.capacityLeft).points(weight: profile.capacity),
      moment.affinity(candidate).points(weight: profile.affinity, category: offer.category),
    ]
    return RankedOffer(
      offer: offer, score: moment.score(candidate, walk, profile),
      parts: zip(OfferFactor.allCases, points).map { RankedOffer.Part(factor: $0, points: $1) }, walk: walk,
      valueCents: value.roundedCents)
  }
}
