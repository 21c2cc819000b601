import Core
import Store

/// Who acts, as the command line and the environment say (contract.md, "Who acts"): somebody by name, or whoever holds a
/// partner's key, which only a database can tell.
enum Identity: Sendable {
  case named(Actor)
  case key(String)

  /// A file longer than this is no key.
  private static let longestKey = 1000

  /// What it may do; of a key before it is looked at.
  var role: Actor.Role {
    switch self {
    case .named(let actor): actor.role
    case .key: .partner
    }
  }

  /// Flags stand above the environment, in which an empty key is a key that opens nothing, not an operator; of two that say different things neither is guessed at.
  /// - Throws: ``CommandLineError`` for two that contradict each other, or an actor that is no operator or analyst;
  ///   ``Failure`` for a file that cannot be read.
  init(_ arguments: Arguments, _ environment: Environment) throws {
    let name = arguments.text("as")
    let file = arguments.text("key-file")
    if name != nil, file != nil { throw CommandLineError.contradiction("--as", "--key-file") }
    if let name {
      self = .named(try Self.actor(name, from: "--as"))
    } else if let file {
      self = .key(try Self.key(in: file))
    } else if let key = environment.given("OPPORTUNE_PARTNER_KEY") {
      if environment["OPPORTUNE_ACTOR"] != nil {
        throw CommandLineError.contradiction("OPPORTUNE_PARTNER_KEY", "OPPORTUNE_ACTOR")
      }
      self = .key(key)
    } else if let name = environment["OPPORTUNE_ACTOR"] {
      self = .named(try Self.actor(name, from: "OPPORTUNE_ACTOR"))
    } else {
      self = .named(Actor(.operator, environment["USER"] ?? "local"))
    }
  }

  private static func actor(_ text: String, from name: String) throws(CommandLineError) -> Actor {
    guard let actor = Actor(parsing: text) else {
      throw .badValue(
        name: name, value: text, objection: "must be operator:NAME or analyst:NAME (a partner acts by its key)")
    }
    return actor
  }

  private static func key(in file: String) throws(Failure) -> String {
    let source: ByteSource
    do {
      // Standard input is for data only.
      source = try ByteSource(path: file == "-" ? "./-" : file)
    } catch {
      throw Failure(error.status, code: error.code, error.message, field: "--key-file")
    }
    var bytes: [UInt8] = []
    while bytes.count < longestKey, let byte = try source.next() { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Invocation {
  /// Who acts on a database: every command that shows or edits a partner's things does so for this actor. A key is looked
  /// at anew each time, so that a revoked one opens nothing from that moment on.
  /// - Throws: ``StoreError/refused(code:sentence:)`` for a key that opens nothing.
  func actor(in store: Store) throws(StoreError) -> Actor {
    switch globals.identity {
    case .named(let actor): return actor
    case .key(let text): return Actor(try store.authenticate(text, now: keyClock(in: store)).partnerID)
    }
  }

  /// Lets whoever holds a key into an opened database, and notes that it was used.
  /// - Throws: ``StoreError/refused(code:sentence:)`` for a key that opens nothing.
  func admit(to store: Store) throws(StoreError) {
    guard case .key(let text) = globals.identity else { return }
    let now = try keyClock(in: store)
    let key = try store.authenticate(text, now: now)
    guard key.notesUse(at: now), !globals.readOnly else { return }
    // What only reads needs no second pair of hands that could fail it: a full disk closes no door.
    let writer = store.isReadOnly ? try? Store.open(at: store.path, now: self.now, zones: SystemZones.zones) : store
    try? writer?.noteUse(of: key, now: now)
  }

  /// The clock that keys go by: a clock that is fixed in the past opens no key that has expired since.
  private func keyClock(in store: Store) throws(StoreError) -> Timestamp {
    max(try now(in: store), try store.townClock(machine: Self.machineClock()))
  }
}
