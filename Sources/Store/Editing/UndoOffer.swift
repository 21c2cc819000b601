import Core

extension Store {
  /// Brings back the facts and the state an offer had before a command. Where there was no offer before, it is archived:
  /// no offer is ever deleted.
  func revertOffer(_ target: LoggedCommand, by actor: Actor, now: Timestamp) throws(StoreError) -> CommandChange {
    let current = try offer(Offer.ID(target.subject.id))
    try permit(actor, toEdit: "offer", current.id, of: current.partnerID)
    guard try stands(target, at: current.version) else {
      throw .changedSince(target, by: try author(of: current), try differences(of: current, since: target))
    }
    var next = current
    next.state = .archived
    var reason: String?
    if let before = target.versionBefore {
      guard let old = try offer(current.id, version: before) else {
        throw .corrupt(detail: "offer \(current.id) has no version \(before)")
      }
      next = old.with(id: current.id, version: current.version)
      next.capacityLeft = current.capacityLeft
      reason = try self.reason(of: old)
    }
    let partner = try partner(current.partnerID)
    if next.state.isApproved, target.verb == "undo", try isAutomatic(target), !partner.autoApprove {
      throw .refused(
        code: "not_allowed",
        sentence:
          "offers of partner \(partner.id) are not approved automatically any more; submit offer \(current.id) anew")
    }
    if next.counts(at: now), !current.counts(at: now) { try refuseBeyondLimit(of: partner, now: now) }
    let stored = try replace(next, by: actor, reason: reason, now: now)
    if target.verb == "undo" { try tellOfApproval(of: stored, from: current, now: now) }
    return CommandChange(
      versionBefore: current.version, versionAfter: stored.version,
      factsOf: try factsVersion(target.versionBefore, of: target.subject) ?? 0, undoes: target.id)
  }

  /// Whether an undo took back a submission, which alone approves without an operator.
  private func isAutomatic(_ undo: LoggedCommand) throws(StoreError) -> Bool {
    var command = undo
    while let earlier = command.undoes { command = try self.command(earlier) }
    return command.verb == "offer submit"
  }

  private func differences(of current: Offer, since target: LoggedCommand) throws(StoreError) -> [String] {
    guard let after = target.versionAfter, let left = try offer(current.id, version: after) else { return [] }
    let state = left.state == current.state ? [] : ["state \(current.state.rawValue)"]
    return current.differences(from: left) + state
  }
}
