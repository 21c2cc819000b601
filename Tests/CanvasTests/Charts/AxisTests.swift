import Testing

@testable import Canvas

@Suite struct AxisTests {
  /// Steps worked by hand: the smallest of 1, 2, 5 times a power of ten that is not below.
  @Test(arguments: [
    (1.0, 1.0), (1.01, 2), (2, 2), (3, 5), (5, 5), (5.1, 10), (0.1, 0.1), (0.3, 0.5), (0.07, 0.1), (1234, 2000),
    (1e300, 1e300), (3e-12, 5e-12),
  ])
  func stepsAreOneTwoOrFive(least: Double, step: Double) {
    let nice = AxisStep.nice(atLeast: least).times(1)
    #expect(abs(nice - step) <= step * 1e-12)
  }

  @Test func multiplesAreTheDecimalsPeopleRead() {
    let step = AxisStep.nice(atLeast: 0.1)
    #expect((0...10).map { step.times(Double($0)) } == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
  }

  @Test func ticksAreRoundAndCoverTheData() {
    let axis = Axis(3...97, most: 6)
    #expect(axis.ticks.map(\.value) == [0, 20, 40, 60, 80, 100])
    #expect(axis.ticks.map(\.label) == ["0", "20", "40", "60", "80", "100"])
    #expect((axis.low, axis.high) == (0, 100))
    #expect(axis.share(of: 25) == 0.25)
    #expect(Axis(-3...7, most: 5).ticks.map(\.value) == [-5, 0, 5, 10])
    #expect(Axis(0.02...0.11, most: 5).ticks.map(\.label) == ["0.00", "0.05", "0.10", "0.15"])
    #expect(Axis(1_999...2_001, most: 3).ticks.map(\.label) == ["1,999", "2,000", "2,001"])
  }

  @Test func unroundedScalesEndWhereTheDataDoes() {
    let axis = Axis(3...97, most: 6, isRounded: false)
    #expect((axis.low, axis.high) == (3, 97))
    #expect(axis.ticks.map(\.value) == [20, 40, 60, 80])
  }

  @Test func hoursAndDaysHaveTheirOwnRhythm() {
    func ticks(_ range: ClosedRange<Double>, _ most: Int, _ steps: Axis.Steps) -> [Double] {
      Axis(range, most: most, steps: steps, isRounded: false).ticks.map(\.value)
    }
    #expect(ticks(0...23, 9, .hours) == [0, 3, 6, 9, 12, 15, 18, 21])
    #expect(ticks(0...23, 4, .hours) == [0, 6, 12, 18])
    #expect(ticks(0...72, 4, .hours) == [0, 24, 48, 72])
    #expect(ticks(0...29, 5, .days) == [0, 7, 14, 21, 28])
    #expect(ticks(0...3, 9, .whole) == [0, 1, 2, 3])
  }

  @Test func oneValueGetsAScaleAroundIt() {
    let axis = Axis(42...42, most: 5)
    #expect(axis.low < 42 && axis.high > 42)
    #expect((Axis(0...0, most: 5).low, Axis(0...0, most: 5).high) == (0, 1))
    #expect(Axis(nil, most: 5).ticks.isEmpty)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func everyScaleIsSoundWhateverTheData(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let odd: [Double] = [
      0, -0.0, 1, -1, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e-300, 1e15, 1e18,
    ]
    for _ in 0..<500 {
      let pick = {
        Bool.random(using: &random)
          ? odd[Int.random(in: 0..<odd.count, using: &random)]
          : Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
      }
      let (one, other) = (pick(), pick())
      guard let range = Axis.range(of: [one, other]) else { continue }
      let most = Int.random(in: -3...99, using: &random)
      for steps in [Axis.Steps.decimal, .whole, .hours, .days] {
        for isRounded in [true, false] {
          let axis = Axis(range, most: most, steps: steps, isRounded: isRounded)
          #expect(axis.low < axis.high && axis.low.isFinite && axis.high.isFinite)
          #expect(axis.low <= range.lowerBound && axis.high >= range.upperBound)
          #expect(axis.ticks.count <= 66)
          #expect(zip(axis.ticks, axis.ticks.dropFirst()).allSatisfy { $0.value < $1.value })
          let share = axis.share(of: range.lowerBound)
          #expect(share.map { $0 >= -1e-9 && $0 <= 1 + 1e-9 } == true)
        }
      }
    }
    #expect(Axis(0...1, most: 5).share(of: .nan) == nil)
    #expect(Axis(0...1, most: 5).share(of: .infinity) == nil)
  }

  @Test func labelsSayMoneySharesHoursAndNames() {
    #expect(AxisLabels.money().text(1_500, 0) == "$1,500")
    #expect(AxisLabels.money().text(-0.5, 1) == "-$0.50")
    #expect(AxisLabels.money().text(25_000, 0) == "$25k")
    #expect(AxisLabels.percent.text(0.05, 2) == "5 %")
    #expect(AxisLabels.percent.text(0.005, 3) == "0.5 %")
    #expect([0.0, 9.5, 41, -1].map { AxisLabels.hours.text($0, 0) } == ["00:00", "09:30", "17:00", "23:00"])
    let names = AxisLabels.names(["Mon", "Tue"])
    #expect([0.0, 1, 2, 0.5, .nan].map { names.text($0, 0) } == ["Mon", "Tue", "", "", ""])
  }
}
