/// The thing an edit is about: an offer, a partner, a person's preferences …
package struct CommandSubject: Hashable, Sendable, CustomStringConvertible {
  /// What kind of thing.
  package enum Kind: String, Sendable, CaseIterable {
    case offer, partner, preferences, claim, key, settlement, file, experiment, campaign, rule, watch
  }

  package let kind: Kind
  /// Its number; of preferences the person's, of a settlement its period, of a file 0.
  package let id: Int64

  package init(_ kind: Kind, id: Int64) {
    self.kind = kind
    self.id = id
  }

  package static func offer(_ id: Offer.ID) -> Self { Self(.offer, id: id.value) }
  package static func partner(_ id: Partner.ID) -> Self { Self(.partner, id: id.value) }
  package static func preferences(_ id: Person.ID) -> Self { Self(.preferences, id: id.value) }
  package static func experiment(_ id: Experiment.ID) -> Self { Self(.experiment, id: id.value) }
  package static func campaign(_ id: Campaign.ID) -> Self { Self(.campaign, id: id.value) }
  package static func rule(_ id: AlertRule.ID) -> Self { Self(.rule, id: id.value) }
  package static func watch(_ id: Watch.ID) -> Self { Self(.watch, id: id.value) }
  package static func claim(_ id: Claim.ID) -> Self { Self(.claim, id: id.value) }

  /// As in "offer 17".
  package var description: String {
    switch kind {
    case .preferences: "preferences of person \(id)"
    case .file: "a file"
    default: "\(kind.rawValue) \(id)"
    }
  }
}
