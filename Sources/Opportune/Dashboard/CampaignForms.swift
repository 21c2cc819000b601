import Core
import Store
import TUI

extension Store {
  /// All of one campaign; nil where there is none any more.
  func sheet(
    of campaign: Campaign.ID, _ request: CampaignsRequest, now: Timestamp
  ) throws(StoreError) -> CampaignSheet? {
    do {
      return try campaignSheet(campaign, request, now: now)
    } catch {
      guard case .notFound = error else { throw error }
      return nil
    }
  }
}

/// What the forms and steps of the Campaigns screen ask of the database, as whoever acts.
struct CampaignForms {
  private let store: Store
  private let actor: Actor
  private let now: Timestamp
  private let files: ExportFolder

  init(_ store: Store, by actor: Actor, now: Timestamp, files: ExportFolder) {
    self.store = store
    self.actor = actor
    self.now = now
    self.files = files
  }

  /// Carries out an order.
  /// - Throws: for a partner, who has no campaigns, and whatever the store refuses.
  func answer(_ job: Job, _ order: CampaignOrder) throws -> Action {
    guard actor.role != .partner else {
      throw Failure(.notAllowed, code: "not_allowed", "campaigns are not open to a partner's key")
    }
    switch order {
    case .open(let id): return .campaign(job, .draft(try draft(id)))
    case .save(let draft, let values): return try save(draft, values, job)
    case .pause(let id): return done(job, try store.pauseCampaign(id, by: actor, now: now), "was paused")
    case .resume(let id): return done(job, try store.resumeCampaign(id, by: actor, now: now), "was resumed")
    case .end(let id): return done(job, try store.endCampaign(id, by: actor, now: now), "was ended")
    case .keepView(let name, let request, let columns, let filter):
      let view = try store.saveCampaignView(
        name, period: request.period, columns: columns, metric: request.metric, filter: filter, by: actor, now: now)
      return .campaign(job, .done(nil, "View \(view.name) is kept"))
    case .forgetView(let name):
      try store.removeCampaignView(name, by: actor)
      return .campaign(job, .done(nil, "View \(name) is forgotten"))
    case .watch(let metric, let side, let threshold, let campaign, let days, let isCertain):
      try store.addMonitor(
        metric, side, threshold, of: campaign, days: days, isCertain: isCertain, by: actor, now: now)
      return .campaign(job, .done(nil, "You will be told on the Campaigns screen"))
    case .forgetMonitor(let id):
      try store.removeMonitor(id, by: actor)
      return .campaign(job, .done(nil, "It is watched no more"))
    case .report(let request):
      let text = request.report.text(as: request.format)
      return .campaign(
        job, .reported(request, files.write(text, named: request.name, replaces: request.replaces)))
    }
  }

  private func done(_ job: Job, _ campaign: Campaign, _ what: String) -> Action {
    .campaign(job, .done(campaign.id, "\(campaign.name) \(what)"))
  }

  private func draft(_ id: Campaign.ID?) throws -> CampaignFormDraft {
    let offers = try store.testableOffers(now: now).map {
      CampaignFormDraft.OfferChoice(id: $0.offer.id, title: $0.offer.title, partnerName: $0.partnerName)
    }
    let campaign = try id.map { try store.campaign($0) }
    return CampaignFormDraft(
      id: id, version: campaign?.version, draft: campaign.map { CampaignDraft($0) } ?? CampaignDraft(name: ""),
      offers: offers, zone: try campaign.map { try store.zone($0.zone) } ?? store.zone(store.world.zone))
  }

  /// Keeps what a form holds; what the store refuses is said in the form, and what somebody else changed is laid beside
  /// it.
  private func save(_ form: CampaignFormDraft, _ values: [String: FieldValue], _ job: Job) throws -> Action {
    do {
      let draft = try CampaignForm.draft(form) { values[$0] }
      guard let id = form.id else {
        return .campaign(job, .saved(try store.createCampaign(draft, by: actor, now: now).id))
      }
      let present = try store.campaign(id)
      guard CampaignDraft(present) == form.draft else {
        let theirs = CampaignFormDraft(
          id: id, version: present.version, draft: CampaignDraft(present), offers: form.offers, zone: form.zone)
        let author = try store.lastEditor(of: .campaign(id)) ?? "somebody else"
        return .overtaken(job, by: author, CampaignForm.values(theirs))
      }
      return .campaign(
        job, .saved(try store.editCampaign(id, draft, version: present.version, by: actor, now: now).id))
    } catch let input as InvalidInput {
      return .refused(job, [InvalidInput(input.code, field: CampaignForm.field(of: input.field), input.message)])
    } catch let error as StoreError {
      guard case .invalid(let input) = error else { throw error }
      return .refused(job, [InvalidInput(input.code, field: CampaignForm.field(of: input.field), input.message)])
    }
  }
}
