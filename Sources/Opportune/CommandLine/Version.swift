/// The program's version.
enum Version {
  /// As in `opportune version`.
  static let number = "0.1.0"
}
