/// The five factors of an offer's score, in the order they are shown.
package enum OfferFactor: String, Sendable, CaseIterable {
  case temporal, spatial, value, capacity, affinity
}

/// An offer that is shown, with the reasons for its place.
package struct RankedOffer: Hashable, Sendable {
  /// One factor's part in the score.
  package struct Part: Hashable, Sendable {
    package let factor: OfferFactor
    package let points: FactorPoints
  }

  package let offer: Offer
  /// The exact sum of the parts, 0 to 100.
  package let score: Double
  /// In the order of ``OfferFactor``.
  package let parts: [Part]
  package let walk: Walk
  /// The worth to this person in this session, in minor units, rounded half up.
  package let valueCents: Int64
}

/// One code with the numbers behind it and a sentence.
package struct HeldBackReason: Hashable, Sendable {
  /// A number, text or list with its unit.
  package struct Quantity: Hashable, Sendable {
    package let value: JSON
    package let unit: String

    package init(_ value: JSON, _ unit: String) {
      self.value = value
      self.unit = unit
    }
  }

  package let code: HeldBackCode
  package let actual: Quantity
  package let required: Quantity
  package let sentence: String

  package init(code: HeldBackCode, actual: Quantity, required: Quantity, sentence: String) {
    self.code = code
    self.actual = actual
    self.required = required
    self.sentence = sentence
  }
}
