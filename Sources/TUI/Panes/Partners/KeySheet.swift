import Core

/// A partner's keys, in a box.
package struct KeySheet: Equatable, Sendable {
  package let partnerID: Partner.ID
  package let partnerName: String
  /// The latest first; nil while they are being read.
  package internal(set) var keys: [StoredKey]?
  /// The key the keyboard is on.
  package internal(set) var selection = 0

  /// The key the keyboard is on.
  var selected: StoredKey? { keys.flatMap { $0.indices.contains(selection) ? $0[selection] : nil } }
}

/// A key that was just made: the only time it stands on a screen.
package struct NewKeyNotice: Equatable, Sendable {
  /// Hidden in everything that is kept: recordings, logs and what a debugger prints.
  let text: String
  package let id: StoredKey.ID
  package let partnerName: String
  /// The key it takes the place of, if it does.
  package let replaced: StoredKey.ID?

  /// The same without the key, for what is kept.
  var withoutSecret: NewKeyNotice {
    NewKeyNotice(
      text: String(text.map { $0 == "_" ? "_" : "#" }), id: id, partnerName: partnerName, replaced: replaced)
  }
}

extension NewKeyNotice: CustomStringConvertible, CustomReflectable {
  package var description: String { "a new key of \(partnerName)" }

  package var customMirror: Mirror { Mirror(self, children: []) }
}
