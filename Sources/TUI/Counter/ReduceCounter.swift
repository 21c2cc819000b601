import Core

extension State {
  /// The uppermost counter; nil where there is none.
  package var counter: Counter? { counterIndex.flatMap { counter(at: $0) } }

  private var counterIndex: Int? { dialogs.indices.last { counter(at: $0) != nil } }

  private func counter(at index: Int) -> Counter? {
    if case .counter(let counter) = dialogs[index] { counter } else { nil }
  }

  /// Does what a command of counter mode means.
  mutating func perform(_ intent: CounterIntent) -> [Effect] {
    switch intent {
    case .show: return openCounter()
    case .submit: return submitCounter()
    case .turn: changeCounter { $0.showsSlip.toggle() }
    case .copySlip: return copySlip()
    }
    return []
  }

  /// Changes what is typed at the counter.
  mutating func editCounter(_ change: (inout TextEntry) -> Void) {
    changeCounter { counter in
      change(&counter.entry)
      counter.objection = nil
    }
  }

  /// Esc at the counter: puts a claim back that was about to be redeemed, else empties the field, else closes.
  mutating func leaveCounter() {
    guard let counter, counterIndex == dialogs.count - 1 else { return }
    if case .amount(let facts) = counter.step {
      changeCounter { counter in
        counter.step = .code
        counter.verdict = .putBack(facts)
        counter.job = nil
        counter.entry.clear()
        counter.objection = nil
      }
    } else if !counter.entry.text.isEmpty {
      changeCounter { $0.entry.clear() }
    } else {
      dialogs.removeLast()
    }
  }

  /// Takes in the answer to an order; one that nobody waits for any more is dropped.
  mutating func take(_ news: CounterNews, from job: Job) -> [Effect] {
    switch news {
    case .board(let board):
      guard let index = counterIndex, var counter = counter(at: index), counter.boardJob == job else { return [] }
      counter.board = board
      counter.boardJob = nil
      dialogs[index] = .counter(counter)
      return counter.isBoardOld || counter.boardPartner != board.slip.partnerID ? readCounterBoard() : []
    case .checked(let check):
      guard let counter, counter.job == job else { return [] }
      changeCounter { counter in
        counter.job = nil
        counter.verdict = .checked(check)
        if check.isValid, let facts = check.claim { counter.step = .amount(facts) }
      }
      if let reason = editing.reason, check.isValid { changeCounter { $0.keepClosed(reason) } }
      return counter.boardPartner != self.counter?.boardPartner ? readCounterBoard() : []
    case .redeemed(let redemption):
      guard let counter, counter.job == job, case .amount(let facts) = counter.step else { return [] }
      changeCounter { counter in
        counter.job = nil
        counter.step = .code
        counter.verdict = .redeemed(redemption, offerTitle: facts.offerTitle)
      }
      if clock.run != nil { clock.deeds += 1 }
      return readCounterBoard() + refresh([.claims, .interactions, .offers])
    }
  }

  /// Says at the counter why there is no answer. False if the counter does not wait for the job.
  mutating func failCounter(_ job: Job, _ reason: String) -> Bool {
    guard let counter, counter.job == job || counter.boardJob == job else { return false }
    changeCounter { counter in
      if counter.boardJob == job { counter.boardJob = nil }
      guard counter.job == job else { return }
      counter.job = nil
      counter.step = .code
      counter.verdict = .failed(reason)
    }
    if counter.boardJob == job { notify(.failure, reason) }
    return true
  }

  /// Reads the counter's board anew after something changed.
  mutating func refreshCounter(_ topics: Set<Topic>) -> [Effect] {
    topics.isDisjoint(with: [.claims, .interactions, .offers]) ? [] : readCounterBoard()
  }

  private mutating func openCounter() -> [Effect] {
    guard counter == nil else { return [] }
    dialogs.append(.counter(Counter(of: counterPartner)))
    return readCounterBoard()
  }

  private mutating func submitCounter() -> [Effect] {
    guard let counter else { return [] }
    let typed = counter.entry.text.filter { !$0.isWhitespace }
    switch counter.step {
    case .code: return typed.isEmpty ? [] : check(counter.entry.text)
    // The next customer's code was scanned: this one's claim stays good.
    case .amount where (try? ClaimCode(parsing: typed)) != nil: return check(typed)
    case .amount(let facts) where typed.isEmpty:
      // Seen before it counts, so that an Enter too much costs nobody anything.
      changeCounter { $0.entry.replace(with: AmountText.text(cents: facts.typicalSpendCents)) }
      return []
    case .amount(let facts):
      guard counter.job == nil else { return [] }
      guard let cents = AmountText.cents(typed.replacing(",", with: ".")) else {
        changeCounter { $0.objection = "an amount such as 42.50, not '\(typed)'" }
        return []
      }
      let job = nextJob()
      changeCounter { counter in
        counter.job = job
        counter.entry.clear()
      }
      return [.counter(job, .redeem(facts, amountCents: cents))]
    }
  }

  private mutating func check(_ code: String) -> [Effect] {
    let job = nextJob()
    changeCounter { counter in
      counter.job = job
      counter.step = .code
      counter.verdict = .checking
      counter.objection = nil
      counter.entry.clear()
    }
    return [.counter(job, .check(code, at: counter?.partnerID))]
  }

  private mutating func readCounterBoard() -> [Effect] {
    guard let counter, let partner = counter.boardPartner else { return [] }
    guard counter.boardJob == nil else {
      changeCounter { $0.isBoardOld = true }
      return []
    }
    let job = nextJob()
    changeCounter { counter in
      counter.boardJob = job
      counter.isBoardOld = false
    }
    return [.counter(job, .look(partner))]
  }

  private mutating func copySlip() -> [Effect] {
    guard let board = counter?.board else { return [] }
    notify(.success, "Copied the slip of \(board.slip.day)")
    return [.device(.copy(SlipText(board, formats: formats).text))]
  }

  private mutating func changeCounter(_ change: (inout Counter) -> Void) {
    guard let index = counterIndex, var counter = counter(at: index) else { return }
    change(&counter)
    dialogs[index] = .counter(counter)
  }
}

extension Counter {
  /// A good code where nothing may be written: it is good, and cannot be redeemed here.
  fileprivate mutating func keepClosed(_ reason: String) {
    step = .code
    objection = "cannot be redeemed here: \(reason)"
  }
}

extension State {
  /// Whose counter one opens: a partner its own, anybody else that of the partner the keyboard is on.
  fileprivate var counterPartner: Partner.ID? {
    actor.partnerID ?? (screen == .partners && dialogs.isEmpty ? partners.selectedPartnerID : nil)
  }
}
