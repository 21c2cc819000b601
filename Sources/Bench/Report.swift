/// Runs benchmarks one after the other and prints a line as soon as each is done.
struct Report {
  private static let widths = [56, 9, 9, 40]
  private(set) var failures = 0

  func printHeader() {
    printRow(["what", "promised", "measured", "size"], "verdict")
  }

  mutating func run(_ benchmark: Benchmark) {
    do {
      let measured = try measure(benchmark)
      let verdict = Verdict(measured: measured, promise: benchmark.promise)
      if verdict == .failed { failures += 1 }
      printRow([benchmark.what, "\(benchmark.promise)", "\(measured)", benchmark.size], verdict.rawValue)
    } catch {
      failures += 1
      printRow([benchmark.what, "\(benchmark.promise)", "-", benchmark.size], "FAILED: \(error)")
    }
  }

  /// The best of up to three measurements: other programs on the machine only ever make it look slower.
  private func measure(_ benchmark: Benchmark) throws -> Quantity {
    var best = try benchmark.measure()
    for _ in 0..<2 where best.excess(over: benchmark.promise) > 1 {
      let again = try benchmark.measure()
      if again.excess(over: benchmark.promise) < best.excess(over: benchmark.promise) { best = again }
    }
    return best
  }

  private func printRow(_ cells: [String], _ verdict: String) {
    let padded = zip(cells, Self.widths).map { cell, width in
      cell + String(repeating: " ", count: max(0, width - cell.count))
    }
    print((padded + [verdict]).joined(separator: "  "))
  }
}
