internal import Labels
internal import Mustache
internal import Reports

/// The templates of what is more than a report: forms and lists. A text in both languages stands in its place as
/// `[[svenska|English]]`.
struct Templates: Sendable {
  /// A template, by the name of its file.
  enum Name: String, CaseIterable, Sendable {
    case problem, login, navigation, footer, choose
    case unitHome, edit, editPreview, upload, importProblems, importForm, importDone
    case query, queryRunning, queryFailed, queryResult
    case accounts, list
  }

  private let libraries: [Language: MustacheLibrary]

  /// Reads all templates in all languages.
  ///
  /// - Throws: What is wrong with one.
  init() throws {
    MustacheContentTypes.register(EscapedMarkup(), named: EscapedMarkup.name)
    var libraries: [Language: MustacheLibrary] = [:]
    for language in Language.allCases {
      var library = MustacheLibrary()
      for name in Name.allCases {
        let text =
          "{{% CONTENT_TYPE:\(EscapedMarkup.name)}}" + Self.text(of: name.text, in: language)
        try library.register(text, named: name.rawValue)
      }
      libraries[language] = library
    }
    self.libraries = libraries
  }

  /// The markup of a template; values are escaped where they stand in two braces.
  func render(_ name: Name, _ language: Language, _ values: [String: Any]) -> String {
    libraries[language]?.render(values, withTemplate: name.rawValue) ?? ""
  }

  /// A template in one language.
  static func text(of template: String, in language: Language) -> String {
    var result = ""
    var rest = template[...]
    while let begin = rest.firstRange(of: "[["),
      let end = rest[begin.upperBound...].firstRange(of: "]]")
    {
      result += rest[..<begin.lowerBound]
      let sides = rest[begin.upperBound..<end.lowerBound].split(
        separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      result += language == .english ? sides.last ?? "" : sides.first ?? ""
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}

/// Escapes values scalar by scalar, as reports do. The library's own way goes by characters, and overlooks a
/// quotation mark with an accent on it, which ends an attribute all the same.
private struct EscapedMarkup: MustacheContentType {
  static let name = "MARKUP"

  func escapeText(_ text: String) -> String { HTMLHost.escaped(text) }
}
