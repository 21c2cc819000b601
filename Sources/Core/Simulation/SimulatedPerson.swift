/// Somebody of the town with tastes the engine never sees: what it learns of them it learns from their answers.
package struct SimulatedPerson: Hashable, Sendable {
  package let id: Person.ID
  package let tastes: Tastes

  /// The same person for the same town and id, without anything stored.
  package init(id: Person.ID, townSeed: UInt64) {
    self.id = id
    tastes = Tastes(subject: id.value, townSeed: townSeed)
  }
}

/// What somebody likes and how they decide. All of it follows from the town's seed and who it is, so that it can be
/// asked at any time and never changes.
package struct Tastes: Hashable, Sendable {
  /// How strongly worth counts, and how strongly a minute's walk counts against it.
  package let valueSense: Double
  package let walkAversion: Double
  /// How readily this person opens and answers offers at all.
  package let curiosity: Double
  /// Chance that an accepted offer is really used.
  package let reliability: Double

  private let seed: UInt64

  /// - Parameter subject: a person's number, or an anonymous driver's session negated.
  package init(subject: Int64, townSeed: UInt64) {
    seed = townSeed ^ UInt64(bitPattern: subject) &* 0x9E37_79B9_7F4A_7C15
    var generator = SeededGenerator(seed: seed)
    valueSense = generator.number(from: 0.6, to: 1.4)
    walkAversion = generator.number(from: 0.05, to: 0.25)
    curiosity = generator.number(from: -0.6, to: 0.6)
    reliability = generator.number(from: 0.6, to: 0.95)
  }

  /// Liking of a category, -1.5 to 1.5, each as likely. A category that is new in town changes no other's.
  package func liking(of category: String) -> Double {
    var hash = EventHash()
    for byte in category.utf8 { hash.fold(byte) }
    var generator = SeededGenerator(seed: seed ^ UInt64(bitPattern: hash.number))
    return generator.number(from: -1.5, to: 1.5)
  }
}
