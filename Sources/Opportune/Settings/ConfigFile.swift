import Core

/// `opportune/config.json` under the XDG configuration folder, as text.
struct ConfigFile {
  let path: String

  /// - Throws: ``Failure`` if neither variable says where settings are.
  init(_ environment: Environment) throws(Failure) {
    guard let folder = environment.folder("XDG_CONFIG_HOME", below: ".config") else {
      throw Failure(
        .invalid, code: "no_home", "HOME and XDG_CONFIG_HOME are not set; set one", field: "HOME")
    }
    path = folder + "/opportune/config.json"
  }

  init(path: String) {
    self.path = path
  }

  /// Most bytes that are read; nobody has so much to settle.
  private static let limit = 1 << 20

  /// What is in it; nil if it is not there.
  /// - Throws: ``Failure`` if it cannot be read.
  func text() throws(Failure) -> [UInt8]? {
    let source: ByteSource
    do {
      source = try ByteSource(path: path)
    } catch {
      guard error.status == .notFound else { throw error }
      return nil
    }
    var bytes: [UInt8] = []
    while bytes.count < Self.limit, let byte = try source.next() { bytes.append(byte) }
    return bytes
  }
}

extension Environment {
  /// A folder of the XDG base directories: by its variable, if that is absolute, else below the home folder.
  func folder(_ variable: String, below home: String) -> String? {
    if let folder = self[variable], folder.hasPrefix("/") { return folder }
    return self["HOME"].map { $0 + "/" + home }
  }
}
