import Glibc

/// Runs benchmarks one after the other and prints a line as soon as each is done.
struct Report {
  private static let widths = [56, 9, 9, 7]
  private(set) var failures = 0

  func printHeader() {
    printRow("what", "promised", "measured", "verdict", "size")
  }

  mutating func run(_ benchmark: Benchmark) {
    let promise = "\(benchmark.promise)"
    do {
      let (measurement, excess) = try measure(benchmark)
      let verdict = Verdict(excess: excess)
      if verdict == .failed { failures += 1 }
      let size = benchmark.size + (measurement.detail.isEmpty ? "" : "; \(measurement.detail)")
      printRow(benchmark.what, promise, "\(measurement.quantity)", verdict.rawValue, size)
    } catch {
      failures += 1
      printRow(benchmark.what, promise, "-", Verdict.failed.rawValue, "\(benchmark.size); \(error)")
    }
  }

  /// The best of up to three measurements: other programs on the machine only ever make it look slower.
  private func measure(_ benchmark: Benchmark) throws -> (Measurement, excess: Double) {
    var best = try benchmark.measure()
    var excess = benchmark.promise.excess(of: best.quantity)
    for _ in 0..<2 where excess > 1 {
      let again = try benchmark.measure()
      let excessAgain = benchmark.promise.excess(of: again.quantity)
      if excessAgain < excess { (best, excess) = (again, excessAgain) }
    }
    return (best, excess)
  }

  private func printRow(_ cells: String...) {
    let padded = zip(cells, Self.widths).map { cell, width in
      cell + String(repeating: " ", count: max(0, width - cell.count))
    }
    print((padded + cells.dropFirst(padded.count)).joined(separator: "  "))
    // A line is worth reading when it is there, also through a pipe.
    fflush(nil)
  }
}
