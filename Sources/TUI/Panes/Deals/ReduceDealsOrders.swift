import Canvas
import Core

/// What is done with rules, watches and alerts.
extension State {
  /// Whether whoever acts may change rules: operators.
  var hunting: Availability {
    if actor.role != .operator { return .unavailable("rules are written by operators") }
    return isReadOnly ? .unavailable("opened read-only") : .available
  }

  /// Does what a command on rules means.
  mutating func perform(_ intent: DealsIntent) -> [Effect] {
    switch intent {
    case .new: return order(.open(nil, isCopy: false))
    case .edit: return deals.ruleInQuestion.map { order(.open($0.id, isCopy: false)) } ?? []
    case .clone: return deals.ruleInQuestion.map { order(.open($0.id, isCopy: true)) } ?? []
    case .test: return focusDeals(on: .listings)
    case .pause: return pauseOrResume()
    case .remove: askToRemove()
    case .watch: openWatch()
    case .read: return markAsRead()
    case .snooze: askToSnooze()
    case .mute: askToMute()
    case .preferences: return deals.board?.person.map { order(.wishes($0.id)) } ?? []
    case .hunter: askForHunter()
    }
    return []
  }

  /// Hands out an order whose answer is waited for.
  mutating func order(_ order: DealsOrder) -> [Effect] {
    let job = nextJob()
    dealsOrders[job] = order
    return [.deals(job, order)]
  }

  /// Takes what became of an order.
  mutating func take(_ answer: DealsAnswer, from job: Job) -> [Effect] {
    switch answer {
    case .saved(let id):
      deals.expect(.rule(id))
      return finishForm(job)
    case .preview(let preview): return show(preview, from: job)
    default: break
    }
    guard dealsOrders.removeValue(forKey: job) != nil else { return [] }
    switch answer {
    case .draft(var draft):
      guard dialogs.isEmpty else { return [] }
      // A new rule is whose rules are looked at.
      draft.person = draft.person ?? deals.board?.person?.id
      let form = RuleForm.form(draft)
      dialogs.append(.form(form))
      return preview(form, draft)
    case .wishes(let wishes, let summary):
      guard dialogs.isEmpty else { return [] }
      var form = PreferencesForm.form(wishes, of: wishes.person.name)
      form.notes = AlertTimes(summary, in: deals.board?.zone ?? zone, formats).sentences
      dialogs.append(.form(form))
      return []
    case .done(let subject, let sentence):
      if clock.run != nil { clock.deeds += 1 }
      if !sentence.isEmpty { notify(.success, sentence) }
      if let subject { deals.expect(subject) }
      return reloadDeals()
    case .saved, .preview: return []
    }
  }

  /// An order that was not carried out. False if nobody waits for the job.
  mutating func failDealsOrder(_ job: Job, _ reason: String) -> Bool {
    if failPreview(job, reason) { return true }
    guard dealsOrders.removeValue(forKey: job) != nil else { return false }
    notify(.failure, reason)
    // What it was about may be another by now.
    if deals.board != nil { deals.reloads.note([.deals], at: wall) }
    return true
  }

  /// Carries out the answer to a question.
  mutating func carryOut(_ outcome: DealsOutcome) -> [Effect] {
    switch outcome {
    case .pause(let id): return order(.pause(id))
    case .resume(let id, let catchesUp): return order(.resume(id, catchesUp: catchesUp))
    case .delete(let ids): return order(.delete(ids))
    case .unwatch(let ids): return order(.unwatch(ids))
    case .snooze(let ids, let until): return order(.snooze(ids, until: until))
    case .look(let person):
      deals.person = person
      deals.reloads.note([], at: wall)
      return continueDeals()
    }
  }

  // MARK: Rules

  private mutating func pauseOrResume() -> [Effect] {
    guard let rule = deals.ruleInQuestion else { return [] }
    guard !rule.isEnabled else { return order(.pause(rule.id)) }
    let from = Choice.Option(
      title: "Resume from now on", detail: "what arrived while it was paused is not told of",
      outcome: .deals(.resume(rule.id, catchesUp: false)))
    let all = Choice.Option(
      title: "Resume and catch up", detail: "what arrived while it was paused is told of too",
      outcome: .deals(.resume(rule.id, catchesUp: true)))
    dialogs.append(
      .choice(
        Choice(
          "Resume this rule?", lines: [rule.name], cancel: "Leave it paused", options: [from, all], isQuestion: false)))
    return []
  }

