import Core

/// What the executable does with effects: it hands them to workers, which post their answers to the inbox.
package struct EffectHandler: Sendable {
  /// Called on the loop's thread with the town's time at which the effect was asked for, so it must return at once.
  package let handle: @Sendable (Effect, Timestamp) -> Void

  package init(_ handle: @escaping @Sendable (Effect, Timestamp) -> Void) {
    self.handle = handle
  }
}
