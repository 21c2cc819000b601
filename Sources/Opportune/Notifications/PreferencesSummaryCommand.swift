import Core
import Store

/// `preferences summary`: all that decides when a person hears of anything.
enum PreferencesSummaryCommand {
  static let command = Command(
    ["preferences", "summary"], "Show when a person is told next, and what holds it until then.", access: .staff,
    explanation: """
      Everything they asked for, on their own clock: when an ordinary alert that is raised now would be told, which quiet \
      hours, caps or digests keep it until then, how many were told today, and what waits.
      """,
    positionals: [Positional("PERSON", .id("PERSON"), "The person's id.")],
    examples: ["opportune preferences summary 12"], output: PreferencesSummary.schema
  ) { invocation in
    let id = try invocation.arguments.id(at: "PERSON", of: Person.self)
    let store = try invocation.store(readOnly: true)
    let summary = try store.preferencesSummary(of: id, now: invocation.now(in: store))
    let zone = try store.zone(summary.person.zone)
    return .document(summary.json) { summary.text(in: zone) }
  }
}

extension PreferencesSummary {
  /// For scripts.
  fileprivate var json: JSON {
    [
      "person": ["id": .id(person.id), "name": .string(person.name)], "zone": .string(person.zone),
      "now": .instant(now), "preferences": .object(preferences.facts), "sent_today": .count(sentToday),
      "next_send": .instant(nextSend),
      "holds": .array(holds.map { ["code": .string($0.code.rawValue), "text": .string($0.text)] }),
      "waiting": .array(held.map(\.json)), "next_digest": nextDigest.map(\.json) ?? .null,
    ]
  }

  /// The shape of ``json``.
  fileprivate static let schema: Schema = .fields([
    "person": .named, "zone": .string, "now": .instant, "preferences": .object(Preferences.properties),
    "sent_today": .integer, "next_send": .instant, "holds": .array(.fields(["code": .string, "text": .string])),
    "waiting": .array(Digest.Held.schema), "next_digest": .nullable(NotificationWindow.schema),
  ])

  /// For people, on the person's clock.
  fileprivate func text(in zone: ZoneTable) -> String {
    var list = FieldList(["person": "\(person.name) (\(person.id))", "clock": "\(person.zone), \(now.text(in: zone))"])
    let cap = preferences.alertsPerDay.map { " of at most \($0)" } ?? ", no cap"
    list.add("sent today", "\(sentToday)\(cap)")
    list.add("next allowed send", nextSend == now ? "now" : nextSend.text(in: zone))
    list.add("held until then by", holds.isEmpty ? nil : Words.all(holds.map(\.text)))
    list.add("waiting", held.isEmpty ? "nothing" : Words.all(held.map { "\($0.count) by \($0.code.title)" }))
    list.add("next digest", nextDigest.map { "\($0.cadence.rawValue), \($0.at.text(in: zone))" } ?? "none")
    return list.text + "\n" + preferences.text
  }
}

extension Digest.Held {
  /// For scripts.
  var json: JSON { ["code": .string(code.rawValue), "count": .count(count)] }

  /// The shape of ``json``.
  static let schema: Schema = .fields(["code": .string, "count": .integer])
}

extension NotificationWindow {
  /// For scripts.
  var json: JSON {
    ["cadence": .string(cadence.rawValue), "date": .string(date.description), "at": .instant(at)]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "cadence": .choice(Cadence.allCases.map(\.rawValue)), "date": .string, "at": .instant,
  ])
}
