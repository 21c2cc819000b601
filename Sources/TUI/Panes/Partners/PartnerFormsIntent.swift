/// What a person can do with the forms and boxes of the Partners screen.
package enum PartnerFormsIntent: Hashable, Sendable, CaseIterable {
  /// A partner or an offer, by the list with the keyboard.
  case new, edit
  case keys, makeKey, rotateKey, revokeKey, copyKey
  case statement, earlierMonth, laterMonth, exportStatement
}
