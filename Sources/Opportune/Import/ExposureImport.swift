import Core
import Store

/// Counts the units, or the days, of a test that was run elsewhere.
final class ExposureImport: ImportTarget {
  let store: Store
  let subject: CommandSubject
  private let experiment: Experiment
  private let zone: ZoneTable
  private let now: Timestamp
  private let isDaily: Bool

  init(_ invocation: Invocation) throws {
    store = try invocation.importStore()
    now = try invocation.now(in: store)
    isDaily = invocation.arguments.has("daily")
    zone = try store.zone(invocation.arguments.text("zone") ?? store.world.zone, field: "--zone")
    guard let name = invocation.arguments.text("experiment") else {
      throw CommandLineError.missingFlag("experiment", usage: "--experiment ID|NAME")
    }
    experiment = try Self.experiment(name, invocation, in: store, now: now)
    subject = .experiment(experiment.id)
  }

  /// A line is one unit, known by its name or, without one, by its line; or one arm on one day.
  func store(_ row: ImportRow) throws -> ImportRun.Outcome {
    let name = try row.require("arm")
    guard let arm = experiment.design.arms.firstIndex(where: { $0.name == name }) else {
      let names = Words.either(experiment.design.arms.map { "'\($0.name)'" })
      throw InvalidInput(field: "arm", "must be \(names), not '\(name.prefix(40))'; see --map-value")
    }
    let line = isDaily ? try store(day: row, arm: arm) : try store(unit: row, arm: arm)
    switch line {
    case .new: return .imported
    case .changed: return .updated
    case .unchanged: return .unchanged
    }
  }

  private func store(unit row: ImportRow, arm: Int) throws -> ImportedLine {
    let converted = try row.outcome("converted")
    let value = try row.cents("value") ?? (converted ? row.columns.worth["converted"] : nil)
    let unit = try PlainText.checked(row.text("unit") ?? "\(row.line)", field: "unit", limit: 200)
    return try store.importExposure(
      ImportedExposure(
        unit: unit, arm: arm, exposedAt: try row.instant("exposed_at", in: zone), converted: converted,
        valueCents: value),
      into: experiment.id, now: now)
  }

  private func store(day row: ImportRow, arm: Int) throws -> ImportedLine {
    let exposures = try row.count("exposures")
    let conversions = try row.count("conversions")
    let worth = row.columns.worth["conversions"].map { $0 * conversions }
    return try store.importTotals(
      day: try row.date("date").dayNumber, arm: arm, exposures: exposures, conversions: conversions,
      revenueCents: try row.cents("revenue") ?? worth ?? 0, into: experiment.id, now: now)
  }

  /// The experiment of a number or a name; a name that is new makes one of the arms that the file has.
  private static func experiment(
    _ name: String, _ invocation: Invocation, in store: Store, now: Timestamp
  ) throws -> Experiment {
    if let number = Int64(name) { return try store.experiment(Experiment.ID(number)) }
    if let id = try store.experiment(named: name) { return try store.experiment(id) }
    let arguments = invocation.arguments
    let metric = try ExperimentMetric.parsing(arguments.text("metric") ?? "acceptance", field: "--metric")
    let scan = try ExposureScan(invocation)
    let weights = try arguments.text("weights").map { text in try ExperimentInput.weights(text) }
    let design = try scan.design(named: name, metric: metric, control: arguments.text("control"), weights: weights)
    return try store.createExperiment(design, by: invocation.actor(in: store), now: now)
  }
}

extension ImportRow {
  /// Whether a unit did what was hoped for.
  func outcome(_ field: String) throws(InvalidInput) -> Bool {
    let text = try require(field)
    switch text.lowercased() {
    case "1", "true", "yes": return true
    case "0", "false", "no": return false
    default: throw InvalidInput(field: field, "must be 1 or 0, true or false, yes or no, not '\(text.prefix(40))'")
    }
  }

  /// How many people there were.
  func count(_ field: String) throws(InvalidInput) -> Int64 {
    _ = try require(field)
    guard let count = try integer(field), (0...1_000_000_000).contains(count) else {
      throw InvalidInput(field: field, "must be between 0 and 1,000,000,000")
    }
    return count
  }

  /// An amount of money in minor units, rounded half up; nil where the field is missing.
  func cents(_ field: String) throws(InvalidInput) -> Int64? {
    guard let amount = try number(field) else { return nil }
    guard amount.magnitude <= 1_000_000_000 else { throw InvalidInput(field: field, "must be at most 1,000,000,000") }
    return Int64((amount * 100).rounded(.toNearestOrAwayFromZero))
  }

  /// An instant, or a local time or date; nil where the field is missing.
  func instant(_ field: String, in zone: ZoneTable) throws(InvalidInput) -> Timestamp? {
    guard let text = text(field) else { return nil }
    if let instant = Timestamp(rfc3339: text) { return instant }
    if let date = CivilDate(written: text, inYear: columns.year) {
      return zone.instant(on: date, millisecondOfDay: 0)
    }
    let time = try wallTime(field)
    return zone.instant(on: time.date, millisecondOfDay: time.millisecondOfDay)
  }

  /// A day, as 2014-10-11 or Sat-Oct-11.
  func date(_ field: String) throws(InvalidInput) -> CivilDate {
    let text = try require(field)
    guard let date = CivilDate(written: text, inYear: columns.year) else {
      let hint = columns.year == nil ? "; give --year for dates without one" : ""
      throw InvalidInput(
        field: field, "must be a day such as 2014-10-11 or Sat-Oct-11, not '\(text.prefix(40))'\(hint)")
    }
    return date
  }
}

extension CivilDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Reads 2014-10-11, 10-11, Oct 11, Sat-Oct-11 and 11 October 2014; a date without a year is of the year given.
  init?(written text: String, inYear year: Int64?) {
    if let date = CivilDate(parsing: text) {
      self = date
      return
    }
    var parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let first = parts.first, Weekday(parsing: first) != nil { parts.removeFirst() }
    let year = year.map { Int($0) }
    guard let named = parts.firstIndex(where: { part in Self.months.contains { part.hasPrefix($0) } }) else {
      guard parts.count == 2, let year, let month = Int(parts[0]), let day = Int(parts[1]) else { return nil }
      self.init(year: year, month: month, day: day)
      return
    }
    let month = (Self.months.firstIndex { parts[named].hasPrefix($0) } ?? 0) + 1
    parts.remove(at: named)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, let day = numbers.first, let year = numbers.count == 2 ? numbers[1] : year,
      numbers.count < 3
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
