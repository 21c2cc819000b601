/// How well alerts serve those who wait for something, over the alerts raised in a span of time (row D.55).
///
/// Six rates, each with what is counted, out of what, and Wilson's interval. Whether people do more because of alerts is
/// no rate of these: that takes people who get none, and nobody is held out.
package struct AlertMetrics: Hashable, Sendable {
  /// What was counted. An alert is about a listing; a message is what is told at once: an alert that is told by itself, an
  /// `and 12 more`, or a digest.
  package struct Counts: Hashable, Sendable {
    package var raised = 0
    /// Sent, by themselves or in a digest.
    package var told = 0
    package var messages = 0
    package var read = 0
    /// Messages sent at least ``AlertMetrics/prompt`` ago.
    package var sentBefore = 0
    /// Of these, read within that time.
    package var readPromptly = 0
    /// Kept back or put together by a cap of the day or a limit of the hour, also those told later.
    package var limited = 0
    /// Rules that are on.
    package var rules = 0
    /// Of these, those that raised an alert.
    package var rulesThatFound = 0
    package var watches = 0
    /// Watches that raised an alert.
    package var watchesThatTold = 0

    package init() {}
  }

  /// A share of a count.
  package struct Rate: Hashable, Sendable {
    package enum Name: String, Sendable, CaseIterable {
      case told, read
      case promptlyRead = "promptly_read"
      case limited
      case rulesThatFound = "rules_that_found"
      case watchesThatTold = "watches_that_told"
    }

    package let name: Name
    package let count: Int
    package let outOf: Int

    /// Nil of nothing.
    package var value: Double? { outOf > 0 ? Double(count) / Double(outOf) : nil }

    /// Wilson's, at 95 %; nil of nothing.
    package var interval: (low: Double, high: Double)? {
      Wilson.interval(successes: Int64(count), trials: Int64(outOf))
    }

    /// What is divided by what, in words.
    package var definition: String {
      switch name {
      case .told: "alerts sent, alone or in a digest, of those raised"
      case .read: "messages read, of those sent; an alert, an 'and 12 more' or a digest is one"
      case .promptlyRead: "messages read within an hour, of those sent at least an hour ago"
      case .limited: "alerts that a cap of the day or a limit of the hour kept back, of those raised"
      case .rulesThatFound: "rules that raised an alert, of those that are on"
      case .watchesThatTold: "watches that raised an alert, of all there are"
      }
    }
  }

  /// Within what time reading is prompt.
  package static let prompt = TimeSpan.hours(1)

  /// Why there is no uplift among the rates.
  package static let noUplift = "nobody is held out: an uplift is said only against people who get no alerts"

  package let from: Timestamp
  package let until: Timestamp
  package let counts: Counts

  package init(from: Timestamp, until: Timestamp, counts: Counts) {
    self.from = from
    self.until = until
    self.counts = counts
  }

  /// In the order of ``Rate/Name``.
  package var rates: [Rate] {
    Rate.Name.allCases.map { name in
      switch name {
      case .told: Rate(name: name, count: counts.told, outOf: counts.raised)
      case .read: Rate(name: name, count: counts.read, outOf: counts.messages)
      case .promptlyRead: Rate(name: name, count: counts.readPromptly, outOf: counts.sentBefore)
      case .limited: Rate(name: name, count: counts.limited, outOf: counts.raised)
      case .rulesThatFound: Rate(name: name, count: counts.rulesThatFound, outOf: counts.rules)
      case .watchesThatTold: Rate(name: name, count: counts.watchesThatTold, outOf: counts.watches)
      }
    }
  }
}
