import Core

extension Connection {
  /// How closely pages are looked at.
  enum PageCheck: String {
    /// Every page and index.
    case full = "integrity_check"
    /// Every page, without comparing indexes with their tables.
    case quick = "quick_check"
  }

  /// What is wrong with the pages of the file, each as one line; nothing if all is well. Reads the whole file.
  func damage(_ check: PageCheck, atMost limit: Int) throws(StoreError) -> [String] {
    let answers = try rows(executing: "PRAGMA \(check.rawValue) (\(limit))") { row throws(StoreError) in row.text(0) }
    if answers == ["ok"] { return [] }
    let lines = answers.flatMap { $0.split(separator: "\n") }.map(String.init).filter { !$0.hasPrefix("***") }
    return lines.isEmpty ? ["its pages cannot be read"] : lines
  }
}
