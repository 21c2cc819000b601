/// Whose a count is, and of which hour or day.
protocol PeriodKey: Hashable {
  associatedtype Owner: Hashable

  var owner: Owner { get }
  /// The first instant of an hour, or the number of a day.
  var period: Int64 { get }

  init(owner: Owner, period: Int64)
}

/// Counts by whose they are and of which period.
///
/// What comes is mostly of the owner's last period, so each owner's periods stand in their order: adding to the last one
/// takes a look-up among owners alone, which are few, where a table of all periods would be beyond every cache.
struct PeriodCounts<Key: PeriodKey, Counts: AdditiveArithmetic> {
  private struct Series {
    var periods: [(period: Int64, counts: Counts)] = []
    /// Where something was added last: what is read in order comes next to it.
    private var last = 0

    /// O(1) for the last period, for the one added to before and for the one after it; else O(log n), and O(n) for a new
    /// one between others.
    mutating func add(_ counts: Counts, in period: Int64) {
      if let end = periods.last?.period, end >= period {
        let place = place(of: period)
        if periods[place].period == period {
          periods[place].counts += counts
        } else {
          periods.insert((period, counts), at: place)
        }
        last = place
      } else {
        last = periods.count
        periods.append((period, counts))
      }
    }

    /// Of the first period that is not before one; the last is not before it.
    private func place(of period: Int64) -> Int {
      let end = periods.count - 1
      if periods[end].period == period { return end }
      if last <= end, periods[last].period == period { return last }
      if last < end, periods[last + 1].period == period { return last + 1 }
      var (low, high) = (0, periods.count)
      while low < high {
        let middle = (low + high) / 2
        if periods[middle].period < period { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  private var series: [Key.Owner: Series] = [:]

  /// Nothing counted yet.
  init() {}

  /// Whether nothing was ever added.
  var isEmpty: Bool { series.isEmpty }

  /// How many sums are not zero. O(n).
  var count: Int { reduce(0) { sum, _ in sum + 1 } }

  mutating func add(_ counts: Counts, to key: Key) {
    series[key.owner, default: Series()].add(counts, in: key.period)
  }

  mutating func subtract(_ counts: Counts, from key: Key) {
    add(.zero - counts, to: key)
  }

  /// What was counted of one owner, by period, in order; sums of zero are left out.
  func periods(of owner: Key.Owner) -> [(period: Int64, counts: Counts)] {
    series[owner]?.periods.filter { $0.counts != .zero } ?? []
  }

  /// Everybody of whom anything was counted.
  var owners: some Collection<Key.Owner> { series.keys }
}

/// Every sum that is not zero; those of one owner in the order of periods.
extension PeriodCounts: Sequence {
  func makeIterator() -> some IteratorProtocol<(key: Key, counts: Counts)> {
    series.lazy.flatMap { owner, series in
      series.periods.lazy.filter { $0.counts != .zero }
        .map { (key: Key(owner: owner, period: $0.period), counts: $0.counts) }
    }.makeIterator()
  }
}
