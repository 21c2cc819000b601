import Core

extension Store {
  /// Editing a partner's thing is for operators and for the partner whose it is.
  /// - Throws: ``StoreError/notFound(what:name:)`` for another partner, to whom the thing does not exist;
  ///   ``StoreError/refused(code:sentence:)`` for everybody who only looks.
  package func permit<Entity>(
    _ actor: Actor, toEdit what: String, _ id: ID<Entity>, of partner: Partner.ID
  ) throws(StoreError) {
    guard actor.sees(partner) else { throw .notFound(what, id) }
    guard actor.edits else { throw .mayOnlyLook(actor) }
  }

  /// What operators and analysts do: experiments, and the campaigns they compare. No partner's key opens them.
  /// - Parameter what: as in "may not `start experiments`".
  package func permitStaff(_ actor: Actor, to what: String) throws(StoreError) {
    guard actor.role != .partner, actor.role != .person else {
      throw .refused(code: "not_allowed", sentence: "\(actor) may not \(what); ask an operator or an analyst")
    }
  }

  /// What only operators decide: who is a partner, on what terms, and which offers are shown.
  /// - Parameter what: as in "may not `approve offers`".
  package func permitOperator(_ actor: Actor, to what: String) throws(StoreError) {
    guard actor.edits else { throw .mayOnlyLook(actor) }
    guard actor.role != .partner else {
      throw .refused(code: "not_allowed", sentence: "\(actor) may not \(what); ask an operator")
    }
  }
}

extension StoreError {
  fileprivate static func mayOnlyLook(_ actor: Actor) -> StoreError {
    .refused(
      code: "not_allowed", sentence: "\(actor) may look but change nothing; act as an operator, --as operator:NAME")
  }
}
