import Core

/// What a file of exposures holds, arm by arm, read ahead of the import where its experiment is made from it.
struct ExposureScan {
  /// One arm as the file has it.
  private struct Arm {
    var people: Int64 = 0
    var conversions: Int64 = 0
    var cents = 0.0
    var squares = 0.0
  }

  /// In the order of their first lines.
  private var names: [String] = []
  private var arms: [String: Arm] = [:]
  /// Of the first line that says nothing, with its number.
  private var problem: (line: Int, input: InvalidInput)?

  /// Reads the whole file once.
  /// - Throws: ``Failure`` for standard input, which is gone after that; ``InvalidInput`` for a file without the columns.
  init(_ invocation: Invocation) throws {
    let file = invocation.arguments.positional("FILE") ?? "-"
    guard file != "-" else {
      throw InvalidInput(
        field: "--experiment",
        "names no experiment yet, and standard input cannot be read twice; make it with 'opportune experiment create'")
    }
    let kind: ImportKind = invocation.arguments.has("daily") ? .exposureDays : .exposures
    var reader = CSVReader(
      try ByteSource(path: file), separator: ImportMapping.separator(invocation.arguments))
    guard case .record(_, let header)? = try reader.next() else {
      throw Failure(.invalid, code: "malformed", "\(file) has no header line", field: "FILE")
    }
    let columns = try ImportMapping(kind, invocation.arguments).columns(in: header)
    while let item = try reader.next() {
      guard case .record(let line, let texts) = item, texts.count == columns.width else { continue }
      let row = columns.row(texts, line: line)
      do {
        try add(row, kind)
      } catch {
        // The import names each line that it leaves out; here the first one is enough.
        problem = problem ?? (row.line, error)
      }
      guard names.count <= ExperimentDesign.armCounts.upperBound else {
        throw InvalidInput(field: "arm", "has more than 8 values, so it is hardly the arm; see --map arm=COLUMN")
      }
    }
    if arms.isEmpty, let (line, input) = problem {
      throw InvalidInput(
        input.code, field: input.field, "\(input.message) in line \(line), and no other line can be read")
    }
  }

  private mutating func add(_ row: ImportRow, _ kind: ImportKind) throws(InvalidInput) {
    guard let name = row.text("arm") else { return }
    if !names.contains(name) { names.append(name) }
    var arm = arms[name] ?? Arm()
    if kind == .exposureDays {
      let (people, conversions) = (try row.count("exposures"), try row.count("conversions"))
      arm.people += people
      arm.conversions += conversions
    } else {
      let (hasConverted, cents) = (try row.outcome("converted"), Double(try row.cents("value") ?? 0))
      arm.people += 1
      arm.conversions += hasConverted ? 1 : 0
      arm.cents += cents
      arm.squares += cents * cents
    }
    arms[name] = arm
  }

  /// An experiment of these arms, as if what the file holds had been its plan: a test that is over has no other. Its
  /// baseline is the control's, its effect the smallest that so many people show with a power of 0.8.
  /// - Throws: ``InvalidInput`` for a control that is not there, or where nothing could be shown.
  func design(
    named name: String, metric: ExperimentMetric, control: String?, weights: [Double]?
  ) throws -> ExperimentDesign {
    let order = try names(first: control)
    guard ExperimentDesign.armCounts.contains(order.count) else {
      throw InvalidInput(
        field: "--experiment",
        "names no experiment yet, and this file has \(Words.count(order.count, "arm")); make it with "
          + "'opportune experiment create --arm NAME=imported …'")
    }
    let shares = weights ?? order.map { _ in 1 / Double(order.count) }
    guard shares.count == order.count else {
      throw InvalidInput(field: "--weights", "must be \(order.count), one for each arm, not \(shares.count)")
    }
    let people = order.compactMap { arms[$0]?.people }.min() ?? 0
    let alpha = 0.05 / Double(order.count - 1)
    guard let arm = arms[order[0]], let (baseline, effect) = Self.plan(arm, metric, people: people, alpha: alpha) else {
      throw InvalidInput(
        field: "--metric", "says nothing in arm '\(order[0])', where it never varies; see --metric and --map")
    }
    return ExperimentDesign(
      name: name, metric: metric,
      arms: zip(order, shares).map { ExperimentArm(name: $0, content: .imported, weight: $1) }, baseline: baseline,
      effect: effect, plannedPerArm: max(1, people), minimumDays: 0)
  }

  private func names(first control: String?) throws(InvalidInput) -> [String] {
    let own = control ?? names.first { $0.lowercased() == "control" } ?? names.first ?? ""
    guard let place = names.firstIndex(of: own) else {
      throw InvalidInput(field: "--control", "must be one of \(Words.either(names)), not '\(own.prefix(40))'")
    }
    var order = names
    order.insert(order.remove(at: place), at: 0)
    return order
  }

  private static func plan(
    _ control: Arm, _ metric: ExperimentMetric, people: Int64, alpha: Double
  ) -> (baseline: Double, effect: Double)? {
    guard people > 1, control.people > 1 else { return nil }
    let n = Double(control.people)
    if metric.isRate {
      let rate = Double(control.conversions) / n
      guard rate > 0, rate < 1 else { return nil }
      let detectable = RatePower.detectableEffect(
        baseline: rate, controlCount: Double(people), alpha: alpha, power: 0.8)
      return (rate, detectable.map { min($0, (1 - rate) * 0.999) } ?? (1 - rate) / 2)
    }
    let mean = control.cents / n
    let variance = (control.squares - n * mean * mean) / (n - 1)
    guard mean > 0, variance > 0 else { return nil }
    // The same formula for means: (z_{a/2} + z_b) times the standard error of a difference.
    let z = Normal.upperQuantile(alpha / 2) + Normal.upperQuantile(0.2)
    return (mean, z * (2 * variance / Double(people)).squareRoot())
  }
}
