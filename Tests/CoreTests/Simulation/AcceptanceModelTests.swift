import Testing

@testable import Core

@Suite struct AcceptanceModelTests {
  private let tastes = Tastes(subject: 12, townSeed: 7)

  @Test func chancesFollowTheFormulasThatAreWrittenDown() throws {
    let centre = try #require(Coordinate(latitude: 19.2866, longitude: -81.3744))
    let near = try #require(Coordinate(latitude: 19.2886, longitude: -81.3744))
    let offer = Offer(
      id: .init(1), partnerID: .init(1), title: "Dinner", category: "dining",
      value: ValueProposition(amountCents: 1000), position: near)
    let session = ParkingSession(
      id: .init(1), position: centre, zone: "UTC", startedAt: nil, expiresAt: LittleTown.start + .hours(2))
    let context = Context(now: LittleTown.start, session: session, placeOffsetSeconds: 0)
    let ranked = try #require(OfferIndex([offer]).evaluate(.init(1), for: context, profile: .standard))
    // 0.002 degrees of latitude are 222.39 m, 289.1 m on foot, 3.614 minutes; ln(1 + 1000 / 400) is 1.252763.
    let utility =
      -2.2 + tastes.liking(of: "dining") + tastes.valueSense * 1.252763 - tastes.walkAversion * 3.614 + tastes.curiosity
    func logistic(_ utility: Double) -> Double { 1 / (1 + power(-utility)) }
    let dry = AcceptanceModel(tastes: tastes, weather: .clear)
    #expect(abs(dry.acceptChance(ranked) - logistic(utility)) < 1e-3)
    #expect(abs(dry.viewChance(position: 2) - logistic(0.4 + tastes.curiosity - 1.1)) < 1e-5)
    #expect(abs(dry.dismissChance(ranked) - logistic(-2.6 - tastes.liking(of: "dining"))) < 1e-5)
    #expect(dry.viewChance(position: 5) == 0)
    let wet = AcceptanceModel(tastes: tastes, weather: .rain)
    #expect(abs(wet.acceptChance(ranked) - logistic(utility - 0.5)) < 1e-3)
  }

  @Test func peopleAreWhoTheyAreWhateverElseIsInTown() {
    #expect(Tastes(subject: 12, townSeed: 7) == tastes)
    #expect(Tastes(subject: 12, townSeed: 7).liking(of: "spa") == tastes.liking(of: "spa"))
    #expect(Tastes(subject: 13, townSeed: 7) != tastes)
    #expect(Tastes(subject: 12, townSeed: 8) != tastes)
    #expect(tastes.liking(of: "spa") != tastes.liking(of: "dining"))
  }

  @Test func tastesLieWhereTheyAreSaidToLie() {
    for subject in -500...500 as ClosedRange<Int64> {
      let tastes = Tastes(subject: subject, townSeed: 3)
      #expect((0.6...1.4).contains(tastes.valueSense))
      #expect((0.05...0.25).contains(tastes.walkAversion))
      #expect((-0.6...0.6).contains(tastes.curiosity))
      #expect((0.6...0.95).contains(tastes.reliability))
      #expect((-1.5...1.5).contains(tastes.liking(of: "dining")))
    }
    // The mean of a uniform distribution from -1.5 to 1.5 over 1,001 people has a standard error of 0.027.
    let likings = (-500...500).map { Tastes(subject: Int64($0), townSeed: 3).liking(of: "cafe") }
    #expect(abs(likings.reduce(0, +) / 1001) < 0.11)
  }

  /// e to a power, by its series.
  private func power(_ exponent: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for step in 1...60 {
      term *= exponent / Double(step)
      sum += term
    }
    return sum
  }
}
