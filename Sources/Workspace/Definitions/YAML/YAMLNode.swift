/// A value in a YAML file as it stands there: a text, a list or a mapping. Nothing is guessed from the
/// look of a text, so tags have no meaning.
package struct YAMLNode {
  package enum Content {
    /// A text, and whether it stands without quotes.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// Keys and values in the order of the file.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  package let content: Content
  /// Where it begins; an alias is where its anchor is.
  package let mark: Mark

  /// A place in a file, counted from 1.
  package struct Mark: Hashable {
    package var line: Int
    package var column: Int
  }

  /// The text of a scalar.
  package var scalar: String? { if case .scalar(let text, _) = content { text } else { nil } }

  package var sequence: [YAMLNode]? {
    if case .sequence(let values) = content { values } else { nil }
  }

  package var mapping: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// Whether nothing stands here, as behind a key without a value.
  var isNothing: Bool {
    if case .scalar("", isPlain: true) = content { true } else { false }
  }
}

/// Why a text is not YAML.
package struct YAMLError: Error {
  package let problem: String
  /// `nil` where the text itself cannot be read.
  package let mark: YAMLNode.Mark?
}
