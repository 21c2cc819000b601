import Core
import Store

/// `import exposures [--daily] FILE`.
enum ExposureCommand {
  /// The command.
  static let command = Command(
    ["import", "exposures"], "Import an A/B test that was run elsewhere, by unit or by day.",
    access: .analysts,
    explanation: """
      Columns: unit, arm, exposed_at, converted (1 or 0), value. A file without units has its lines for units; without \
      exposed_at the moment of the import counts. With --daily: date, arm, exposures, conversions, revenue; a day that \
      is imported again replaces what it was. A name that is new makes an experiment of the arms that the file has: \
      --control says which is the control, and what the file holds is taken for its plan. A unit seen in two arms is \
      counted in neither. \(ImportCommands.rules)
      """,
    positionals: [ImportCommands.file],
    flags: [
      Flag("experiment", .text("ID|NAME"), "The experiment it belongs to.", isRequired: true),
      .switch("daily", "A line is an arm on a day."),
      Flag(
        "control", .text("ARM"), "Of a new experiment, the control.", fallback: "'control', or the first in the file"),
      Flag(
        "metric", .choice(["acceptance", "redemption", "revenue"]), "Of a new experiment, what decides.",
        fallback: "acceptance"),
      ExperimentInput.weights,
    ] + ImportCommands.flags(.exposures),
    examples: [
      "opportune import exposures hillstrom.csv.gz --experiment mail --map arm=segment --map converted=visit "
        + "--map value=spend --control 'No E-Mail'",
      "opportune import exposures --daily control.csv --experiment 3 --set arm=control --map exposures=Clicks "
        + "--map conversions=Enrollments --year 2014",
    ],
    output: ImportReport.schema
  ) { invocation in
    let target = try ExposureImport(invocation)
    return try ImportCommands.run(
      invocation.arguments.has("daily") ? .exposureDays : .exposures, invocation, into: target)
  }
}
