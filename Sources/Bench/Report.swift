/// Runs benchmarks one after the other and prints a line as soon as each is done.
struct Report {
  private static let widths = [58, 10, 10, 34]
  private(set) var failures = 0

  func printHeader() {
    printRow(["what", "promised", "measured", "size"], "verdict")
  }

  mutating func run(_ benchmark: Benchmark) {
    do {
      let measured = try benchmark.measure()
      let verdict = Verdict(measured: measured, promise: benchmark.promise)
      if verdict == .failed { failures += 1 }
      printRow([benchmark.what, "\(benchmark.promise)", "\(measured)", benchmark.size], verdict.rawValue)
    } catch {
      failures += 1
      printRow([benchmark.what, "\(benchmark.promise)", "-", benchmark.size], "FAILED: \(error)")
    }
  }

  private func printRow(_ cells: [String], _ verdict: String) {
    let padded = zip(cells, Self.widths).map { cell, width in
      cell + String(repeating: " ", count: max(0, width - cell.count))
    }
    print((padded + [verdict]).joined(separator: "  "))
  }
}
