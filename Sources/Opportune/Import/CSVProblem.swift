/// What can be wrong with the form of a CSV record.
enum CSVProblem: String {
  case unclosedQuote = "unclosed_quote"
  case textAfterQuote = "text_after_quote"
  case tooLong = "too_long"
  case notUTF8 = "not_utf8"

  /// The same in words.
  var sentence: String {
    switch self {
    case .unclosedQuote: "a quote is opened and never closed"
    case .textAfterQuote: "text follows a closing quote; double the quotes inside a field"
    case .tooLong: "the record is longer than \(CSVReader.limit) bytes"
    case .notUTF8: "the record is not UTF-8"
    }
  }
}
