/// Whether a database holds invented things (and may be simulated in) or real ones.
package enum WorldKind: String, Sendable, CaseIterable {
  case demo, live
}
