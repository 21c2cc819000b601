/// One thing a person can do: its name, its words, its keys, and when it works. The command table feeds key handling,
/// hints, help and, later, the palette.
package struct Command: Sendable {
  /// Stable; names the command in the configuration.
  package let id: String
  /// What it does, in a few words.
  package let title: String
  /// What happens then, in a sentence.
  package let explanation: String
  package let scopes: [Scope]
  /// Those it has unless the configuration says otherwise; ``Keymap`` knows the ones in force. The first is shown.
  package let defaultKeys: [Key]
  /// The word behind the key on the bottom line; nil keeps it off that line.
  package let hint: String?
  package let danger: Danger
  /// Whether it would do anything now, for whoever may use it at all.
  private let works: @Sendable (State) -> Availability
  package let intent: Intent

  /// What it can cost.
  package enum Danger: Hashable, Sendable {
    case none
    /// Writes something that is not undone by itself; it asks first.
    case asks
  }

  package init(
    id: String, title: String, explanation: String, scopes: [Scope], keys: [Key], hint: String? = nil,
    danger: Danger = .none, intent: Intent,
    availability: @escaping @Sendable (State) -> Availability = { _ in .available }
  ) {
    self.id = id
    self.title = title
    self.explanation = explanation
    self.scopes = scopes
    defaultKeys = keys
    self.hint = hint
    self.danger = danger
    works = availability
    self.intent = intent
  }

  /// Whether it would do anything now.
  package func availability(_ state: State) -> Availability {
    refusal(for: state.actor.role).map(Availability.unavailable) ?? works(state)
  }
}

/// Whether a command would do anything now, and if not, why.
package enum Availability: Hashable, Sendable {
  case available
  /// A reason in words: "no offer is selected".
  case unavailable(String)

  /// Not now, but most likely in a moment: a reason in words. Its hint stays where it is.
  case soon(String)

  /// Why it would do nothing; nil if it would do something.
  package var reason: String? {
    switch self {
    case .available: nil
    case .unavailable(let reason), .soon(let reason): reason
    }
  }

  /// Whether it would do something.
  package var isAvailable: Bool { self == .available }
}
