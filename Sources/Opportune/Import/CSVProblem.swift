/// What can be wrong with the form of a record of a file.
enum CSVProblem: String {
  case unclosedQuote = "unclosed_quote"
  case textAfterQuote = "text_after_quote"
  case tooLong = "too_long"
  case notUTF8 = "not_utf8"
  case notJSON = "not_json"

  /// The same in words.
  var sentence: String {
    switch self {
    case .unclosedQuote: "a quote is opened and never closed"
    case .textAfterQuote: "text follows a closing quote; double the quotes inside a field"
    case .tooLong: "the record is longer than 1 MB, or a listing longer than 8 MB"
    case .notUTF8: "the record is not UTF-8"
    case .notJSON: "the line is no JSON object whose members are texts, numbers or lists of texts"
    }
  }
}
