import Core

/// Counter mode: one field that takes a code and then an amount, a big answer, and beside it who is on the way and the
/// day's slip.
package struct Counter: Equatable, Sendable {
  /// What the field takes.
  package enum Step: Equatable, Sendable {
    case code
    /// What was paid for a claim that is good.
    case amount(ClaimFacts)
  }

  /// What the big word says.
  package enum Verdict: Equatable, Sendable {
    case checking
    case checked(ClaimCheck)
    case redeemed(Redemption, offerTitle: String)
    /// Nothing could be found out, or done, for a reason in words.
    case failed(String)
    /// A good claim was put back, and stays good.
    case putBack(ClaimFacts)
  }

  /// Whose counter it is; nil takes the codes of every partner.
  package let partnerID: Partner.ID?
  package var entry = TextEntry(limit: 40)
  package internal(set) var step = Step.code
  package internal(set) var verdict: Verdict?
  /// What is wrong with the amount.
  package internal(set) var objection: String?
  /// The code or the redemption that was asked for.
  package internal(set) var job: Job?
  package internal(set) var board: CounterBoard?
  /// The read of the board that is under way.
  package internal(set) var boardJob: Job?
  /// Something changed while the board was being read.
  package internal(set) var isBoardOld = false
  /// The slip takes the room of those on the way, where there is none for both.
  package internal(set) var showsSlip = false

  init(of partner: Partner.ID?) { partnerID = partner }

  /// The partner whose board stands beside the field: its own, else that of the last claim that was found.
  var boardPartner: Partner.ID? {
    if let partnerID { return partnerID }
    switch verdict {
    case .checked(let check): return check.claim?.partnerID ?? board?.slip.partnerID
    case .redeemed(let redemption, _): return redemption.partnerID
    case .putBack(let facts): return facts.partnerID
    case .checking, .failed, nil: return board?.slip.partnerID
    }
  }
}

/// What a counter wants of the database.
package enum CounterOrder: Hashable, Sendable {
  /// Read a partner's board.
  case look(Partner.ID)
  /// Say whether a code is good, at a partner's counter or at any.
  case check(String, at: Partner.ID?)
  /// Close a claim for what was paid.
  case redeem(ClaimFacts, amountCents: Int64)
}

/// The answers to a ``CounterOrder``.
package enum CounterNews: Hashable, Sendable {
  case board(CounterBoard)
  case checked(ClaimCheck)
  case redeemed(Redemption)
}

/// What a command of counter mode means.
package enum CounterIntent: Hashable, Sendable, CaseIterable {
  case show, submit, turn, copySlip
}
