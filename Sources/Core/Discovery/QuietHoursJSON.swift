extension QuietHours {
  /// Reads the pair short form `["22:00","07:00"]` or a list of `{"days","from","to"}`; empty where there is neither.
  package static func list(_ json: JSON?, field: String) throws(InvalidInput) -> [QuietHours] {
    guard let json else { return [] }
    guard case .array(let elements) = json else { throw shape(field) }
    if case .string = elements.first { return [try pair(elements, field: field)] }
    var list: [QuietHours] = []
    for (position, element) in elements.enumerated() {
      list.append(try QuietHours(element, field: "\(field).\(position)"))
    }
    return list
  }

  private static func pair(_ elements: [JSON], field: String) throws(InvalidInput) -> QuietHours {
    guard elements.count == 2, case .string(let first) = elements[0], case .string(let second) = elements[1],
      let from = try ClockTime(first, field: "\(field).0"), let to = try ClockTime(second, field: "\(field).1")
    else { throw shape(field) }
    return try QuietHours(from: from, to: to, field: field)
  }

  private static func shape(_ field: String) -> InvalidInput {
    InvalidInput(field: field, #"must be a pair such as ["22:00","07:00"] or a list of {"days","from","to"}"#)
  }

  private init(_ json: JSON, field: String) throws(InvalidInput) {
    var fields = try JSONFields(json, path: field)
    let days = try WeekdaySet(fields.strings("days"), field: fields.name("days")) ?? .all
    let from = try ClockTime(fields.require(fields.string("from"), "from"), field: fields.name("from"))
    let to = try ClockTime(fields.require(fields.string("to"), "to"), field: fields.name("to"))
    try fields.finish()
    guard let from, let to else { throw Self.shape(field) }
    try self.init(days: days, from: from, to: to, field: field)
  }

  /// As in every document: `{"days","from","to"}`.
  package var json: JSON {
    [
      "days": .array(days.days.map { .string($0.rawValue) }), "from": .string(from.description),
      "to": .string(to.description),
    ]
  }
}
