import Core
import Store

/// Partner keys as they are told to scripts and to people, at one moment and on the town's clock.
struct KeyPage {
  private let now: Timestamp
  private let clock: ZoneTable

  init(_ store: Store, now: Timestamp) throws(StoreError) {
    self.now = now
    clock = try store.zone(store.world.zone)
  }

  /// What is kept of a key.
  func json(_ key: StoredKey) -> JSON {
    [
      "id": .id(key.id), "partner_id": .id(key.partnerID), "prefix": .string(key.prefix),
      "standing": .string(key.standing(at: now).rawValue), "created_at": .instant(key.createdAt),
      "created_by": .string(key.createdBy), "expires_at": .instant(key.expiresAt),
      "revoked_at": .instant(key.revokedAt), "last_used_at": .instant(key.lastUsedAt),
    ]
  }

  /// A key that was just made, in full.
  func json(_ made: NewKey) -> JSON { ["key": .string(made.key.text), "stored": json(made.stored)] }

  /// The same for people.
  func text(_ made: NewKey) -> String {
    FieldList([
      "key": made.key.text, "number": "\(made.stored.id), of partner \(made.stored.partnerID)",
      "keep it": "it is shown this once; give it by OPPORTUNE_PARTNER_KEY or --key-file",
    ]).text
  }

  /// As in "Key 3 `closes 2026-11-21 18:20 America/Cayman`".
  func closing(of key: StoredKey) -> String {
    guard key.standing(at: now).opens, let end = key.expiresAt else { return "is closed now" }
    return "goes on opening until \(end.text(in: clock)) \(clock.name)"
  }

  /// A partner's keys.
  func table(_ keys: [StoredKey]) -> String {
    var table = TextTable([
      .numbers("key"), .whole("begins"), .whole("standing"), .whole("made"), .words("by"), .whole("last used"),
      .whole("closes or closed"),
    ])
    for key in keys {
      table.add([
        "\(key.id)", key.prefix, key.standing(at: now).rawValue, key.createdAt.text(in: clock), key.createdBy,
        key.lastUsedAt?.text(in: clock) ?? "never", (key.revokedAt ?? key.expiresAt)?.text(in: clock) ?? "-",
      ])
    }
    return table.text(empty: "No key.") + (keys.isEmpty ? "" : "Times: \(clock.name)\n")
  }
}

extension StoredKey {
  /// The shape of what is told of a key.
  static let schema: Schema = .fields([
    "id": .integer, "partner_id": .integer, "prefix": .string,
    "standing": .choice(Standing.allCases.map(\.rawValue)), "created_at": .instant, "created_by": .string,
    "expires_at": .nullable(.instant), "revoked_at": .nullable(.instant), "last_used_at": .nullable(.instant),
  ])
}
