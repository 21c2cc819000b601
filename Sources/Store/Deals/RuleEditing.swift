import Core

extension Store {
  /// Keeps a rule from now on: it speaks of listings that come or change later.
  /// - Parameters:
  ///   - person: whose it is; nil is the person that stands for the actor, who is made with the first rule.
  ///   - lookBack: it also speaks of what is there already.
  ///   - loading: for a town that is being made: nobody's edit, and so none of the command log.
  /// - Throws: ``StoreError/invalid(_:)`` unless the draft passes ``RuleDraft/check()`` and names a category there is,
  ///   ``StoreError/conflict(code:sentence:)`` for a name the person has already.
  @discardableResult
  package func createRule(
    _ draft: RuleDraft, of person: Person.ID? = nil, lookBack: Bool = false, by actor: Actor, loading: Bool = false,
    now: Timestamp
  ) throws(StoreError) -> AlertRule {
    let checked = try checked(draft)
    return try write { () throws(StoreError) in
      try permitOperator(actor, to: "make rules")
      let owner = try owner(person, actor, now: now)
      let whole = try completed(checked, of: owner, exceptFor: nil)
      let id = try insert(
        whole, number: nil, of: owner, version: 1, from: lookBack ? 0 : try lastSequence(), now: now)
      try rulesChanged(id, of: owner, now: now)
      let rule = try rule(id)
      if !loading {
        try record(
          "rule create", .rule(id), by: actor, change: CommandChange(versionAfter: 1, after: rule.logged),
          note: rule.name, now: now)
      }
      if lookBack, rule.isEnabled { try self.lookBack(for: rule, now: now) }
      return rule
    }
  }

