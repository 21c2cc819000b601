/// How likely each kind of weather is, by month and by quarter of the local day.
package struct Climate: Hashable, Sendable {
  /// One month's quarter of the day.
  package struct Chances: Hashable, Sendable {
    /// In the order of ``Weather``.
    package let weights: [Double]
    package let temperatureMean: Double
    package let temperatureDeviation: Double

    package init(weights: [Double], temperatureMean: Double, temperatureDeviation: Double) {
      self.weights = weights
      self.temperatureMean = temperatureMean
      self.temperatureDeviation = temperatureDeviation
    }
  }

  /// Twelve months of four quarters: 0 to 6 o'clock, to 12, to 18, to 24.
  private let months: [[Chances]]

  /// Nil unless there are twelve months of four quarters with six weights each.
  package init?(months: [[Chances]]) {
    guard months.count == 12, months.allSatisfy({ $0.count == 4 && $0.allSatisfy { $0.weights.count == 6 } }) else {
      return nil
    }
    self.months = months
  }

  /// Draws the weather of the stretch that begins at a local time; temperature in whole degrees Celsius.
  func draw(at local: LocalTime, using generator: inout SeededGenerator) -> (weather: Weather, temperature: Int) {
    let chances = months[local.date.components.month - 1][local.minuteOfDay / 360]
    let weather = Weather.allCases[generator.position(weights: chances.weights)]
    // The sum of three uniforms is close enough to a bell for a thermometer.
    let bell = generator.unit() + generator.unit() + generator.unit() - 1.5
    return (weather, Int((chances.temperatureMean + 2 * bell * chances.temperatureDeviation).rounded()))
  }
}
