import Core

extension OfferVersion {
  /// A version with what it changed against the one before.
  struct Told {
    let version: OfferVersion
    /// Names of facts, and `state`; empty for the first.
    let changes: [String]

    /// - Parameter versions: of one offer, the latest first.
    static func all(_ versions: [OfferVersion]) -> [Told] {
      versions.indices.map { position in
        let version = versions[position]
        guard position + 1 < versions.count else { return Told(version: version, changes: []) }
        let before = versions[position + 1].offer
        let state = version.offer.state == before.state ? [] : ["state"]
        return Told(version: version, changes: version.offer.differences(from: before) + state)
      }
    }

    /// As in `offer show`; `state` is the stored one, which no clock changes.
    var json: JSON {
      [
        "version": .count(version.offer.version), "at": .instant(version.at),
        "author": version.author.isEmpty ? .null : .string(version.author),
        "state": .string(version.offer.state.rawValue), "reason": .optional(version.reason),
        "changes": .array(changes.map(JSON.string)), "title": .string(version.offer.title),
        "facts": .object(version.offer.facts),
      ]
    }

    /// For people.
    static func table(_ versions: [Told], zone: ZoneTable) -> String {
      var table = TextTable([
        .numbers("version"), .whole("at"), .whole("by"), .whole("state"), .sentence("changed"),
      ])
      for told in versions {
        let version = told.version
        let changes = told.changes.isEmpty ? version.offer.title : told.changes.joined(separator: ", ")
        table.add([
          "\(version.offer.version)", version.at.text(in: zone), version.author, version.offer.state.rawValue,
          version.reason.map { "\(changes): \($0)" } ?? changes,
        ])
      }
      return table.text(empty: "No version.")
    }
  }

  /// The shape of ``Told/json``.
  static let schema: Schema = .fields([
    "version": .integer, "at": .instant, "author": .nullable(.string),
    "state": .choice(OfferState.allCases.map(\.rawValue)), "reason": .nullable(.string), "changes": .array(.string),
    "title": .string, "facts": .map(.any),
  ])
}