  /// Changes a rule; from then on it speaks by its new terms. What it raised and has not told yet is cancelled where the
  /// new terms would not raise it.
  /// - Parameter version: the one that was read, where a change meanwhile matters; nil for whatever is there.
  /// - Returns: the rule, also where nothing differs and nothing was written.
  @discardableResult
  package func editRule(
    _ id: AlertRule.ID, _ draft: RuleDraft, version: Int? = nil, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> AlertRule {
    let checked = try checked(draft)
    return try write { () throws(StoreError) in
      try permitOperator(actor, to: "edit rules")
      let current = try rule(id)
      if let version, version != current.version { throw .changedMeanwhile(current, by: try lastEditor(of: .rule(id))) }
      let whole = try completed(checked, of: current.person, exceptFor: id)
      guard !whole.differences(from: RuleDraft(current)).isEmpty else { return current }
      return try change(current, to: whole, "rule edit", by: actor, now: now)
    }
  }

  /// Keeps a rule from speaking until it is resumed.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` if it is paused.
  @discardableResult
  package func pauseRule(_ id: AlertRule.ID, by actor: Actor, now: Timestamp) throws(StoreError) -> AlertRule {
    try write { () throws(StoreError) in
      try permitOperator(actor, to: "pause rules")
      let current = try rule(id)
      guard current.isEnabled else {
        throw .conflict(code: "rule.paused", sentence: "rule \(id) is paused already")
      }
      var draft = RuleDraft(current)
      draft.isEnabled = false
      return try change(current, to: draft, "rule pause", by: actor, now: now)
    }
  }

  /// Lets a paused rule speak again.
  /// - Parameter catchUp: also of what came while it was paused.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` unless it is paused.
  @discardableResult
  package func resumeRule(
    _ id: AlertRule.ID, catchUp: Bool = false, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> AlertRule {
    try write { () throws(StoreError) in
      try permitOperator(actor, to: "resume rules")
      let current = try rule(id)
      guard !current.isEnabled else {
        throw .conflict(code: "rule.active", sentence: "rule \(id) is not paused")
      }
      var draft = RuleDraft(current)
      draft.isEnabled = true
      let rule = try change(
        current, to: draft, "rule resume", from: catchUp ? current.fromSequence : nil, by: actor, now: now)
      if catchUp { try lookBack(for: rule, now: now) }
      return rule
    }
  }

  /// Removes a rule; what it raised and has not told yet is cancelled, what it told stays in the inbox.
  /// - Returns: the rule that was there.
  @discardableResult
  package func deleteRule(_ id: AlertRule.ID, by actor: Actor, now: Timestamp) throws(StoreError) -> AlertRule {
    try write { () throws(StoreError) in
      try permitOperator(actor, to: "delete rules")
      let current = try rule(id)
      try remove(current, now: now)
      try record(
        "rule delete", .rule(id), by: actor,
        change: CommandChange(versionBefore: current.version, before: current.logged), note: current.name, now: now)
      return current
    }
  }

  /// Writes a rule's new facts and tells the log. A rule that stays as it is in what it asks for, and stays enabled, goes
  /// on from where it was; any other begins at now.
  private func change(
    _ current: AlertRule, to draft: RuleDraft, _ verb: String, from sequence: Int64? = nil, by actor: Actor,
    now: Timestamp
  ) throws(StoreError) -> AlertRule {
    let next = try write(draft, of: current, version: current.version + 1, from: sequence, now: now)
    try record(
      verb, .rule(current.id), by: actor,
      change: CommandChange(
        versionBefore: current.version, versionAfter: next.version, before: current.logged, after: next.logged),
      note: verb == "rule edit" ? draft.differences(from: RuleDraft(current)).joined(separator: ", ") : next.name,
      now: now)
    return next
  }

  /// Writes facts over a rule. Inside a write.
  /// - Parameter sequence: from which listings on it speaks; nil for what its change demands.
  func write(
    _ draft: RuleDraft, of current: AlertRule, version: Int, from sequence: Int64? = nil, now: Timestamp
  ) throws(StoreError) -> AlertRule {
    let isSame = draft.terms == current.terms && draft.isEnabled == current.isEnabled
    let begin = try isSame ? current.fromSequence : lastSequence()
    try update(draft, of: current.id, version: version, from: sequence ?? begin, now: now)
    try rulesChanged(current.id, of: current.person, now: now)
    let next = try rule(current.id)
    if draft.terms != current.terms { try cancelUnmatched(of: next, now: now) }
    return next
  }

  /// Takes a rule away with what it has not told yet. Inside a write.
  func remove(_ rule: AlertRule, now: Timestamp) throws(StoreError) {
    try cancelUnsent(of: rule.id, now: now)
    try connection.run("DELETE FROM alert_rule WHERE id = :id", [":id": .id(rule.id)])
    try rulesChanged(rule.id, of: rule.person, now: now)
  }

  /// Copies follow an edit, and so does the person's next digest.
  func rulesChanged(_ id: AlertRule.ID, of person: Person.ID, now: Timestamp) throws(StoreError) {
    touch(.rules)
    try renew(id)
    try planDigest(of: person, now: now)
  }

  /// What a person typed, or the reason why it cannot be a rule.
  private func checked(_ draft: RuleDraft) throws(StoreError) -> RuleDraft {
    try StoreError.checking { () throws(InvalidInput) in
      try draft.check()
      var checked = draft
      checked.name = try draft.name.map { name throws(InvalidInput) in
        try PlainText.checked(name, field: "name", limit: 80)
      }
      return checked
    }
  }

  /// The draft with a name of its own and the currency it did not name.
  private func completed(
    _ draft: RuleDraft, of person: Person.ID, exceptFor id: AlertRule.ID?
  ) throws(StoreError) -> RuleDraft {
    var draft = draft
    draft.terms = try completed(draft.terms)
    if let name = draft.name {
      if let other = try rule(named: name, of: person), other != id {
        throw .conflict(
          code: "duplicate", sentence: "rule \(other) is called '\(name)' already; give another name")
      }
    } else {
      draft.name = try freeName(like: draft.title, of: person, exceptFor: id)
    }
    return draft
  }

  /// A name made from what a rule asks for, counted up where it is taken.
  private func freeName(
    like title: String, of person: Person.ID, exceptFor id: AlertRule.ID?
  ) throws(StoreError) -> String {
    var name = title
    var count = 1
    while let other = try rule(named: name, of: person), other != id {
      count += 1
      name = "\(title) \(count)"
    }
    return name
  }
}

extension AlertRule {
  /// As the command log keeps it: its facts, and whose it is.
  var logged: JSON {
    .object([JSON.Member("person_id", .id(person))] + RuleDraft(self).facts)
  }
}

extension StoreError {
  fileprivate static func changedMeanwhile(_ rule: AlertRule, by author: String?) -> StoreError {
    .conflict(
      code: "version",
      sentence: "rule \(rule.id) was changed meanwhile\(author.map { " by \($0)" } ?? "")"
        + " (version \(rule.version)); look at it again")
  }
}
