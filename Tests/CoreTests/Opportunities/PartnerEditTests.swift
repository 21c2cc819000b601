import Testing

@testable import Core

/// What a document may say of a partner.
@Suite struct PartnerEditTests {
  private func new(_ document: String) throws -> Partner {
    try PartnerEdit(newPartnerIn: "America/Cayman").applying(JSON(parsing: document))
  }

  private func field(_ document: String) -> String? {
    do {
      _ = try new(document)
      return nil
    } catch {
      return (error as? InvalidInput)?.field
    }
  }

  @Test func everyFactCanBeGivenAndTakenAway() throws {
    let partner = try new(
      """
      {"name":"Blue Culantro","category":"Dining","description":"Seafood","email":"chef@example.com","phone":"345-555",
      "address":"Shore 1","lat":19.29,"lng":-81.38,"zone":"UTC","currency":"KYD","commission_basis_points":1250,
      "auto_approve":true,"offer_limit":5,"webhook_url":"https://example.com/hook"}
      """)
    let expected = Partner(
      id: Partner.ID(0), name: "Blue Culantro", category: "dining", description: "Seafood", email: "chef@example.com",
      phone: "345-555", address: "Shore 1", position: try #require(Coordinate(latitude: 19.29, longitude: -81.38)),
      zone: "UTC", currency: try #require(Currency("KYD")), commissionBasisPoints: 1250, autoApprove: true,
      offerLimit: 5, webhookURL: "https://example.com/hook")
    #expect(partner == expected)
    #expect(try PartnerEdit(partner).applying(.object(partner.facts)) == partner)
    let bare = try PartnerEdit(partner).applying(
      JSON(parsing: #"{"email":null,"phone":null,"address":null,"offer_limit":null,"webhook_url":null,"version":4}"#))
    #expect(bare.email == nil && bare.phone == nil && bare.address == nil)
    #expect(bare.offerLimit == nil && bare.webhookURL == nil && bare.version == 4)
    #expect(bare.commissionBasisPoints == 1250)
  }

  @Test(arguments: [
    (#""lat":90.01"#, "lat"), (#""lat":-90.01"#, "lat"), (#""lng":180.01"#, "lng"), (#""lng":"west""#, "lng"),
    (#""name":" ""#, "name"), (#""category":null"#, "category"),
    (#""commission_basis_points":10001"#, "commission_basis_points"),
    (#""commission_basis_points":12.5"#, "commission_basis_points"), (#""auto_approve":"yes""#, "auto_approve"),
    (#""offer_limit":-1"#, "offer_limit"), (#""email":"chef""#, "email"), (#""email":"a@b""#, "email"),
    (#""email":"a@b@c.com""#, "email"), (#""email":"a b@c.com""#, "email"), (#""email":"a@.com""#, "email"),
    (#""webhook_url":"example.com""#, "webhook_url"), (#""currency":"usd""#, "currency"), (#""fax":"1""#, "fax"),
    (#""id":7"#, "id"),
  ])
  func everyObjectionNamesItsField(member: String, field name: String) throws {
    var facts = ["name": #""X""#, "category": #""dining""#, "lat": "19", "lng": "-81"]
    let changed = member.split(separator: "\"")[0]
    facts[String(changed)] = nil
    let others = facts.sorted { $0.key < $1.key }.map { "\"\($0)\":\($1)" }
    #expect(field("{" + (others + [member]).joined(separator: ",") + "}") == name)
  }

  @Test func nameCategoryAndPositionAreNeeded() {
    #expect(field("{}") == "name")
    #expect(field(#"{"name":"X"}"#) == "category")
    #expect(field(#"{"name":"X","category":"spa"}"#) == "lat")
    #expect(field(#"{"name":"X","category":"spa","lat":1}"#) == "lng")
    #expect(field(#"{"name":"X","category":"spa","lat":1,"lng":2}"#) == nil)
  }
}
