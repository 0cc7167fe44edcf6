/// A language that reports are written in.
public enum Language: String, Sendable, CaseIterable, Hashable {
  /// Swedish, the default.
  case swedish = "sv"
  /// English.
  case english = "en"
}

/// A text in every language of the reports.
public struct Label: Hashable, Sendable {
  /// The Swedish text.
  public var swedish: String
  /// The English text.
  public var english: String

  /// A text in both languages.
  public init(_ swedish: String, _ english: String) {
    self.swedish = swedish
    self.english = english
  }

  /// A text that reads the same in every language, such as a proper name.
  public init(same text: String) {
    self.init(text, text)
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .swedish: swedish
    case .english: english
    }
  }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { swedish.isEmpty && english.isEmpty }
}
