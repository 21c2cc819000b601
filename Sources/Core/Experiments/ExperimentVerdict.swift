/// What to do about an experiment, and why: one answer, computed from the same numbers as everything else about it.
package struct ExperimentVerdict: Hashable, Sendable {
  /// In the order in which they are considered.
  package enum Kind: String, Sendable, CaseIterable {
    /// Nobody was exposed in some arm yet.
    case noData = "no_data"
    /// What was counted cannot be compared: the split is not the one asked for, or people were in two arms.
    case unhealthy
    /// Fewer days or conversions than a winner may be named after.
    case tooEarly = "too_early"
    /// The variant is better at its goal and breaks a guardrail: a person weighs that.
    case review
    /// No variant is worth keeping: each is worse, or breaks a guardrail.
    case rollBack = "roll_back"
    /// One variant is better than the control.
    case ship
    /// The planned sample is reached and no difference was found.
    case inconclusive
    case keepRunning = "keep_running"
  }

  package let kind: Kind
  /// Index of the arm to ship; nil for every other verdict.
  package let arm: Int?
  /// In a few words, for a list: "26 days left".
  package let reason: String
  private let telling: Telling

  /// Where the sentences come from: a list of a thousand verdicts shows none of them, so they are made when asked for.
  private enum Telling: Hashable, Sendable {
    case written(String)
    case from(VerdictFacts)
  }

  package init(_ kind: Kind, arm: Int? = nil, reason: String, text: String) {
    self.kind = kind
    self.arm = arm
    self.reason = reason
    telling = .written(text)
  }

  /// `arms` are the indices of the arms that have a weight, in the order of the facts' names.
  package init(_ facts: VerdictFacts, arms: [Int]) {
    let (kind, variant) = facts.outcome
    self.kind = kind
    arm = kind == .ship ? variant.map { arms[$0 + 1] } : nil
    reason = facts.reason(kind, variant)
    telling = .from(facts)
  }

  /// In sentences that name n, rates, interval and chance.
  package var text: String {
    switch telling {
    case .written(let text): text
    case .from(let facts): facts.text
    }
  }

  /// Whether somebody should act: everything but waiting.
  package var needsYou: Bool {
    switch kind {
    case .noData, .tooEarly, .keepRunning: false
    case .unhealthy, .review, .rollBack, .ship, .inconclusive: true
    }
  }

  /// Whether the question is answered, so that it may end.
  package var isAnswer: Bool {
    switch kind {
    case .review, .rollBack, .ship, .inconclusive: true
    case .noData, .unhealthy, .tooEarly, .keepRunning: false
    }
  }

  /// Whether the difference between the arms may be shown.
  package var showsLift: Bool { kind != .unhealthy && kind != .noData }
}
