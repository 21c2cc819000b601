extension JSON {
  /// The document after a merge patch (RFC 7396): members of the patch replace those of the same name, objects member by
  /// member, and null takes one away. What the patch does not name stays, in its order; what is new comes after it.
  package func merging(_ patch: JSON) -> JSON {
    guard case .object(let changes) = patch else { return patch }
    var members: [Member] = []
    if case .object(let own) = self { members = own }
    for change in changes {
      let place = members.firstIndex { $0.name == change.name }
      if change.value == .null {
        if let place { members.remove(at: place) }
      } else if let place {
        members[place] = Member(change.name, members[place].value.merging(change.value))
      } else {
        members.append(Member(change.name, JSON.null.merging(change.value)))
      }
    }
    return .object(members)
  }
}
