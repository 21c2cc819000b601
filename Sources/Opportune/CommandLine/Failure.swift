import Core
import Store

/// Why a command did not do its work, ready for people and scripts. Every error of the program becomes one, here.
struct Failure: Error {
  let status: ExitStatus
  /// Machine-readable kind.
  let code: String
  /// What went wrong and what to do.
  let message: String
  /// The input at fault; empty if it is none in particular.
  let field: String

  init(_ status: ExitStatus, code: String, _ message: String, field: String = "") {
    self.status = status
    self.code = code
    self.message = message
    self.field = field
  }

  /// The same from any error.
  init(describing error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as CommandLineError:
      self.init(.invalid, code: error.code, error.sentence, field: error.field)
    case let error as InvalidInput:
      self.init(.invalid, code: error.code.rawValue, error.sentence, field: error.field)
    case let error as StoreError:
      self.init(
        ExitStatus(rawValue: error.exitStatus) ?? .failed, code: error.code, Self.message(of: error),
        field: error.field ?? "")
    case let error as OutputError:
      self.init(.failed, code: "output", error.sentence)
    default:
      self.init(.failed, code: "internal", "\(error)")
    }
  }

  private static func message(of error: StoreError) -> String {
    if case .invalid(let input) = error { input.sentence } else { error.sentence }
  }

  /// One line for people.
  var line: String { field.isEmpty || message.contains(field) ? message : "\(field): \(message)" }

  /// For scripts: `{"error":{"code","message","field"}}`.
  var document: JSON { ["error": error] }

  /// The inner object of ``document``, which batches put beside an id.
  var error: JSON {
    ["code": .string(code), "message": .string(message), "field": field.isEmpty ? .null : .string(field)]
  }
}
