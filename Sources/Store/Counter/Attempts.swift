import Core

/// Failed looks at claim codes, as a bucket of tokens: each costs one, and they come back with time, so that a hand that
/// slips is never stopped and a machine that guesses is at once.
struct AttemptBucket: Hashable {
  static let most = 20.0
  /// One token comes back in this time.
  static let refill = TimeSpan.seconds(3)

  private(set) var tokens = most
  private(set) var asOf: Timestamp

  /// Full.
  init(at now: Timestamp) {
    asOf = now
  }

  init(tokens: Double, asOf: Timestamp) {
    self.tokens = tokens
    self.asOf = asOf
  }

  /// The same bucket later. A clock that was set back gives nothing and takes nothing.
  func filled(until now: Timestamp) -> AttemptBucket {
    let gained = Double(max(0, (now - asOf).milliseconds)) / Double(Self.refill.milliseconds)
    return AttemptBucket(tokens: min(Self.most, tokens + gained), asOf: now)
  }

  /// Whole seconds until one token is there; 0 if one is.
  var secondsToWait: Int {
    tokens >= 1 ? 0 : Int(((1 - tokens) * Double(Self.refill.milliseconds) / 1000).rounded(.up))
  }

  /// One token less.
  func spent() -> AttemptBucket {
    AttemptBucket(tokens: max(0, tokens - 1), asOf: asOf)
  }
}

extension Store {
  /// Refuses to look at another code while the actor has no token left, right or wrong: an answer would be a free guess.
  /// - Throws: ``StoreError/exhausted(code:sentence:)`` with the seconds to wait.
  func refuseThrottled(_ actor: Actor, now: Timestamp) throws(StoreError) {
    let seconds = try bucket(of: actor, now: now).secondsToWait
    guard seconds > 0 else { return }
    throw .exhausted(
      code: "attempts.throttled",
      sentence: "too many wrong codes; wait \(seconds) second\(seconds == 1 ? "" : "s") and try again")
  }

  /// Counts a code that was wrong. A transaction of its own, which stays whatever is thrown after it.
  func countWrongCode(of actor: Actor, now: Timestamp) throws(StoreError) {
    if isReadOnly {
      guard actor.role != .partner else {
        throw .refused(
          code: "read_only", sentence: "a wrong code is counted, which a read-only database cannot; open it for writing"
        )
      }
      return
    }
    try write { () throws(StoreError) in
      let bucket = try bucket(of: actor, now: now).spent()
      try connection.run(
        """
        INSERT INTO attempt (actor, tokens, as_of)
        VALUES (:actor, :tokens, :as_of)
        ON CONFLICT (actor) DO UPDATE SET tokens = excluded.tokens, as_of = excluded.as_of
        """,
        [":actor": .text(actor.description), ":tokens": .real(bucket.tokens), ":as_of": .instant(bucket.asOf)])
    }
  }

  private func bucket(of actor: Actor, now: Timestamp) throws(StoreError) -> AttemptBucket {
    let stored = try connection.row(
      """
      SELECT tokens, as_of
        FROM attempt
       WHERE actor = :actor
      """,
      [":actor": .text(actor.description)]
    ) { row throws(StoreError) in AttemptBucket(tokens: row.real(0), asOf: row.instant(1)) }
    return (stored ?? AttemptBucket(at: now)).filled(until: now)
  }
}