  private mutating func askToRemove() {
    if deals.list == .watches {
      let rows = deals.watches.markCount > 0 ? deals.watches.rowsInQuestion : deals.watches.selected.map { [$0] } ?? []
      let names = rows.map(\.summary.title)
      ask(
        "End \(Quantity.count(rows.count, "watch", "watches"))?", names,
        "You are not told of \(rows.count == 1 ? "its price" : "their prices") any more.", "End",
        .unwatch(rows.map(\.id)))
    } else {
      let rows = deals.rules.markCount > 0 ? deals.rules.rowsInQuestion : deals.rules.selected.map { [$0] } ?? []
      ask(
        "Delete \(Quantity.count(rows.count, "rule"))?", rows.map(\.rule.name),
        "What \(rows.count == 1 ? "it" : "they") found and was not told yet is cancelled; u brings rules back.",
        "Delete", .delete(rows.map(\.id)))
    }
  }

  /// Names that a question lists; of more, how many.
  private static let named = 6

  private mutating func ask(_ title: String, _ names: [String], _ what: String, _ verb: String, _ outcome: DealsOutcome)
  {
    guard !names.isEmpty else { return }
    let more = names.count > Self.named ? ["and \(names.count - Self.named) more"] : []
    let option = Choice.Option(title: verb, detail: "y", outcome: .deals(outcome))
    dialogs.append(
      .choice(
        Choice(
          title, lines: names.prefix(Self.named) + more + [what], cancel: "Cancel", options: [option],
          isQuestion: true)))
  }

  // MARK: Alerts

  /// The marked alerts, else the selected one.
  var alertsInQuestion: [InboxRow] {
    deals.inbox.markCount > 0 ? deals.inbox.rowsInQuestion : deals.inbox.selected.map { [$0] } ?? []
  }

  /// What is new counts as read; where nothing is, what was read is new again.
  private mutating func markAsRead() -> [Effect] {
    let new = alertsInQuestion.filter(\.isUnread)
    return order(new.isEmpty ? .unread(alertsInQuestion.filter(\.isRead).map(\.id)) : .read(new.map(\.id)))
  }

  private mutating func askToSnooze() {
    let rows = alertsInQuestion.filter(\.canBeSnoozed)
    guard let first = rows.first else { return }
    let zone = deals.board?.zone ?? zone
    let options = SnoozeTime.choices(now: now, in: zone).map { time in
      Choice.Option(
        title: time.title, detail: formats.moment(time.until, in: zone),
        outcome: .deals(.snooze(rows.map(\.id), until: time.until)))
    }
    let lines = [rows.count == 1 ? first.item.title : Quantity.count(rows.count, "alert"), "Tell me again:"]
    dialogs.append(
      .choice(Choice("Snooze", lines: lines, cancel: "Leave it", options: options, isQuestion: false)))
  }

  private mutating func askToMute() {
    guard let rule = deals.ruleInQuestion else { return }
    let option = Choice.Option(title: "Mute", detail: "y", outcome: .deals(.pause(rule.id)))
    dialogs.append(
      .choice(
        Choice(
          "Mute \(rule.name)?",
          lines: ["The rule is paused: it finds nothing until it is resumed with p.", "Its alerts stay in the inbox."],
          cancel: "Cancel", options: [option], isQuestion: true)))
  }

  // MARK: Persons

  private mutating func askForHunter() {
    guard let board = deals.board else { return }
    let options = board.hunters.map { hunter in
      Choice.Option(
        title: hunter.person.name, detail: Quantity.count(hunter.rules, "rule"),
        outcome: .deals(.look(at: hunter.person.id)))
    }
    var choice = Choice(
      "Whose rules?", lines: ["Rules, watches and the inbox of one person are shown at a time."], cancel: "Leave it",
      options: options, isQuestion: false)
    choice.selection = (board.hunters.firstIndex { $0.person.id == board.person?.id } ?? -1) + 1
    dialogs.append(.choice(choice))
  }
}
