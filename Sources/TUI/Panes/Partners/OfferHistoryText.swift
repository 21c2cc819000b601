import Canvas
import Core

/// What an offer was from version to version: when, by whom, what changed, and why.
struct OfferHistoryText {
  private let state: State
  private let sheet: OfferSheet?

  init(_ state: State, _ sheet: OfferSheet) {
    self.state = state
    self.sheet = sheet
  }

  /// The history of an offer on the Partners screen.
  init(_ state: State, _ offer: Offer.ID) {
    self.state = state
    let sheet = state.partners.sheet
    self.sheet = sheet?.offer.id == offer ? sheet : nil
  }

  var title: String { sheet.map { "History: \($0.offer.title)" } ?? "History" }

  /// Two lines a version: who and when, and what is different from the one before.
  var lines: [StyledLine] {
    guard let sheet else { return [StyledLine("Reading …", .muted)] }
    return sheet.versions.indices.flatMap { index -> [StyledLine] in
      var lines = [summary(index)]
      if let reason = sheet.versions[index].reason { lines.append([Span("    because ", .muted), Span(reason)]) }
      return lines + details(index)
    }
  }

  /// One line a version.
  var summaries: [StyledLine] { sheet.map { $0.versions.indices.map(summary) } ?? [] }

  /// ` 3  2026-11-20 17:42  operator:ana  active to paused`.
  private func summary(_ index: Int) -> StyledLine {
    guard let sheet else { return .empty }
    let version = sheet.versions[index]
    let author = version.author.isEmpty ? "not recorded" : version.author
    return [
      Span(TextWidth.pad("\(version.offer.version)", to: 3, align: .right)),
      Span("  \(state.formats.moment(version.at, in: state.zone))  ", .muted), Span(author), Span("  "),
      Span(words(index), .accent),
    ]
  }

  /// What a version did, in a few words.
  private func words(_ index: Int) -> String {
    guard let sheet, sheet.versions.indices.contains(index + 1) else { return "made" }
    let (version, before) = (sheet.versions[index].offer, sheet.versions[index + 1].offer)
    if version.state != before.state { return version.state.rawValue }
    let facts = version.changes(from: before, state.formats, in: state.zone).map(\.name)
    return facts.isEmpty
      ? "saved unchanged" : "\(facts.prefix(3).joined(separator: ", "))\(facts.count > 3 ? " …" : "")"
  }

  /// What each fact was before and is now.
  private func details(_ index: Int) -> [StyledLine] {
    guard let sheet, sheet.versions.indices.contains(index + 1) else { return [] }
    let (version, before) = (sheet.versions[index].offer, sheet.versions[index + 1].offer)
    return version.changes(from: before, state.formats, in: state.zone).map { change in
      [
        Span("    \(change.name) ", .muted), Span(change.before), Span(" \(Glyphs.unicode.right) ", .muted),
        Span(change.after, .accent),
      ]
    }
  }
}
