import Core

/// Whom an offer would reach, told beside its form while it is written: one estimate at a time is asked for, and of
/// those that are wanted meanwhile only the last.
package struct ReachWatch: Equatable, Sendable {
  /// The last estimate.
  package internal(set) var estimate: ReachEstimate?
  /// The offer that was estimated last, or is.
  var asked: Offer?
  /// The estimate that is under way.
  package internal(set) var job: Job?
  /// The offer as it is by now.
  var wanted: Offer?
  /// What stands in the form is no offer, so the estimate is of one before.
  package internal(set) var isOld = false
  /// Why there is none.
  package internal(set) var failure: String?

  package init() {}
}

extension State {
  /// Asks anew whom the offer in a form would reach, if that may be another.
  mutating func estimateReach(_ form: Form, _ draft: OfferDraft) -> [Effect] {
    guard var watch = form.aside else { return [] }
    let offer = try? OfferForm.offer(draft.offer, draft) { form.value($0) }
    let isOffer = offer != nil && form.fields.allSatisfy { $0.value.objection == nil }
    watch.isOld = !isOffer
    guard isOffer, let offer = offer?.forReach else {
      setReach(of: form) { $0 = watch }
      return []
    }
    watch.wanted = offer == watch.asked ? nil : offer
    let effects = begin(&watch)
    setReach(of: form) { $0 = watch }
    return effects
  }

  /// Takes an estimate, and asks for the next if the offer is another by now.
  mutating func show(_ estimate: ReachEstimate, from job: Job) -> [Effect] {
    guard let form = dialogs.compactMap(\.form).first(where: { $0.aside?.job == job }), var watch = form.aside else {
      return []
    }
    watch.job = nil
    watch.estimate = estimate
    watch.failure = nil
    let effects = begin(&watch)
    setReach(of: form) { $0 = watch }
    return effects
  }

  /// An estimate that could not be made. False if nobody waits for the job.
  mutating func failReach(_ job: Job, _ reason: String) -> Bool {
    guard let form = dialogs.compactMap(\.form).first(where: { $0.aside?.job == job }) else { return false }
    setReach(of: form) { watch in
      watch?.job = nil
      watch?.failure = reason
    }
    return true
  }

  private mutating func begin(_ watch: inout ReachWatch) -> [Effect] {
    guard watch.job == nil, let offer = watch.wanted else { return [] }
    let job = nextJob()
    watch.job = job
    watch.asked = offer
    watch.wanted = nil
    return [.partner(job, .reach(offer))]
  }

  private mutating func setReach(of form: Form, _ change: (inout ReachWatch?) -> Void) {
    guard let index = dialogs.lastIndex(where: { $0.form?.purpose == form.purpose }),
      case .form(var present) = dialogs[index]
    else { return }
    change(&present.aside)
    dialogs[index] = .form(present)
  }
}

extension Offer {
  /// The same without what changes nobody's seeing it, and as it would be once it is approved.
  fileprivate var forReach: Offer {
    var offer = self
    offer.title = ""
    offer.description = ""
    offer.terms = ""
    offer.state = .approved
    return offer
  }
}
