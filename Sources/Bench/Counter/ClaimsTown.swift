import Core
import Glibc
import Store

/// A small town with five million claims, made once and kept in ``Folder`` as the other towns are. Nothing writes to it.
enum ClaimsTown {
  static let claims = 5_000_000

  /// Opens it for reading.
  static func store() throws -> Store {
    try Store.open(at: made(), readOnly: true, now: Moment.now, zones: Moment.zones)
  }

  private static func made() throws -> String {
    try Folder.make()
    let path = "\(Folder.path)/claims-\(try BenchTown.schema()).db"
    if access(path, F_OK) == 0 { return path }
    for old in Folder.files(beginning: "claims-") { unlink(old) }
    Complaints.write("making the town of five million claims once, in \(path)")
    let copy = try BenchTown.small.copy()
    try fill(copy)
    guard rename(copy.path, path) == 0 else { throw BenchFailure(call: "rename \(copy.path)") }
    return path
  }

  private static func fill(_ copy: WorkingCopy) throws {
    let store = try copy.store()
    guard let offer = try store.offers(limit: 1).first, let id = try Parking(store).fill(1).first else {
      throw BenchFailure("the small town has no offer or no place to park")
    }
    // Another seed than the town itself, whose own claims have codes already.
    var generator = SeededGenerator(seed: 5_000_000)
    try store.fillClaims(
      claims, of: offer, in: store.session(id), at: Moment.now - .hours(5), using: &generator)
  }
}
