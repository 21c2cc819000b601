import Core
import Store
import TUI

/// What the forms and steps of the Rules screen ask of the database, as whoever acts.
struct DealsForms {
  private let store: Store
  private let actor: Actor
  private let now: Timestamp

  init(_ store: Store, by actor: Actor, now: Timestamp) {
    self.store = store
    self.actor = actor
    self.now = now
  }

  /// Carries out an order.
  /// - Throws: whatever the store refuses.
  func answer(_ job: Job, _ order: DealsOrder) throws -> Action {
    switch order {
    case .open(let id, let isCopy): return .deals(job, .draft(try draft(id, isCopy: isCopy)))
    case .save(let draft, let rule): return try save(draft, rule, job)
    case .preview(let terms): return .deals(job, .preview(try store.testRule(RuleDraft(terms: terms), now: now)))
    case .wishes(let person):
      let summary = try store.preferencesSummary(of: person, now: now)
      return .deals(job, .wishes(try store.wishes(of: person), summary))
    case .pause(let id):
      let rule = try store.pauseRule(id, by: actor, now: now)
      return .deals(job, .done(.rule(id), "\(rule.name) is paused; p resumes it"))
    case .resume(let id, let catchesUp):
      let rule = try store.resumeRule(id, catchUp: catchesUp, by: actor, now: now)
      return .deals(job, .done(.rule(id), "\(rule.name) is on again"))
    case .delete(let ids):
      let names = try ids.map { try store.deleteRule($0, by: actor, now: now).name }
      return .deals(job, .done(nil, "\(Words.all(names)) \(names.count == 1 ? "was" : "were") deleted; u brings back"))
    case .watch(let listing, let person, let threshold):
      let draft = WatchDraft(.listing(listing), atOrUnder: threshold.cents, currency: threshold.currency)
      let watch = try store.addWatch(draft, of: person, by: actor, now: now)
      return .deals(job, .done(.watch(watch.id), "You are told at \(threshold) or less"))
    case .unwatch(let ids):
      for id in ids { _ = try store.removeWatch(id, by: actor, now: now) }
      return .deals(
        job, .done(nil, "\(ids.count == 1 ? "The watch has" : "\(ids.count) watches have") ended; u brings back"))
    case .read(let ids):
      for id in ids { try store.readAlert(id, by: actor, now: now) }
      return .deals(job, .done(nil, ""))
    case .unread(let ids):
      for id in ids { try store.unreadAlert(id, by: actor) }
      return .deals(job, .done(nil, ""))
    case .snooze(let ids, let until):
      for id in ids { try store.snoozeAlert(id, until: until, by: actor, now: now) }
      return .deals(job, .done(nil, "\(Words.count(ids.count, "alert")) snoozed"))
    }
  }

  private func draft(_ id: AlertRule.ID?, isCopy: Bool) throws(StoreError) -> RuleFormDraft {
    let rule = try id.map { id throws(StoreError) in try store.rule(id) }
    var draft = rule.map { RuleDraft($0) } ?? RuleDraft()
    if isCopy { draft.name = rule.map { "\($0.name) (copy)" } }
    return RuleFormDraft(
      id: isCopy ? nil : id, person: rule?.person, draft: draft, places: try store.knownPlaces(),
      categories: try store.listingCategories(), currency: try store.dealCurrency())
  }

  /// Keeps what a form holds; what the store refuses is said in the form, and what somebody else changed is laid beside
  /// it.
  private func save(_ form: RuleFormDraft, _ rule: RuleDraft, _ job: Job) throws(StoreError) -> Action {
    do {
      guard let id = form.id else {
        return .deals(job, .saved(try store.createRule(rule, of: form.person, by: actor, now: now).id))
      }
      let present = try store.rule(id)
      guard RuleDraft(present) == form.draft else {
        let author = try store.lastEditor(of: .rule(id)) ?? "somebody else"
        return .overtaken(job, by: author, RuleForm.values(RuleDraft(present), form))
      }
      return .deals(job, .saved(try store.editRule(id, rule, version: present.version, by: actor, now: now).id))
    } catch {
      guard case .invalid(let input) = error else { throw error }
      return .refused(job, [InvalidInput(input.code, field: RuleForm.field(of: input.field), input.message)])
    }
  }
}
