import Testing

@testable import Core

@Suite struct ExperimentWordsTests {
  @Test func countsHaveTheirThousandsApart() {
    #expect(
      [0, 7, 999, 1000, 3841, 1_000_000, -12_345].map(ExperimentWords.whole) == [
        "0", "7", "999", "1,000", "3,841", "1,000,000", "-12,345",
      ])
  }

  @Test func ratesAndDifferencesShowTheirFirstTwoDigits() {
    #expect(ExperimentWords.estimate(0.12, .acceptance) == "12.0 %")
    #expect(ExperimentWords.estimate(0.00034, .acceptance) == "0.034 %")
    #expect(ExperimentWords.estimate(0, .acceptance) == "0.0 %")
    #expect(ExperimentWords.difference(0.02, .acceptance) == "+2.0 points")
    #expect(ExperimentWords.difference(-0.0055, .acceptance) == "-0.55 points")
    #expect(ExperimentWords.difference(-0.0, .acceptance) == "0.0 points")
    #expect(ExperimentWords.interval(Interval(-0.024, 0.064), .acceptance) == "-2.4 to +6.4 points")
    // Fine enough that a bound that is not zero never reads as zero.
    #expect(ExperimentWords.interval(Interval(0.000071, 0.0286), .acceptance) == "+0.01 to +2.86 points")
    #expect(ExperimentWords.interval(Interval(0.00097, 0.00103), .acceptance) == "+0.0970 to +0.1030 points")
    #expect(ExperimentWords.interval(Interval(-0.013, 0), .acceptance) == "-1.3 to 0.0 points")
    #expect(ExperimentWords.lift(0.2) == "+20 %" && ExperimentWords.lift(-0.014) == "-1.4 %")
  }

  @Test func moneyIsAnAmount() {
    #expect(ExperimentWords.estimate(1420, .revenue) == "$14.20")
    #expect(ExperimentWords.estimate(3.4, .revenue) == "$0.034")
    #expect(ExperimentWords.difference(-40, .revenue) == "-$0.40")
    #expect(ExperimentWords.interval(Interval(-15, 120), .revenue) == "-$0.15 to +$1.20")
  }

  @Test func chanceIsSaidAsPeopleSayIt() {
    let said = [0.99, 0.7, 0.153, 0.05, 0.00091, 1e-7, 1e-12].map { ExperimentWords.odds(PValue($0)) }
    #expect(
      said == [
        "nearly always", "about 7 times in 10", "about 1 time in 7", "about 1 time in 20", "about 1 time in 1,100",
        "about 1 time in 10,000,000", "less than 1 time in 1,000,000,000",
      ])
  }

  @Test func smallProbabilitiesNeverShowAsZero() {
    #expect(PValue(0.153).words == "0.153" && PValue(1).words == "1.000" && PValue(0.0009).words == "0.001")
    #expect(PValue(0.0004).words == "4e-4" && PValue(6.3e-9).words == "6e-9" && PValue(9.7e-5).words == "1e-4")
    #expect(PValue(ln: -1000).words == "< 1e-300")
  }

  @Test func weightsAreWrittenAsProportions() {
    #expect(ExperimentWords.proportions([0.5, 0.5]) == "1:1")
    #expect(ExperimentWords.proportions([0.5, 0.25, 0.25]) == "2:1:1")
    #expect(ExperimentWords.proportions([0.6, 0.4]) == "3:2")
    #expect(ExperimentWords.proportions([0.713, 0.287]) == "71.3:28.7")
  }
}
