import Core

extension QuietHours {
  /// The shape of ``json``.
  static let schema: Schema = .fields(["days": .array(.string), "from": .string, "to": .string])
}
