import Testing

@testable import Core

@Suite struct MultiplicityTests {
  /// The fifteen p-values of Y. Benjamini and Y. Hochberg, JRSS B 57 (1995), section 4.1.
  private static let published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1,
  ]

  /// The paper finds three of them by Bonferroni's procedure at 0.05 and four by its own.
  @Test func findsAsManyAsThePaperDoes() {
    #expect(Multiplicity.bonferroni(Self.published).count { $0 <= 0.05 } == 3)
    #expect(Multiplicity.holm(Self.published).count { $0 <= 0.05 } == 3)
    #expect(Multiplicity.benjaminiHochberg(Self.published).count { $0 <= 0.05 } == 4)
  }

  /// By hand: sorted 0.01, 0.03, 0.04; Holm 3 x 0.01, 2 x 0.03, then no less than that; Benjamini-Hochberg from the
  /// largest, 0.04, then 3/2 x 0.03 = 0.045 but no more than 0.04, then 3 x 0.01.
  @Test func keepsTheOrderOfTheQuestionAndNeverTurnsBack() {
    let p = [0.01, 0.04, 0.03]
    func near(_ one: [Double], _ other: [Double]) -> Bool { zip(one, other).allSatisfy { abs($0 - $1) < 1e-15 } }
    #expect(near(Multiplicity.holm(p), [0.03, 0.06, 0.06]))
    #expect(near(Multiplicity.benjaminiHochberg(p), [0.03, 0.04, 0.04]))
    #expect(near(Multiplicity.bonferroni(p), [0.03, 0.12, 0.09]))
  }

  @Test func nothingIsAboveOneAndTiesStayTies() {
    let p = [0.9, 0.9, 0.001, 0.001, 1]
    for adjusted in [Multiplicity.holm(p), Multiplicity.benjaminiHochberg(p), Multiplicity.bonferroni(p)] {
      #expect(adjusted.allSatisfy { (0...1).contains($0) })
      #expect(adjusted[0] == adjusted[1])
      #expect(adjusted[2] == adjusted[3])
    }
    #expect(Multiplicity.holm([Double]()).isEmpty)
  }
}
