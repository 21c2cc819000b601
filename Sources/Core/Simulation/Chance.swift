import Glibc

/// Random choices that come out the same on every processor: no branch hangs on the last bit of a transcendental
/// function, because each is rounded before it is compared.
extension SeededGenerator {
  /// True with a probability, taken as whole 65,536ths.
  mutating func happens(_ probability: Double) -> Bool {
    let threshold = UInt64((min(1, max(0, probability)) * 65_536).rounded())
    return next() >> 48 < threshold
  }

  /// A number between two bounds, each as likely.
  mutating func number(from low: Double, to high: Double) -> Double {
    low + (high - low) * unit()
  }

  /// A whole number between two bounds, both included. Lemire's multiplication; its bias is below 2^-32 here.
  mutating func whole(from low: Int, to high: Int) -> Int {
    low + Int(((next() >> 32) * UInt64(high - low + 1)) >> 32)
  }

  /// The position of one of some weights, in proportion to them; 0 if all are zero.
  mutating func position(weights: [Double]) -> Int {
    var rest = unit() * weights.reduce(0, +)
    for (position, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return position }
    }
    return max(0, weights.lastIndex { $0 > 0 } ?? 0)
  }

  /// A Poisson count (D. Knuth, The Art of Computer Programming 2, 3.4.1), by parts of mean 16 so that exp stays far
  /// from underflow.
  mutating func poisson(mean: Double) -> Int {
    var count = 0
    var rest = mean
    while rest > 0 {
      let part = min(rest, 16)
      rest -= part
      let threshold = (exp(-part) * 1e12).rounded() / 1e12
      var product = unit()
      while product > threshold {
        count += 1
        product *= unit()
      }
    }
    return count
  }
}

/// The logistic function as whole millionths: a probability for any utility.
func logistic(_ utility: Double) -> Double {
  (1e6 / (1 + exp(-min(40, max(-40, utility))))).rounded() / 1e6
}

/// The natural logarithm of 1 + x as whole millionths, for x of 0 and more.
func roundedLog1p(_ value: Double) -> Double {
  (log1p(max(0, value)) * 1e6).rounded() / 1e6
}
