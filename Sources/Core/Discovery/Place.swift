/// A car park or a stretch of metered street where sessions happen.
package struct Place: Hashable, Sendable {
  package typealias ID = Core.ID<Place>

  package let id: ID
  package var name: String
  package var position: Coordinate
  package var zone: String
  package var hourlyRateCents: Int64?
  package var capacity: Int?

  package init(
    id: ID, name: String, position: Coordinate, zone: String, hourlyRateCents: Int64? = nil, capacity: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.position = position
    self.zone = zone
    self.hourlyRateCents = hourlyRateCents
    self.capacity = capacity
  }
}
