import Canvas
import Core

extension State {
  /// Asks before an offer is accepted. The key that confirms is another than the one that asked.
  mutating func askToAccept() {
    guard let target = actingTarget, let session = discovery.session, let offer = rankedOffer(target) else { return }
    let left = session.minutesLeft(at: now)
    let lines = [
      "\(offer.offer.title), \(partnerName(of: offer.offer))",
      "\(Quantity.minutes(Int(offer.walk.minutes.rounded(.up)))) on foot, worth "
        + "\(formats.money(Money(cents: offer.valueCents, offer.offer.currency))), \(Quantity.minutes(left)) left on the meter",
      "One place is taken, and a claim code is made for \(discovery.personName)",
    ]
    let accept = Choice.Option(title: "Accept", detail: "y", outcome: .accept(target))
    dialogs.append(
      .choice(
        Choice(
          "Accept as \(discovery.personName)?", lines: lines, cancel: "Cancel", options: [accept], isQuestion: true)))
  }

  /// Asks why an offer is put aside.
  mutating func askToDismiss() {
    guard let target = actingTarget, let offer = rankedOffer(target) else { return }
    let hours = offer.offer.cooldownHours ?? Offer.defaultCooldownHours
    let options = DismissalReason.allCases.map {
      Choice.Option(
        title: $0 == .other ? "other …" : $0.title, detail: $0 == .other ? "asks for a few words" : "",
        outcome: .dismiss(target, $0))
    }
    let lines = [
      "\(offer.offer.title), \(partnerName(of: offer.offer))",
      "It stays away for \(Words.number(hours)) hours. Why is it put aside?",
    ]
    dialogs.append(
      .choice(
        Choice(
          "Dismiss as \(discovery.personName)", lines: lines, cancel: "Cancel", options: options, isQuestion: false)))
  }

  /// Asks for how long parking is extended, with what it costs.
  mutating func askToExtend() {
    guard let session = discovery.session else { return }
    let options = [15, 30, 60].map { minutes in
      let price = session.hourlyRateCents.map {
        formats.money(Money(cents: ($0 * Int64(minutes) + 30) / 60, session.currency))
      }
      return Choice.Option(
        title: "\(minutes) min", detail: price ?? "no hourly rate", outcome: .extend(session.id, minutes: minutes))
    }
    let lines = ["Session \(session.id), \(session.placeName): \(Quantity.minutes(session.minutesLeft(at: now))) left"]
    dialogs.append(
      .choice(
        Choice(
          "Extend parking as \(discovery.personName)", lines: lines, cancel: "Cancel", options: options,
          isQuestion: false)))
  }

  /// Takes the answer to a question: the marked one, the one that acts, or none.
  mutating func answer(_ intent: Intent) -> [Effect] {
    guard case .choice(let choice) = dialogs.last else { return [] }
    dialogs.removeLast()
    switch intent {
    case .choose: return carryOut(choice.options[choice.selection].outcome)
    case .confirm: return carryOut(choice.options.last?.outcome ?? .cancel)
    default: return []
    }
  }

  private mutating func carryOut(_ outcome: Choice.Outcome) -> [Effect] {
    switch outcome {
    case .cancel:
      return []
    case .discardForm:
      return discardForm()
    case .revokeKey(let id): return order(.revokeKey(id))
    case .experiment(let outcome): return carryOut(outcome)
    case .campaigns(let outcome): return carryOut(outcome)
    case .deals(let outcome): return carryOut(outcome)
    case .table(let outcome):
      return carryOut(outcome)
    case .offers(let move): return begin(move)
    case .accept(let target):
      let job = hand(out: .accept, target: target, sessionID: target.sessionID)
      return [.accept(job, target)]
    case .dismiss(let target, .other):
      dialogs.append(
        .note(
          NoteEntry(
            title: "Dismiss as \(discovery.personName)", prompt: "Why is \(title(ofOffer: target)) put aside?",
            purpose: .dismissal(target))))
      return []
    case .dismiss(let target, let reason):
      let job = hand(out: .dismiss, target: target, sessionID: target.sessionID)
      return [.dismiss(job, target, reason, note: nil)]
    case .clock(let order): return stand(then: order)
    case .bookmark(let bookmark):
      askAbout(bookmark)
      return []
    case .newBookmark:
      return askForBookmarkName()
    case .extend(let session, let minutes):
      let job = hand(out: .extend(minutes: minutes), target: nil, sessionID: session)
      return [.extend(job, session, minutes: minutes)]
    }
  }

  /// Ends typing: the filter stays, a note is sent off. An empty note asks again.
  mutating func submitEntry() -> [Effect] {
    if case .help = dialogs.last {
      filterHelp(false)
      return []
    }
    guard case .note(let note) = dialogs.last else { return finishFiltering() }
    let words = note.entry.text.trimmingBlanks
    guard !words.isEmpty else {
      notify(.information, "Type a few words, or press esc to leave things as they are")
      return []
    }
    dialogs.removeLast()
    switch note.purpose {
    case .dismissal(let target):
      let job = hand(out: .dismiss, target: target, sessionID: target.sessionID)
      return [.dismiss(job, target, .other, note: words)]
    case .fileName(var request):
      request.name = words
      return hand(out: request)
    case .reportName(var request):
      request.name = words
      return order(.report(request))
    case .viewName: return keepView(words)
    case .rejection: return begin(.reject, reason: words)
    case .typedWord(let word, let order):
      guard words.lowercased() == word else {
        dialogs.append(.note(note))
        notify(.information, "Type \(word), or press esc to leave things as they are")
        return []
      }
      return give(order)
    }
  }

  private mutating func hand(out kind: Deed.Kind, target: OfferTarget?, sessionID: ParkingSession.ID) -> Job {
    // Details of an offer that is acted on are of no more use.
    if case .offer = dialogs.last { dialogs.removeLast() }
    let job = nextJob()
    deeds[job] = Deed(
      kind: kind, target: target, sessionID: sessionID, offerTitle: target.map(title(ofOffer:)) ?? "",
      personName: discovery.personName)
    return job
  }

  private func rankedOffer(_ target: OfferTarget) -> RankedOffer? {
    discovery.document?.ranking.ranked.first { $0.offer.id == target.offerID }
  }

  /// The partner of an offer by name.
  func partnerName(of offer: Offer) -> String {
    discovery.document?.partnerNames[offer.partnerID] ?? "partner \(offer.partnerID)"
  }
}

extension ParkingSession {
  /// Whole minutes that are left by the clock on the wall, which shows minutes: they change when it does. A running
  /// session never shows 0.
  package func minutesLeft(at now: Timestamp) -> Int {
    let minute = Timestamp(milliseconds: now.milliseconds.flooredQuotient(60_000) * 60_000)
    return hasEnded(at: now) ? 0 : max(1, Int((expiresAt - minute).minutes.rounded(.down)))
  }
}

extension String {
  /// Without blanks at either end.
  var trimmingBlanks: String {
    let head = drop { $0.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
