/// A scale from numbers to a length, with ticks at round numbers.
///
/// ```swift
/// let axis = Axis(3...97, most: 6)
/// axis.ticks.map(\.label)   // 0, 20, 40, 60, 80, 100
/// axis.share(of: 25)        // 0.25
/// ```
package struct Axis: Sendable {
  /// A marked value.
  package struct Tick: Equatable, Sendable {
    /// Where.
    package let value: Double
    /// What is written there; may be empty.
    package let label: String
  }

  /// Which distances between ticks are natural.
  package enum Steps: Equatable, Sendable {
    /// 1, 2, 5 times a power of ten.
    case decimal
    /// The same, but never less than one: for what is counted.
    case whole
    /// Values are hours: 1, 2, 3, 6, 12, 24 and whole days.
    case hours
    /// Values are days: 1, 2, 7, 14, 28 and so on.
    case days
  }

  /// Where the scale begins.
  package let low: Double

  /// Where it ends; always above `low`.
  package let high: Double

  /// From low to high, all within the scale.
  package let ticks: [Tick]

  /// The decimals that tell one tick from the next.
  package let decimals: Int

  /// The decimals that a value is told with: a hundredth of a step, and none for whole numbers.
  package func readingDecimals(_ value: Double) -> Int { value == value.rounded() ? 0 : fineDecimals }

  private let fineDecimals: Int

  /// A scale over a range, `nil` where there is no data: then 0 to 1 without labels.
  ///
  /// - Parameters:
  ///   - most: the most ticks there is room for, at least two.
  ///   - isRounded: whether the scale is widened to begin and end at a tick; else it ends where the data does.
  package init(
    _ range: ClosedRange<Double>?, most: Int, steps: Steps = .decimal, isRounded: Bool = true,
    labels: AxisLabels = .numbers
  ) {
    let known = range.flatMap { $0.lowerBound.isFinite && $0.upperBound.isFinite ? $0 : nil }
    let (first, last) = Self.widened(known ?? 0...1)
    let most = min(max(2, most), 64)
    var step = Self.step(atLeast: last / Double(most) - first / Double(most), steps)
    var (from, to) = (0.0, 0.0)
    // Widening to whole steps may cost two ticks; then the next larger step is taken.
    for _ in 0..<8 {
      let (lower, upper) = (Self.snapped(step.count(first)), Self.snapped(step.count(last)))
      from = lower.rounded(isRounded ? .down : .up)
      to = upper.rounded(isRounded ? .up : .down)
      if to - from + 1 <= Double(most) { break }
      step = Self.step(atLeast: step.times(1) * 1.000001, steps)
    }
    // Whatever rounding did, the scale is finite and holds the data.
    low = isRounded ? Self.finite(min(step.times(from), first), or: first) : first
    high = isRounded ? Self.finite(max(step.times(to), last), or: last) : last
    decimals = min(step.decimals, 9)
    fineDecimals = min(max(0, 2 - step.exponent), 9)
    var ticks: [Tick] = []
    let count = min(max(0, to - from), 64)
    if known != nil, count.isFinite {
      for index in 0...Int(count) {
        let value = step.times(from + Double(index))
        guard value.isFinite, value >= low, value <= high, ticks.last.map({ $0.value < value }) ?? true else {
          continue
        }
        ticks.append(Tick(value: value, label: labels.text(value, step.decimals)))
      }
    }
    self.ticks = ticks
  }

  /// How far along the scale a value is: 0 at `low`, 1 at `high`, below 0 and above 1 beyond; `nil` for no number.
  package func share(of value: Double) -> Double? {
    guard value.isFinite else { return nil }
    // Halved before they are subtracted, so that the difference of the largest numbers stays finite.
    let length = high / 2 - low / 2
    return length > 0 ? (value / 2 - low / 2) / length : 0.5
  }

  /// The columns of the longest label.
  package func labelColumns(glyphs: Glyphs) -> Int {
    ticks.map { TextWidth.columns($0.label, glyphs: glyphs) }.max() ?? 0
  }

  /// The range of all finite values; `nil` without any.
  package static func range(of values: some Sequence<Double>, includingZero: Bool = false) -> ClosedRange<Double>? {
    var bounds: (Double, Double)?
    for value in values where value.isFinite {
      bounds = bounds.map { (min($0.0, value), max($0.1, value)) } ?? (value, value)
    }
    return bounds.map { includingZero ? min($0.0, 0)...max($0.1, 0) : $0.0...$0.1 }
  }

  /// A range that has a length: one value gets a tenth of itself to either side, zero the way to one.
  private static func widened(_ range: ClosedRange<Double>) -> (Double, Double) {
    let (low, high) = (range.lowerBound, range.upperBound)
    let size = max(abs(low), abs(high))
    guard high - low <= size * 1e-12 else { return (low, high) }
    if size == 0 { return (0, 1) }
    if size < 1e-300 { return (min(low, 0), 1e-300) }
    return (finite(low - size / 10, or: low), finite(high + size / 10, or: high))
  }

  private static func finite(_ value: Double, or other: Double) -> Double { value.isFinite ? value : other }

  /// A count that misses a whole number by rounding only is that number.
  private static func snapped(_ count: Double) -> Double {
    let whole = count.rounded()
    return abs(count - whole) <= max(1, abs(whole)) * 1e-9 ? whole : count
  }

  private static func step(atLeast least: Double, _ steps: Steps) -> AxisStep {
    let natural: [Double]
    switch steps {
    case .decimal: return .nice(atLeast: least)
    case .whole: return .nice(atLeast: max(1, least))
    case .hours: natural = [1, 2, 3, 6, 12, 24, 48, 72, 168]
    case .days: natural = [1, 2, 7, 14, 28, 56, 84, 182, 364]
    }
    guard let factor = natural.first(where: { $0 >= least }) else {
      let longest = natural[natural.count - 1]
      return AxisStep(factor: AxisStep.nice(atLeast: least / longest).times(1) * longest, exponent: 0)
    }
    return AxisStep(factor: factor, exponent: 0)
  }
}
