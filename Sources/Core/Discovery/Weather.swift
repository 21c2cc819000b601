/// What the sky does; where it is not known, no weather rule matches.
package enum Weather: String, Sendable, CaseIterable {
  case clear, cloudy, rain, storm, hot, cold

  /// - Throws: ``InvalidInput`` that lists the known kinds.
  package init(parsing text: String, field: String) throws(InvalidInput) {
    self = try Self.parsing(text, field: field)
  }

  /// One bit, for rules kept as a mask.
  package var bit: UInt8 {
    switch self {
    case .clear: 1
    case .cloudy: 2
    case .rain: 4
    case .storm: 8
    case .hot: 16
    case .cold: 32
    }
  }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
  /// Reads one of an enumeration's written forms.
  /// - Throws: ``InvalidInput`` that lists every known form.
  package static func parsing(_ text: String, field: String) throws(InvalidInput) -> Self {
    guard let value = Self(rawValue: text) else {
      let known = allCases.map(\.rawValue).joined(separator: ", ")
      throw InvalidInput(field: field, "knows no '\(text.prefix(40))'; use one of \(known)")
    }
    return value
  }
}
