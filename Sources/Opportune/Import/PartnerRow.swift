import Core

extension Partner {
  /// Reads a partner from a line of `places` or of the demo town.
  /// - Throws: ``InvalidInput`` naming the field at fault.
  init(_ row: ImportRow, zone: String) throws(InvalidInput) {
    guard let id = try row.integer("id"), id > 0 else { throw InvalidInput(field: "id", "must be a number above 0") }
    self.init(
      id: Partner.ID(id),
      name: try PlainText.checked(row.require("name"), field: "name"),
      category: try PlainText.checked((row.text("category") ?? "dining").lowercased(), field: "category", limit: 40),
      description: try PlainText.checked(
        row.text("description") ?? "", field: "description", limit: 2000, allowEmpty: true),
      email: row.text("email"), phone: row.text("phone"), address: row.text("address"),
      position: try row.position(), zone: row.text("zone") ?? zone,
      commissionBasisPoints: Int(clamping: try row.integer("commission_bp") ?? 0),
      autoApprove: row.text("auto_approve") == "1")
  }
}
