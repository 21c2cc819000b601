import Canvas
import Core

extension State {
  /// How long a key that is rotated goes on opening, so that no till stands still.
  package static let keyOverlap = TimeSpan.hours(24)

  /// The box of keys with the keyboard.
  var keySheet: KeySheet? {
    if case .keys(let sheet) = dialogs.last { sheet } else { nil }
  }

  var canMakeKey: Availability {
    guard editing.isAvailable else { return editing }
    return keySheet?.keys == nil ? .soon("the keys are being read") : .available
  }

  var canRotateKey: Availability {
    guard editing.isAvailable else { return editing }
    guard let key = keySheet?.selected else { return .unavailable("no key is selected") }
    let standing = key.standing(at: now)
    return standing == .valid ? .available : .unavailable("this one is \(standing.rawValue)")
  }

  var canRevokeKey: Availability {
    guard editing.isAvailable else { return editing }
    guard let key = keySheet?.selected else { return .unavailable("no key is selected") }
    let standing = key.standing(at: now)
    return standing.opens ? .available : .unavailable("this one is \(standing.rawValue)")
  }

  /// Opens the box of the partner's keys.
  mutating func openKeys() -> [Effect] {
    guard let partner = partnerInQuestion, dialogs.isEmpty else { return [] }
    dialogs.append(.keys(KeySheet(partnerID: partner.id, partnerName: partner.name)))
    return order(.keys(partner.id))
  }

  /// Makes a key; where it takes the place of another, that one opens for a while longer.
  mutating func makeKey(replacing key: StoredKey.ID?) -> [Effect] {
    keySheet.map { order(.makeKey($0.partnerID, replacing: key)) } ?? []
  }

  /// Asks before a key is revoked. The key that confirms is another than the one that asked.
  mutating func askToRevokeKey() {
    guard let sheet = keySheet, let key = sheet.selected else { return }
    let yes = Choice.Option(title: "Revoke", detail: "y", outcome: .revokeKey(key.id))
    dialogs.append(
      .choice(
        Choice(
          "Revoke key \(key.id)?",
          lines: [
            "\(sheet.partnerName)'s \(key.prefix)… opens nothing any more, at once.", "It cannot be taken back.",
          ],
          cancel: "Keep it", options: [yes], isQuestion: true)))
  }

  /// Shows keys that were waited for, as long as their box is open.
  mutating func show(_ keys: [StoredKey], for order: PartnerOrder) {
    guard let index = keyBox, case .keys(var sheet) = dialogs[index], order == .keys(sheet.partnerID) else { return }
    let selected = sheet.selected?.id
    sheet.keys = keys
    sheet.selection = keys.firstIndex { $0.id == selected } ?? 0
    dialogs[index] = .keys(sheet)
  }

  /// Shows a key that was made, this one time; below it the keys are read anew.
  mutating func show(_ new: NewKey, for order: PartnerOrder) -> [Effect] {
    guard let index = keyBox, case .keys(let sheet) = dialogs[index], sheet.partnerID == new.stored.partnerID else {
      notify(.warning, "Key \(new.stored.id) was made, but its box was closed; revoke it and make another")
      return []
    }
    var replaced: StoredKey.ID?
    if case .makeKey(_, let old) = order { replaced = old }
    dialogs.append(
      .newKey(
        NewKeyNotice(text: new.key.text, id: new.stored.id, partnerName: sheet.partnerName, replaced: replaced)))
    return self.order(.keys(sheet.partnerID))
  }

  /// Says that a key is revoked.
  mutating func finishRevoking(_ key: StoredKey) -> [Effect] {
    notify(.success, "Key \(key.id) is revoked")
    return keyBox == nil ? [] : order(.keys(key.partnerID))
  }

  /// Puts the key that was just made on the clipboard.
  mutating func copyKey() -> [Effect] {
    guard case .newKey(let notice) = dialogs.last else { return [] }
    notify(.success, "Copied the key, if your terminal allows it (OSC 52)")
    return [.device(.copy(notice.text))]
  }

  /// Moves within the keys.
  mutating func move(_ sheet: KeySheet, by rows: Int) {
    var sheet = sheet
    sheet.selection = min(max(0, sheet.selection + rows), max(0, (sheet.keys?.count ?? 0) - 1))
    dialogs[dialogs.count - 1] = .keys(sheet)
  }

  private var keyBox: Int? {
    dialogs.lastIndex { if case .keys = $0 { true } else { false } }
  }

  /// The same state without what may be kept nowhere: for recordings.
  package var withoutSecrets: State {
    var state = self
    state.dialogs = dialogs.map { dialog in
      if case .newKey(let notice) = dialog { .newKey(notice.withoutSecret) } else { dialog }
    }
    return state
  }
}
