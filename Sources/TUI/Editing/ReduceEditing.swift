import Core

extension State {
  /// Does what a command that takes changes back means.
  mutating func perform(_ intent: EditIntent) -> [Effect] {
    switch intent {
    case .undo: give(.undo)
    case .redo: give(.redo)
    }
  }

  /// Hands out a change.
  mutating func give(_ order: EditOrder) -> [Effect] {
    let job = nextJob()
    edits[job] = order
    return [.edit(job, order)]
  }

  /// Says what became of a change, and reads what it touched.
  mutating func finish(_ job: Job, _ report: EditReport) -> [Effect] {
    guard edits.removeValue(forKey: job) != nil else { return [] }
    if clock.run != nil { clock.deeds += 1 }
    if !report.summary.isEmpty { notify(.success, report.summary) }
    if let first = report.problems.first {
      let more = report.problems.count - 1
      notify(.warning, more > 0 ? "\(first), and \(more) more like it" : first)
    }
    if let offer = report.offerID { partners.expect(offer) }
    return reloadPartners() + reloadExperiments() + reloadCampaigns() + reloadDeals()
      + reload([.offers, .people])
  }

  /// A change that was not made. False if nobody waits for the job.
  mutating func failEdit(_ job: Job, _ reason: String) -> [Effect]? {
    guard edits.removeValue(forKey: job) != nil else { return nil }
    notify(.failure, reason)
    // What it was about may be another by now.
    return reloadPartners() + reloadExperiments() + reloadCampaigns() + reloadDeals()
  }
}
