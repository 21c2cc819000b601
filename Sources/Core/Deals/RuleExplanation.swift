/// Why a rule speaks of a listing, or why it does not: criterion by criterion, and what became of it.
package struct RuleExplanation: Hashable, Sendable {
  package let rule: AlertRule
  package let listing: Listing
  package let verdict: RuleVerdict
  /// Whether the listing was there, as it is, before the rule began to look.
  package let isBefore: Bool
  /// The last alert the rule raised of the listing; nil where there is none.
  package let alert: Alert?

  package init(rule: AlertRule, listing: Listing, verdict: RuleVerdict, isBefore: Bool, alert: Alert?) {
    self.rule = rule
    self.listing = listing
    self.verdict = verdict
    self.isBefore = isBefore
    self.alert = alert
  }

  /// The one sentence that answers the question, without its full stop.
  package var answer: String {
    if let obstacle = verdict.obstacle { return "it does not match: \(obstacle.reason)" }
    if let alert { return "it matches, and \(Self.words(alert))" }
    if !rule.isEnabled { return "it would match, but the rule is paused" }
    if isBefore { return "it matches, but it was there before the rule began; a later change of it will be told" }
    return "it matches"
  }

  private static func words(_ alert: Alert) -> String {
    let reason = alert.reason.map { ": \($0.text)" } ?? ""
    return switch alert.state {
    case .queued: "its alert is waiting to be decided"
    case .held: "its alert is held\(reason)"
    case .digest: "its alert waits for the digest\(reason)"
    case .sent: "it was told"
    case .dropped: "its alert was dropped\(reason)"
    case .collapsed: "it was told together with others\(reason)"
    case .cancelled: "its alert was cancelled\(reason)"
    }
  }
}
