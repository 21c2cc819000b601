import Core
import Store

/// `partner key create|rotate|revoke|list`.
enum PartnerKeyCommands {
  /// All of them.
  static let all = [create, rotate, revoke, list]

  private static let partner = [Positional("PARTNER", .id("PARTNER"), "The partner's id.")]
  private static let key = [Positional("KEY", .id("KEY"), "The key's id, as 'partner key list' shows it.")]
  private static let new: Schema = .fields(["key": .string, "stored": StoredKey.schema])

  private static let create = Command(
    ["partner", "key", "create"], "Make a key by which a partner acts, and print it once.", access: .owners,
    explanation: """
      The database keeps only a digest: whoever loses the key rotates it. It is given by OPPORTUNE_PARTNER_KEY or \
      --key-file, never as an argument, and opens what is the partner's own. It is always drawn from the machine's \
      randomness, whatever --seed says.
      """,
    positionals: partner,
    examples: [
      "opportune partner key create 3 --demo",
      "(umask 077; opportune partner key create 3 --json | jq -r .key > till.key)",
    ],
    output: new
  ) { invocation in
    let id = try invocation.arguments.id(at: "PARTNER", of: Partner.self)
    let store = try invocation.store()
    var generator = SystemRandomNumberGenerator()
    let now = try invocation.now(in: store)
    let made = try store.createKey(of: id, by: invocation.actor(in: store), now: now, using: &generator)
    let page = try KeyPage(store, now: now)
    return .document(page.json(made)) { page.text(made) }
  }

  private static let rotate = Command(
    ["partner", "key", "rotate"], "Make a new key in the place of another, and print it once.", access: .owners,
    explanation: "Both open until the overlap is over, so that no till stands still; then the old one is closed.",
    positionals: key,
    flags: [
      Flag("overlap-hours", .number("N", 0...720), "How long the old key goes on opening.", fallback: "24")
    ],
    examples: ["opportune partner key rotate 1 --overlap-hours 8 --demo"],
    output: .fields(["key": .string, "stored": StoredKey.schema, "replaced": StoredKey.schema])
  ) { invocation in
    let id = try invocation.arguments.id(at: "KEY", of: StoredKey.self)
    let hours = invocation.arguments.number("overlap-hours") ?? 24
    let store = try invocation.store()
    var generator = SystemRandomNumberGenerator()
    let now = try invocation.now(in: store)
    let (made, old) = try store.rotateKey(
      id, overlap: TimeSpan(milliseconds: Int64((hours * 3_600_000).rounded())), by: invocation.actor(in: store),
      now: now, using: &generator)
    let page = try KeyPage(store, now: now)
    return .document([
      "key": .string(made.key.text), "stored": page.json(made.stored), "replaced": page.json(old),
    ]) { page.text(made) + "Key \(old.id) \(page.closing(of: old)).\n" }
  }

  private static let revoke = Command(
    ["partner", "key", "revoke"], "Close a key at once.", access: .owners,
    explanation: "Programs that are running with it are shut out with their next step.", positionals: key,
    examples: ["opportune partner key revoke 1 --demo"], output: .fields(["stored": StoredKey.schema])
  ) { invocation in
    let id = try invocation.arguments.id(at: "KEY", of: StoredKey.self)
    let store = try invocation.store()
    let now = try invocation.now(in: store)
    let closed = try store.revokeKey(id, by: invocation.actor(in: store), now: now)
    let page = try KeyPage(store, now: now)
    return .document(["stored": page.json(closed)]) { "Key \(id) is revoked and opens nothing any more.\n" }
  }

  private static let list = Command(
    ["partner", "key", "list"], "List a partner's keys: who made them, when they were last used, whether they open.",
    access: .everyone, positionals: partner, examples: ["opportune partner key list 3 --demo"],
    output: .fields(["keys": .array(StoredKey.schema)])
  ) { invocation in
    let id = try invocation.arguments.id(at: "PARTNER", of: Partner.self)
    let store = try invocation.store(readOnly: true)
    let keys = try store.keys(of: id, for: invocation.actor(in: store))
    let page = try KeyPage(store, now: invocation.now(in: store))
    return .document(["keys": .array(keys.map(page.json))]) { page.table(keys) }
  }
}
