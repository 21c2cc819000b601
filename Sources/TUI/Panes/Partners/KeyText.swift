import Canvas
import Core

/// The keys of a partner as lines: two for each, how it begins and what it is good for, then its past.
struct KeyText {
  private let sheet: KeySheet
  private let state: State

  init(_ sheet: KeySheet, _ state: State) {
    self.sheet = sheet
    self.state = state
  }

  /// The lines, with a mark on the key the keyboard is on.
  func lines(glyphs: Glyphs) -> [StyledLine] {
    guard let keys = sheet.keys else { return [StyledLine("Reading …", .muted)] }
    guard !keys.isEmpty else {
      return [
        StyledLine("\(sheet.partnerName) has no key yet, and so acts through operators alone."), .empty,
        StyledLine("n makes one. It is shown once; only a digest of it is stored.", .muted),
      ]
    }
    return keys.enumerated().flatMap { index, key in lines(key, isSelected: index == sheet.selection, glyphs) }
  }

  /// The first line in sight, so that the selected key is.
  func scroll(height: Int) -> Int { max(0, 2 * sheet.selection + 2 - max(2, height)) }

  private func lines(_ key: StoredKey, isSelected: Bool, _ glyphs: Glyphs) -> [StyledLine] {
    let standing = key.standing(at: state.now)
    let mark = isSelected ? String(glyphs.selection) : " "
    let used = key.lastUsedAt.map { "last used \(moment($0))" } ?? "never used"
    return [
      [
        Span(mark, Style.accent.bold), Span(" \(key.prefix)\(glyphs.ellipsis) ", isSelected ? .selection : .text),
        Span("  \(words(key, standing))", style(standing)),
      ],
      StyledLine("  made \(moment(key.createdAt)) by \(key.createdBy), \(used)", .muted),
    ]
  }

  private func words(_ key: StoredKey, _ standing: StoredKey.Standing) -> String {
    switch standing {
    case .valid: "valid"
    case .rotated: "replaced, opens until \(key.expiresAt.map(moment) ?? "")"
    case .expired: "replaced, closed since \(key.expiresAt.map(moment) ?? "")"
    case .revoked: "revoked \(key.revokedAt.map(moment) ?? "")"
    }
  }

  private func style(_ standing: StoredKey.Standing) -> Style {
    switch standing {
    case .valid: .positive
    case .rotated: .warning
    case .expired, .revoked: .muted
    }
  }

  private func moment(_ instant: Timestamp) -> String { state.formats.moment(instant, in: state.zone) }
}

extension NewKeyNotice {
  /// The key, large enough to be copied by hand, and what becomes of it.
  func lines() -> [StyledLine] {
    let air = StyledLine(String(repeating: " ", count: text.utf8.count + 2), Style.accent.reverse)
    let before: [StyledLine] =
      replaced.map { [StyledLine("Key \($0) goes on opening for 24 hours; then only this one does."), .empty] } ?? []
    return before + [
      air, StyledLine(" \(text) ", Style.accent.bold.reverse), air, .empty,
      StyledLine("It is shown this one time and stored nowhere. Put it where only"),
      StyledLine("\(partnerName) reads it: OPPORTUNE_PARTNER_KEY, or a file for --key-file."), .empty,
      StyledLine("y copies it, esc closes this for good.", .muted),
    ]
  }
}
