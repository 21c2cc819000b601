import Canvas
import Core

extension State {
  /// Does what a command on offers means.
  mutating func perform(_ intent: PartnersIntent) -> [Effect] {
    switch intent {
    case .submit: return begin(.submit)
    case .approve: return begin(.approve)
    case .reject: askForReason()
    case .pause: return pauseOrResume()
    case .end: askToEnd()
    case .clone: return partners.selectedOffer.map { give(.clone($0.id)) } ?? []
    case .history: showHistory()
    case .show: return showOnPartners()
    }
    return []
  }

  /// The offers in question that a move can be made with.
  private func offers(for move: OfferMove) -> [OfferRow] {
    partners.offersInQuestion.filter { move.origins.contains($0.standing) }
  }

  /// Makes a move with one offer at once; with several it asks for a word first.
  mutating func begin(_ move: OfferMove, reason: String? = nil) -> [Effect] {
    let rows = offers(for: move)
    guard !rows.isEmpty else { return [] }
    let order = EditOrder.move(move, rows.map(\.id), reason: reason)
    guard rows.count > 1 else { return give(order) }
    askForWord(move, rows, order)
    return []
  }

  /// What runs is paused, what is paused is resumed; where both are marked, it asks which is meant.
  private mutating func pauseOrResume() -> [Effect] {
    let (running, paused) = (offers(for: .pause), offers(for: .resume))
    guard !running.isEmpty, !paused.isEmpty else { return begin(running.isEmpty ? .resume : .pause) }
    let options = [(OfferMove.pause, running), (.resume, paused)].map { move, rows in
      Choice.Option(
        title: "\(move.title) \(Quantity.count(rows.count, "offer"))", detail: Self.names(of: rows),
        outcome: .offers(move))
    }
    dialogs.append(
      .choice(
        Choice(
          "Pause or resume?", lines: ["Some of the marked offers run, others are paused."], cancel: "Leave them",
          options: options, isQuestion: false)))
    return []
  }

  /// Asks before an offer is ended or put away. The key that confirms is another than the one that asked.
  private mutating func askToEnd() {
    let move: OfferMove = offers(for: .end).isEmpty ? .archive : .end
    let rows = offers(for: move)
    guard let row = rows.first else { return }
    guard rows.count == 1 else {
      askForWord(move, rows, .move(move, rows.map(\.id), reason: nil))
      return
    }
    let open = row.summary.acceptances - row.summary.redemptions
    let meaning =
      move == .end
      ? ["It is shown to nobody any more, and cannot be started again; a clone can.", "Open claims stay redeemable."]
      : ["It leaves the lists that people look at every day; its history stays."]
    let yes = Choice.Option(title: move.title, detail: "y", outcome: .offers(move))
    dialogs.append(
      .choice(
        Choice(
          "\(move.title) this offer?",
          lines: ["\(row.offer.title), \(row.summary.partnerName)"] + meaning.prefix(open > 0 ? 2 : 1),
          cancel: "Cancel",
          options: [yes], isQuestion: true)))
  }

  /// Asks why offers are rejected.
  private mutating func askForReason() {
    let rows = offers(for: .reject)
    guard !rows.isEmpty else { return }
    dialogs.append(
      .note(
        NoteEntry(
          title: "Reject \(Quantity.count(rows.count, "offer"))",
          prompt: "Why is \(Self.names(of: rows)) rejected? The partner reads it.",
          purpose: .rejection, entry: TextEntry(limit: 500))))
  }

  /// Asks for a word before several offers are changed at once.
  private mutating func askForWord(_ move: OfferMove, _ rows: [OfferRow], _ order: EditOrder) {
    let others = partners.offersInQuestion.count - rows.count
    let rest =
      others > 0 ? " \(Quantity.count(others, "marked offer")) cannot be \(move.pastTense) and stay as they are." : ""
    dialogs.append(
      .note(
        NoteEntry(
          title: "\(move.title) \(Quantity.count(rows.count, "offer"))?",
          prompt: "\(Self.names(of: rows)).\(rest) Type \(move.rawValue) to do it:",
          purpose: .typedWord(move.rawValue, order))))
  }

  /// `Sunset dinner, Free dessert and 3 more`.
  private static func names(of rows: [OfferRow]) -> String {
    let shown = rows.prefix(3).map(\.offer.title)
    guard rows.count > shown.count else {
      return shown.count < 2
        ? shown.first ?? "" : shown.dropLast().joined(separator: ", ") + " and " + (shown.last ?? "")
    }
    return shown.joined(separator: ", ") + " and \(Number.grouped(rows.count - shown.count)) more"
  }

  private mutating func showHistory() {
    guard let offer = partners.selectedOffer else { return }
    dialogs.append(.offerHistory(offer.id, scroll: 0))
  }
}

extension OfferMove {
  /// As the beginning of a sentence: Pause.
  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
