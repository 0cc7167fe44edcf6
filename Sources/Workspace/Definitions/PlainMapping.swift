package import Diagnostics

/// Keys and single values in YAML, such as stand in front of a text.
package struct PlainMapping: Sendable {
  /// A key with its value.
  package struct Entry: Hashable, Sendable {
    package let key: String
    package let value: String
    /// Whether the value stands without quotes, so that it may be a number or a day.
    package let isPlain: Bool
    package let location: SourceLocation
  }

  /// In the order of the text.
  package let entries: [Entry]

  /// Reads keys and values.
  ///
  /// - Parameters:
  ///   - text: The YAML.
  ///   - file: The file that it stands in, for messages.
  ///   - line: The line of the file on which it begins.
  /// - Throws: A `Diagnostic` for what is no YAML, or no mapping of single values.
  package init(_ text: String, file: String, line: Int) throws(Diagnostic) {
    func place(_ mark: YAMLNode.Mark?) -> SourceLocation {
      SourceLocation(file: file, line: mark.map { $0.line + line - 1 }, column: mark?.column)
    }
    let root: YAMLNode?
    do throws(YAMLError) {
      root = try YAMLReader.read(text)
    } catch {
      throw Diagnostic(
        .error, "definition-syntax", at: place(error.mark), "this is not valid YAML",
        because: error.problem,
        fixes: ["check indentation, and put texts with ':' or '#' in quotes"])
    }
    guard let root else {
      entries = []
      return
    }
    guard let pairs = root.mapping else {
      throw Diagnostic(
        .error, "definition-key", at: place(root.mark), "keys with values are expected here",
        fixes: ["write a line such as   year: 2023"])
    }
    var entries: [Entry] = []
    for (key, value) in pairs {
      guard let name = key.scalar, case .scalar(let text, let isPlain) = value.content else {
        throw Diagnostic(
          .error, "definition-key", at: place(value.mark),
          "'\(key.scalar ?? "this key")' holds more than a single value",
          fixes: ["give it one text, number or day"])
      }
      entries.append(Entry(key: name, value: text, isPlain: isPlain, location: place(key.mark)))
    }
    self.entries = entries
  }
}
