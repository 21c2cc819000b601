import Glibc

/// P-values of many tests at once, adjusted so that each can be held against one alpha. All are monotone and at most 1;
/// results stand in the order of what was given.
package enum Multiplicity {
  /// C. E. Bonferroni (1936): times the number of tests.
  package static func bonferroni(_ p: [Double]) -> [Double] {
    p.map { min(1, $0 * Double(p.count)) }
  }

  /// S. Holm (1979): the chance of any false finding, never more than Bonferroni's. O(m log m).
  package static func holm(_ p: [Double]) -> [Double] {
    var adjusted = p
    var highest = 0.0
    for (rank, position) in p.indices.sorted(by: { p[$0] < p[$1] }).enumerated() {
      highest = max(highest, min(1, p[position] * Double(p.count - rank)))
      adjusted[position] = highest
    }
    return adjusted
  }

  /// The same of probabilities that may be smaller than a number holds.
  package static func holm(_ p: [PValue]) -> [PValue] {
    var adjusted = p
    var highest = -Double.infinity
    for (rank, position) in p.indices.sorted(by: { p[$0] < p[$1] }).enumerated() {
      highest = max(highest, min(0, p[position].ln + log(Double(p.count - rank))))
      adjusted[position] = PValue(ln: highest)
    }
    return adjusted
  }

  /// Y. Benjamini and Y. Hochberg (1995): the share of false findings among the findings. O(m log m).
  package static func benjaminiHochberg(_ p: [Double]) -> [Double] {
    var adjusted = p
    var lowest = 1.0
    for (rank, position) in p.indices.sorted(by: { p[$0] < p[$1] }).enumerated().reversed() {
      lowest = min(lowest, p[position] * Double(p.count) / Double(rank + 1))
      adjusted[position] = lowest
    }
    return adjusted
  }
}
