import Glibc

/// The released program that the benchmarks start.
enum Program {
  /// Where it is: OPPORTUNE_BINARY, else the release build of this checkout.
  static func path() throws -> String {
    let path = getenv("OPPORTUNE_BINARY").map { String(cString: $0) } ?? ".build/release/opportune"
    guard access(path, X_OK) == 0 else {
      throw BenchFailure("there is no program at \(path); make build makes it, or name one in OPPORTUNE_BINARY")
    }
    return path
  }

  /// A plain environment, so that nobody's settings or terminal change what is measured.
  static let environment = ["TERM=xterm-256color", "LANG=C.UTF-8", "HOME=\(Folder.path)", "PATH=/usr/bin:/bin"]
}

/// Where the benchmarks keep their databases.
enum Folder {
  static let path = ".build/bench"

  /// Makes it if it is not there.
  static func make() throws {
    for path in [".build", path] where mkdir(path, 0o777) != 0 && errno != EEXIST {
      throw BenchFailure(call: "mkdir \(path)")
    }
  }

  /// The files in it whose names begin so.
  static func files(beginning prefix: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob("\(path)/\(prefix)*", 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { index in found.gl_pathv[index].map { String(cString: $0) } }
  }
}
