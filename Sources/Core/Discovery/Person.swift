/// Someone who parks and is shown offers.
package struct Person: Hashable, Sendable {
  package typealias ID = Core.ID<Person>

  package let id: ID
  package var name: String
  /// IANA name; quiet hours and days run on this clock.
  package var zone: String

  package init(id: ID, name: String, zone: String) {
    self.id = id
    self.name = name
    self.zone = zone
  }
}
