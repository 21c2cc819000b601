/// What the executable does with effects: it hands them to workers, which post their answers to the inbox.
package struct EffectHandler: Sendable {
  /// Called on the loop's thread, so it must return at once.
  package let handle: @Sendable (Effect) -> Void

  package init(_ handle: @escaping @Sendable (Effect) -> Void) {
    self.handle = handle
  }
}
