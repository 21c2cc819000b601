import Core
import Store
import TUI

/// What the forms and boxes of the Partners screen ask of the database, as whoever acts.
struct PartnerForms {
  private let store: Store
  private let actor: Actor
  private let now: Timestamp

  init(_ store: Store, by actor: Actor, now: Timestamp) {
    self.store = store
    self.actor = actor
    self.now = now
  }

  /// Carries out an order.
  func answer(_ job: Job, _ order: PartnerOrder) throws -> Action {
    switch order {
    case .openOffer(let wish): .partner(job, .offerDraft(try draft(wish)))
    case .openPartner(let id): .partner(job, .partnerDraft(try draft(of: id)))
    case .saveOffer(let draft, let values, let seen):
      try saving(job, field: OfferForm.field) { try save(draft, values, seen, job) }
    case .savePartner(let draft, let values, let seen):
      try saving(job, field: PartnerForm.field) { try save(draft, values, seen, job) }
    case .reach(let offer): .partner(job, .reach(try store.reach(of: offer, now: now)))
    case .keys(let partner): .partner(job, .keys(try store.keys(of: partner, for: actor).reversed()))
    case .makeKey(let partner, let replaced): .partner(job, .keyMade(try makeKey(of: partner, replacing: replaced)))
    case .revokeKey(let id): .partner(job, .keyRevoked(try store.revokeKey(id, by: actor, now: now)))
    case .statement(let partner, let month): .partner(job, .statement(try statement(of: partner, month)))
    }
  }

  // MARK: Forms

  private func draft(_ wish: OfferDraft.Wish) throws -> OfferDraft {
    let categories = try store.categories()
    switch wish {
    case .new(let id):
      let partner = try seen(id)
      return OfferDraft(newFor: partner, zone: try zone(of: partner), categories: categories)
    case .edit(let id):
      let offer = try store.offer(id)
      guard actor.sees(offer.partnerID) else { throw StoreError.notFound(what: "offer", name: id.description) }
      let partner = try seen(offer.partnerID)
      return OfferDraft(offer: offer, partner: partner, zone: try zone(of: partner), categories: categories)
    }
  }

  private func draft(of id: Partner.ID?) throws -> PartnerDraft {
    let categories = try store.categories()
    let changesTerms = actor.role != .partner
    if let id { return PartnerDraft(partner: try seen(id), categories: categories, changesTerms: changesTerms) }
    guard changesTerms else {
      throw StoreError.refused(code: "not_allowed", sentence: "who is a partner is the operators' matter; ask one")
    }
    let zone = try store.partners().first?.zone ?? "UTC"
    let new = Partner(id: Partner.ID(0), name: "", category: "", position: .origin, zone: zone)
    return PartnerDraft(partner: new, categories: categories, changesTerms: changesTerms)
  }

  /// Keeps what a form holds; what the store refuses is said in the form, and what somebody else changed is laid beside
  /// it.
  private func saving(_ job: Job, field: (String) -> String, _ body: () throws -> Action) throws -> Action {
    do {
      return try body()
    } catch let input as InvalidInput {
      return .refused(job, [InvalidInput(input.code, field: field(input.field), input.message)])
    } catch let error as StoreError {
      guard case .invalid(let input) = error else { throw error }
      return .refused(job, [InvalidInput(input.code, field: field(input.field), input.message)])
    }
  }

  private func save(
    _ draft: OfferDraft, _ values: [String: FieldValue], _ seen: [String: FieldValue], _ job: Job
  ) throws -> Action {
    guard !draft.isNew else {
      let new = try OfferForm.offer(draft.offer, draft) { values[$0] }
      return .partner(job, .offerSaved(try store.addOffer(new, by: actor, now: now).id))
    }
    let present = try store.offer(draft.offer.id)
    guard actor.sees(present.partnerID) else {
      throw StoreError.notFound(what: "offer", name: draft.offer.id.description)
    }
    let theirs = OfferForm.values(present, draft)
    guard theirs.shows(seen) else {
      return .overtaken(job, by: try author(.offer(present.id)), theirs)
    }
    let edited = try OfferForm.offer(present, draft) { values[$0] }
    if edited != present { try store.updateOffer(edited, by: actor, now: now) }
    return .partner(job, .offerSaved(present.id))
  }

  private func save(
    _ draft: PartnerDraft, _ values: [String: FieldValue], _ seen: [String: FieldValue], _ job: Job
  ) throws -> Action {
    guard !draft.isNew else {
      try store.addPartner(try PartnerForm.partner(draft.partner, draft) { values[$0] }, by: actor, now: now)
      return .saved(job)
    }
    let present = try self.seen(draft.partner.id)
    let theirs = PartnerForm.values(present, draft)
    guard theirs.shows(seen) else {
      return .overtaken(job, by: try author(.partner(present.id)), theirs)
    }
    let edited = try PartnerForm.partner(present, draft) { values[$0] }
    try store.updatePartner(edited, by: actor, now: now)
    return .saved(job)
  }

  private func author(_ subject: CommandSubject) throws -> String {
    try store.lastEditor(of: subject) ?? "somebody else"
  }

  // MARK: Keys and statements

  /// A key is never drawn from a seed: whoever has a recording has that.
  private func makeKey(of partner: Partner.ID, replacing old: StoredKey.ID?) throws -> NewKey {
    var generator = SystemRandomNumberGenerator()
    guard let old else { return try store.createKey(of: partner, by: actor, now: now, using: &generator) }
    return try store.rotateKey(old, overlap: State.keyOverlap, by: actor, now: now, using: &generator).new
  }

  private func statement(of id: Partner.ID, _ month: SettlementPeriod?) throws -> StatementPage {
    let partner = try seen(id)
    let zone = try zone(of: partner)
    let running = SettlementPeriod(of: now, in: zone)
    let months = Set(try store.settlements(partner: id, for: actor).map(\.period)).union([running]).sorted(by: >)
    let shown = month ?? running
    return StatementPage(
      statement: try store.statement(of: id, period: shown, for: actor), months: months, zone: zone)
  }

  /// A partner, for whom it exists.
  private func seen(_ id: Partner.ID) throws -> Partner {
    guard actor.sees(id) else { throw StoreError.notFound(what: "partner", name: id.description) }
    return try store.partner(id)
  }

  private func zone(of partner: Partner) throws -> ZoneTable {
    guard let zone = SystemZones.zones.table(partner.zone) else {
      throw StoreError.corrupt(detail: "it names the time zone '\(partner.zone.prefix(60))', which is not known here")
    }
    return zone
  }
}

extension [String: FieldValue] {
  /// Whether every field shows the same as in another.
  fileprivate func shows(_ other: [String: FieldValue]) -> Bool {
    allSatisfy { id, value in other[id]?.shown == value.shown }
  }
}
