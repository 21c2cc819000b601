import Core
import Dispatch
import Glibc
import Synchronization

/// One run of `rule match`: what was read, what was found and how long it took.
struct RuleMatchRun {
  /// Listings that are matched before their matches are written.
  private static let block = 512
  /// Listings of a block that one core matches at a time.
  private static let part = 16

  private let output: StandardOutput
  /// With the half of a match's line that names the rule.
  private var rules: [(head: [UInt8], terms: RuleTerms)] = []
  /// With the half that names the listing.
  private var listings: [(tail: [UInt8], packed: PackedListing)] = []
  /// Lines that were no rule or no listing.
  private(set) var errors = 0
  private var matches = 0

  init(output: StandardOutput) {
    self.output = output
  }

  /// Reads the rules; a line that is none is answered with its error.
  mutating func readRules(_ path: String) throws {
    try readLines(path) { (run, id, fields) throws(InvalidInput) in
      let terms = try RuleTerms(&fields)
      try fields.finish()
      try terms.check()
      run.rules.append((Array("{\"rule_id\":\(id),\"listing_id\":".utf8), terms))
    }
  }

  /// Reads the listings; a line that is none is answered with its error.
  mutating func readListings(_ path: String) throws {
    try readLines(path) { (run, id, fields) throws(InvalidInput) in
      let packed = try PackedListing(&fields)
      try fields.finish()
      run.listings.append((Array("\(id)}\n".utf8), packed))
    }
  }

  private mutating func readLines(
    _ path: String, _ take: (inout RuleMatchRun, String, inout JSONFields) throws(InvalidInput) -> Void
  ) throws {
    let source = try ByteSource(path: path)
    var number = 0
    while let line = try Self.line(of: source) {
      number += 1
      guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
      var id = JSON.null
      do throws(InvalidInput) {
        var fields = try JSONFields(JSON(parsing: line))
        id = try fields.require(fields.value("id"), "id")
        try take(&self, id.text(), &fields)
      } catch {
        errors += 1
        var failure = Failure(describing: error)
        // Without its id nobody could tell which line is meant.
        if id == .null { failure = failure.located("line \(number) of \(path)") }
        let answer: JSON = .object([.init("id", id), .init("error", failure.error)])
        try output.write(answer.text() + "\n")
      }
    }
  }

  /// The next line without its end, however long; nil at the end of the file.
  private static func line(of source: ByteSource) throws(Failure) -> [UInt8]? {
    guard var byte = try source.next() else { return nil }
    var line: [UInt8] = []
    while byte != 0x0A {
      line.append(byte)
      guard let next = try source.next() else { break }
      byte = next
    }
    return line
  }

  /// Writes every match, and the totals and seconds on standard error.
  mutating func match(bruteForce: Bool) throws {
    let begun = ContinuousClock.now
    let index = bruteForce ? RuleIndex() : self.index()
    let indexed = ContinuousClock.now
    var matching = Duration.zero
    for first in stride(from: 0, to: listings.count, by: Self.block) {
      let block = first..<min(first + Self.block, listings.count)
      let start = ContinuousClock.now
      let found = Self.inParallel(block) { [rules, listings] part in
        let part = listings[part].map(\.packed)
        return bruteForce
          ? part.map { listing in rules.indices.filter { rules[$0].terms.isMet(by: listing) } }
          : index.matches(of: part).map { $0.map { Int($0.value) } }
      }
      matching += ContinuousClock.now - start
      for (place, rows) in zip(block, found) {
        matches += rows.count
        let tail = listings[place].tail
        for row in rows { try output.write(rules[row].head, tail) }
      }
    }
    try output.flush()
    try report(indexing: indexed - begun, matching: matching, writing: ContinuousClock.now - indexed - matching)
  }

  private func index() -> RuleIndex {
    var index = RuleIndex(sample: listings.map(\.packed))
    index.reserve(rules.count)
    for (place, rule) in rules.enumerated() { index.insert(AlertRule.ID(Int64(place)), rule.terms) }
    return index
  }

  private func report(indexing: Duration, matching: Duration, writing: Duration) throws {
    let report = StandardOutput(descriptor: STDERR_FILENO)
    let counts = [
      Words.count(rules.count, "rule"), Words.count(listings.count, "listing"),
      "\(matches) match\(matches == 1 ? "" : "es")", Words.count(errors, "error"),
    ]
    try report.write(
      "\(counts.joined(separator: ", ")); \(Self.seconds(indexing)) s to index the rules, "
        + "\(Self.seconds(matching)) s to match, \(Self.seconds(writing)) s to write\n")
    try report.flush()
  }

  /// With three decimals.
  private static func seconds(_ span: Duration) -> String {
    "\((span / .seconds(1) * 1000).rounded() / 1000)"
  }

  /// What `body` gives for each place, part by part on every core.
  private static func inParallel(_ places: Range<Int>, _ body: @Sendable (Range<Int>) -> [[Int]]) -> [[Int]] {
    let starts = Array(stride(from: places.lowerBound, to: places.upperBound, by: part))
    let results = Mutex([[[Int]]](repeating: [], count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { turn in
      let result = body(starts[turn]..<min(starts[turn] + part, places.upperBound))
      results.withLock { $0[turn] = result }
    }
    return results.withLock { $0.flatMap { $0 } }
  }
}

extension Failure {
  /// The same with where it happened.
  fileprivate func located(_ place: String) -> Failure {
    Failure(status, code: code, "\(place): \(message)", field: field)
  }
}
