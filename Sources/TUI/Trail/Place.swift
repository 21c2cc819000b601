import Core

extension Trail {
  /// Where the keyboard was: the screen with what was selected in it, and what lay over it.
  package struct Place: Equatable, Sendable {
    let screen: Screen
    let pane: Pane
    let sessionID: ParkingSession.ID?
    let offerID: Offer.ID?
    let filter: TextEntry
    let isZoomed: Bool
    let dialogs: [Dialog]
  }
}
