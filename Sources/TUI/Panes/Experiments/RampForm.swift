import Core

/// The form that lets more people take part in a running experiment, or divides them anew.
enum RampForm {
  /// The form, with what is so now in it.
  static func form(_ experiment: Experiment) -> Form {
    let phase = experiment.phase
    return Form(
      "Ramp \(experiment.design.name)", purpose: .ramp(experiment),
      lines: [
        "Raising the share moves nobody from one arm to another. Another split divides everybody anew: a new phase "
          + "begins, and counts begin with it."
      ], saveTitle: "Ramp",
      fields: [
        .percent(
          "coverage", "Take part", (phase?.coverage ?? 1) * 100,
          help: "The share of people; the others see the control."),
        .text(
          "weights", "Split", WeightsText.text(phase?.weights ?? experiment.design.weights), limit: 80,
          help: "The share of each arm, the control first: 1/2, 1/2 or 0.9, 0.1."),
      ])
  }

  /// Says what is wrong with a form.
  static func objections(to form: Form, _ experiment: Experiment) -> [InvalidInput] {
    do {
      let weights = try WeightsText.weights(form.text("weights"))
      guard weights.count == experiment.design.arms.count else {
        return [InvalidInput(field: "weights", "must be \(experiment.design.arms.count) shares, one for each arm")]
      }
      return form.isDirty ? [] : [InvalidInput(field: "coverage", "is as it was; change one of them")]
    } catch {
      return [error]
    }
  }
}

extension State {
  /// Opens the form of the selected experiment.
  mutating func openRamp() -> [Effect] {
    guard let experiment = experiments.currentSheet?.experiment, dialogs.isEmpty else { return [] }
    dialogs.append(.form(RampForm.form(experiment)))
    return []
  }

  /// Hands in what stands in the form.
  mutating func ramp(_ experiment: Experiment, by form: Form) -> [Effect] {
    guard let weights = try? WeightsText.weights(form.text("weights")), let coverage = form.number("coverage") else {
      return []
    }
    return order(.ramp(experiment.id, coverage: coverage / 100, weights: weights))
  }

  /// Hands in what stands in an experiment's form.
  mutating func save(_ form: Form, _ draft: ExperimentDraft) -> FormOutcome {
    let job = nextJob()
    return .wait(job, [.experiment(job, .save(draft, form.values, seen: form.baseValues))])
  }

  /// Says that it is saved, and goes to it.
  mutating func finishExperimentForm(_ form: Form) -> [Effect] {
    if clock.run != nil { clock.deeds += 1 }
    notify(.success, "\(form.text("name").trimmingBlanks) saved as a draft; a starts it")
    if screen != .experiments { rememberPlace() }
    screen = .experiments
    experiments.isZoomed = false
    experiments.focus(on: .list)
    return reloadExperiments()
  }
}
