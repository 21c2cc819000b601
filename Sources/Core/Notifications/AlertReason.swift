/// Why an alert is where it is: a code for scripts, and the words that go with it.
package struct AlertReason: Hashable, Sendable {
  package enum Code: String, Sendable, CaseIterable {
    case ruleDeleted = "rule.deleted"
    case rulePaused = "rule.paused"
    case ruleChanged = "rule.changed"
    case watchRemoved = "watch.removed"
    case blockedCategory = "preferences.blocked_category"
    case otherCategory = "preferences.category"
    case quietHours = "preferences.quiet_hours"
    case frequency = "preferences.frequency"
    case dailyCap = "cap.day"
    case ruleThrottle = "throttle.rule"
    case personThrottle = "throttle.person"
    case inDigest = "digest.sent"
    case toldBefore = "digest.told_before"
    case unverifiedChannel = "channel.unverified"

    /// For a line that counts what was held: `3 by quiet hours`.
    package var title: String {
      switch self {
      case .ruleDeleted: "deleted rules"
      case .rulePaused: "paused rules"
      case .ruleChanged: "changed rules"
      case .watchRemoved: "removed watches"
      case .blockedCategory: "blocked categories"
      case .otherCategory: "categories not asked for"
      case .quietHours: "quiet hours"
      case .frequency: "the digest's frequency"
      case .dailyCap: "the daily cap"
      case .ruleThrottle: "the hourly limit of a rule"
      case .personThrottle: "the hourly limit"
      case .inDigest: "the digest"
      case .toldBefore: "an alert sent before"
      case .unverifiedChannel: "unverified channels"
      }
    }
  }

  package let code: Code
  package let text: String

  package init(_ code: Code, _ text: String) {
    self.code = code
    self.text = text
  }
}
