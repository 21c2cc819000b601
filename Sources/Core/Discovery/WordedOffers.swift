/// The few offers of an index that an experiment words otherwise for one person, by their rows: ranked, shown and
/// accepted as they are worded.
struct WordedOffers {
  private var offers: [Int: Offer] = [:]
  private var candidates: [Int: Candidate] = [:]

  /// Nothing is looked up for a person to whom nothing is worded otherwise.
  init(_ wordings: [Offer.ID: ArmWording], in index: OfferIndex) {
    guard !wordings.isEmpty else { return }
    for (id, wording) in wordings {
      guard let row = index.row(of: id) else { continue }
      let offer = index.offers[row].worded(wording)
      offers[row] = offer
      var candidate = Candidate(offer, category: Int(index.candidates[row].category))
      candidate.campaign = index.candidates[row].campaign
      candidates[row] = candidate
    }
  }

  /// Whether every row is as the index has it, so that none need be looked up.
  var isEmpty: Bool { candidates.isEmpty }

  /// The packed facts of a row as the person is shown it.
  func candidate(_ row: Int, in index: OfferIndex) -> Candidate {
    candidates[row] ?? index.candidates[row]
  }

  /// The offer of a row as the person is shown it.
  func offer(_ row: Int, in index: OfferIndex) -> Offer {
    offers[row] ?? index.offers[row]
  }
}
