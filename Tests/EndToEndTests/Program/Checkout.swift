import Foundation

/// Files of the checkout, and of the data that may stand beside it.
enum Checkout {
  /// The folder of the package.
  static let root: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the checkout.
  static func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  /// A file of the shared data beside the checkout; tests that need it are skipped where it is absent.
  static func sharedData(_ name: String) -> String {
    root.deletingLastPathComponent().appendingPathComponent("shared/data/\(name)").path
  }

  /// Whether a file of the shared data is there.
  static func hasSharedData(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: sharedData(name))
  }
}
