import Core
import Store
import TUI

extension Store {
  /// All of one experiment; nil where there is none any more.
  func sheet(of experiment: Experiment.ID, now: Timestamp) throws(StoreError) -> ExperimentSheet? {
    do {
      return try experimentSheet(experiment, now: now)
    } catch {
      guard case .notFound = error else { throw error }
      return nil
    }
  }
}

/// What the forms and steps of the Experiments screen ask of the database, as whoever acts.
struct ExperimentForms {
  private let store: Store
  private let actor: Actor
  private let now: Timestamp

  init(_ store: Store, by actor: Actor, now: Timestamp) {
    self.store = store
    self.actor = actor
    self.now = now
  }

  /// Carries out an order.
  /// - Throws: for a partner, who has no experiments, and whatever the store refuses.
  func answer(_ job: Job, _ order: ExperimentOrder) throws -> Action {
    guard actor.role != .partner else {
      throw Failure(.notAllowed, code: "not_allowed", "experiments are not open to a partner's key")
    }
    switch order {
    case .open(let wish): return .experiment(job, .draft(try draft(wish)))
    case .save(let draft, let values, let seen): return try save(draft, values, seen, job)
    case .start(let id): return done(job, try store.startExperiment(id, by: actor, now: now), "was started")
    case .ramp(let id, let coverage, let weights):
      let ramped = try store.rampExperiment(id, coverage: coverage, weights: weights, by: actor, now: now)
      return done(job, ramped, "was ramped")
    case .end(let id, let winner):
      let ended = try store.endExperiment(id, winner: winner, by: actor, now: now)
      let name = winner.map { "for \(ended.design.arms[$0].name)" } ?? "without a winner"
      return done(job, ended, "was ended \(name)")
    case .askToDeploy(let id):
      return .experiment(job, .ending(id, try store.offersThatEnd(byDeploying: id, now: now).map(\.title)))
    case .deploy(let id): return done(job, try store.deployWinner(id, by: actor, now: now), "was deployed")
    }
  }

  private func done(_ job: Job, _ experiment: Experiment, _ what: String) -> Action {
    .experiment(job, .done(experiment.id, "\(experiment.design.name) \(what)"))
  }

  private func draft(_ wish: ExperimentDraft.Wish) throws -> ExperimentDraft {
    switch wish {
    case .new(let offer):
      let offers = try store.testableOffers(lately: offer, now: now)
      return ExperimentDraft(newAbout: offer, offers: offers, campaigns: try store.campaigns())
    case .edit(let id):
      let experiment = try store.experiment(id)
      return ExperimentDraft(
        id: id, design: experiment.design, offers: try store.testableOffers(now: now), campaigns: try store.campaigns())
    }
  }

  /// Keeps what a form holds; what the store refuses is said in the form, and what somebody else changed is laid beside
  /// it.
  private func save(
    _ draft: ExperimentDraft, _ values: [String: FieldValue], _ seen: [String: FieldValue], _ job: Job
  ) throws -> Action {
    do {
      let design = try ExperimentForm.design(draft) { values[$0] }
      guard let id = draft.id else {
        return .experiment(job, .saved(try store.createExperiment(design, by: actor, now: now).id))
      }
      let present = try store.experiment(id)
      guard present.design == draft.design else {
        let theirs = ExperimentForm.values(
          ExperimentDraft(id: id, design: present.design, offers: draft.offers, campaigns: draft.campaigns))
        return .overtaken(job, by: try store.lastEditor(of: .experiment(id)) ?? "somebody else", theirs)
      }
      return .experiment(job, .saved(try store.editExperiment(id, design, by: actor, now: now).id))
    } catch let input as InvalidInput {
      return .refused(job, [InvalidInput(input.code, field: ExperimentForm.field(of: input.field), input.message)])
    } catch let error as StoreError {
      guard case .invalid(let input) = error else { throw error }
      return .refused(job, [InvalidInput(input.code, field: ExperimentForm.field(of: input.field), input.message)])
    }
  }
}
