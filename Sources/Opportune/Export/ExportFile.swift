import Core
import Glibc
import TUI

/// Where exported lists go, and how they are written.
struct ExportFolder {
  /// The folder; files named by a path of their own go where that says.
  private let path: String
  private var isReal = true

  /// The current folder; where nothing can be written there, Downloads below the home folder, or the home folder itself.
  init(_ environment: Environment) {
    let current = "."
    let home = environment["HOME"] ?? "/tmp"
    let choices = [current, home + "/Downloads", home]
    path = choices.first { access($0, W_OK | X_OK) == 0 } ?? current
  }

  private init(isReal: Bool) {
    path = "."
    self.isReal = isReal
  }

  /// The current folder, whatever the machine.
  static let current = ExportFolder(isReal: true)

  /// For a recording that is played again: says that it has written, and does not.
  static let nowhere = ExportFolder(isReal: false)

  /// As a person would write it.
  var title: String { path == "." ? "the current folder" : path }

  /// Writes the file whole or not at all.
  func write(_ request: ExportRequest) -> ExportResult {
    write(request.table.text(as: request.format), named: request.name, replaces: request.replaces)
  }

  /// Writes a text whole or not at all.
  /// - Parameter name: below the folder, or a path.
  func write(_ text: String, named name: String, replaces: Bool) -> ExportResult {
    let target = name.hasPrefix("/") || path == "." ? name : path + "/" + name
    guard isReal else { return .written(path: target) }
    if !replaces, access(target, F_OK) == 0 { return .exists(path: target) }
    do {
      try WholeFile.write(text, to: target, replaces: replaces)
      return .written(path: target)
    } catch {
      guard case .exists = error else { return .failed(error.sentence) }
      return .exists(path: target)
    }
  }
}
