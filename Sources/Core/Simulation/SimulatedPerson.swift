/// Somebody of the town with tastes the engine never sees: what it learns of them it learns from their answers.
package struct SimulatedPerson: Hashable, Sendable {
  package let id: Person.ID
  let tastes: Tastes

  /// The same person for the same seed and id, without anything stored.
  package init(id: Person.ID, seed: UInt64, categories: [String]) {
    self.id = id
    var generator = SeededGenerator(seed: seed ^ UInt64(bitPattern: id.value) &* 0x9E37_79B9_7F4A_7C15)
    tastes = Tastes(categories: categories, using: &generator)
  }
}

/// What somebody likes and how they decide.
struct Tastes: Hashable, Sendable {
  /// Liking of each category, -1.5 to 1.5; absent is indifferent.
  let liking: [String: Double]
  /// How strongly worth counts, and how strongly a minute's walk counts against it.
  let valueSense: Double
  let walkAversion: Double
  /// How readily this person opens and answers offers at all.
  let curiosity: Double
  /// Chance that an accepted offer is really used.
  let reliability: Double

  init(categories: [String], using generator: inout SeededGenerator) {
    var liking: [String: Double] = [:]
    for category in categories { liking[category] = generator.number(from: -1.5, to: 1.5) }
    self.liking = liking
    valueSense = generator.number(from: 0.6, to: 1.4)
    walkAversion = generator.number(from: 0.05, to: 0.25)
    curiosity = generator.number(from: -0.6, to: 0.6)
    reliability = generator.number(from: 0.6, to: 0.95)
  }
}
