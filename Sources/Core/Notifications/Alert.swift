/// Something a person asked to be told: a listing that meets a rule, a price that reached a watch's threshold, or what
/// stands for several of them.
package struct Alert: Hashable, Sendable {
  package typealias ID = Core.ID<Alert>

  package enum Kind: String, Sendable, CaseIterable {
    /// A listing meets a rule.
    case deal
    /// A watch's threshold was reached.
    case price
    /// Stands for the alerts that were too many for one hour.
    case more
    /// A digest, as an item of the inbox.
    case digest
  }

  package enum State: String, Sendable, CaseIterable {
    /// Not decided yet.
    case queued
    /// Decided again at ``Alert/dueAt``.
    case held
    /// Goes into the digest of ``Alert/dueAt``.
    case digest
    /// On its channels, or in a digest that was composed.
    case sent
    /// Not to be told, as its person wished.
    case dropped
    /// Told by another alert, of the kind ``Kind/more``.
    case collapsed
    /// Its rule or watch went before it was told.
    case cancelled
  }

  package let id: ID
  package let person: Person.ID
  package let rule: AlertRule.ID?
  package let watch: Watch.ID?
  package let kind: Kind
  package let listing: Listing.ID?
  /// The name of the rule or watch that raised it, which may be gone by now.
  package let origin: String
  /// Which fall of the listing's price a deal tells of, from 1.
  package let priceEpoch: Int?
  /// The how many-th time its watch spoke of the listing.
  package let triggerNumber: Int?
  /// As it was then.
  package let price: Money?
  /// The words of the listing that met the rule's keywords, as they stand there.
  package let matchedWords: [String]
  /// When it was raised.
  package let at: Timestamp
  package let state: State
  /// When it is decided, or was; the window of a digest it waits for.
  package let dueAt: Timestamp
  /// When the state became what it is.
  package let decidedAt: Timestamp?
  /// Why the state is what it is, and of what was sent at last why it was held; nil where nothing ever held it.
  package let reason: AlertReason?
  package let readAt: Timestamp?
  /// Out of the inbox until then, and unread again.
  package let snoozedUntil: Timestamp?
  /// How many alerts one of the kind ``Kind/more`` stands for.
  package let moreCount: Int?
  /// The alert that stands for this one.
  package let collapsedInto: ID?
  /// The digest it was put into, or is.
  package let digest: Digest.ID?

  package init(
    id: ID, person: Person.ID, rule: AlertRule.ID?, watch: Watch.ID?, kind: Kind, listing: Listing.ID?,
    origin: String, priceEpoch: Int?, triggerNumber: Int?, price: Money?, matchedWords: [String], at: Timestamp,
    state: State, dueAt: Timestamp,
    decidedAt: Timestamp?, reason: AlertReason?, readAt: Timestamp?, snoozedUntil: Timestamp?, moreCount: Int?,
    collapsedInto: ID?, digest: Digest.ID?
  ) {
    self.id = id
    self.person = person
    self.rule = rule
    self.watch = watch
    self.kind = kind
    self.listing = listing
    self.origin = origin
    self.priceEpoch = priceEpoch
    self.triggerNumber = triggerNumber
    self.price = price
    self.matchedWords = matchedWords
    self.at = at
    self.state = state
    self.dueAt = dueAt
    self.decidedAt = decidedAt
    self.reason = reason
    self.readAt = readAt
    self.snoozedUntil = snoozedUntil
    self.moreCount = moreCount
    self.collapsedInto = collapsedInto
    self.digest = digest
  }
}
