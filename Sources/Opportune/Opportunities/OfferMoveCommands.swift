import Core
import Store

/// `offer submit|approve|reject|pause|resume|end|archive`.
enum OfferMoveCommands {
  /// All of them.
  static let all = OfferMove.allCases.map(command)

  private static func command(_ move: OfferMove) -> Command {
    Command(
      ["offer", move.rawValue], summary(of: move), access: move.isDecision ? .operators : .owners,
      explanation: explanation(of: move), positionals: [Positional("OFFER", .id("OFFER"), "The offer's id.")],
      flags: [
        Flag(
          "reason", .text("TEXT"), move == .reject ? "Why; its author reads it." : "Why, for the audit trail.",
          isRequired: move == .reject),
        Flag("version", .integer("N", 1...Int64.max), "Only if this is still its version."),
      ],
      output: .fields(["offer": Offer.schema])
    ) { invocation in
      let store = try invocation.store()
      let now = try invocation.now(in: store)
      let offer = try store.move(
        offer: invocation.arguments.id(at: "OFFER"), move, by: invocation.actor(in: store),
        reason: invocation.arguments.text("reason"), version: invocation.arguments.integer("version").map { Int($0) },
        now: now)
      return try OfferCommands.answer(offer, in: store, now: now)
    }
  }

  private static func summary(of move: OfferMove) -> String {
    switch move {
    case .submit: "Ask for an offer to be approved."
    case .approve: "Approve an offer: it is shown whenever its rules allow."
    case .reject: "Send an offer back to its author with a reason."
    case .pause: "Stop showing an offer until it is resumed."
    case .resume: "Show a paused offer again."
    case .end: "End an offer for good."
    case .archive: "Put an offer that is over out of the way."
    }
  }

  private static func explanation(of move: OfferMove) -> String {
    switch move {
    case .submit: "A partner with automatic approval needs nobody: its offers are approved as they are submitted."
    case .approve: "Nobody approves what they wrote or submitted themselves since the last decision."
    case .reject: "It can be edited and submitted again."
    case .pause, .end: "Claims that are open stay redeemable until they expire."
    case .resume: "It needs no new approval."
    case .archive: "The row and its history are kept. An offer that runs is ended first."
    }
  }
}
