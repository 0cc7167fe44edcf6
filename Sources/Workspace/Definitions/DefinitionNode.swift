internal import Diagnostics
internal import Labels
internal import Tables

/// Collects problems while definitions are read.
final class ProblemCollector {
  private(set) var diagnostics: [Diagnostic] = []

  func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
  func add(_ more: [Diagnostic]) { diagnostics += more }
}

/// A value in a YAML file that knows where it stands and reports what is wrong with it.
///
/// Scalars are read as the text that stands in the file: YAML's own guessing would turn `no` into
/// false and `2023-01` into a date.
struct DefinitionNode {
  let node: YAMLNode
  let file: String
  let problems: ProblemCollector

  var location: SourceLocation {
    SourceLocation(file: file, line: node.mark.line, column: node.mark.column)
  }

  /// The text of a scalar.
  var text: String? { node.scalar }

  /// The value of a key; nothing for a missing key, and for one written without a value.
  subscript(key: String) -> DefinitionNode? {
    guard let value = node.mapping?.first(where: { $0.key.scalar == key })?.value,
      !value.isNothing
    else { return nil }
    return DefinitionNode(node: value, file: file, problems: problems)
  }

  /// Keys and values in the order of the file.
  var entries: [(key: String, value: DefinitionNode)] {
    (node.mapping ?? []).compactMap { key, value in
      key.scalar.map {
        ($0, DefinitionNode(node: value, file: file, problems: problems))
      }
    }
  }

  /// The elements of a list; a single value counts as a list of one.
  var elements: [DefinitionNode] {
    if let sequence = node.sequence {
      return sequence.map { DefinitionNode(node: $0, file: file, problems: problems) }
    }
    return node.scalar != nil ? [self] : []
  }

  func list(_ key: String) -> [DefinitionNode] { self[key]?.elements ?? [] }

  func texts(_ key: String) -> [String] { list(key).compactMap(\.text) }

  func text(_ key: String) -> String? { self[key]?.text }

  /// The text of a key that must be there.
  func required(_ key: String) -> String? {
    if let text = text(key) { return text }
    problems.add(
      Diagnostic(
        .error, "definition-key", at: location, "the key '\(key)' is missing",
        fixes: ["add   \(key): …"]))
    return nil
  }

  /// The text of a key that must be there and names something: it becomes part of a file's name.
  func identifier(_ key: String) -> String? {
    guard let text = required(key) else { return nil }
    if Identifier.isValid(text) { return text }
    self[key]?.wrong("a name of \(Identifier.rule)")
    return nil
  }

  /// A label: one text for all languages, or `{sv: …, en: …}`.
  func label(_ key: String) -> Label? {
    guard let value = self[key] else { return nil }
    if let text = value.text { return Label(same: text) }
    guard let value = mapping(key, of: ["sv", "en"]) else { return nil }
    let (swedish, english) = (value.text("sv"), value.text("en"))
    guard let any = swedish ?? english else { return nil }
    return Label(swedish ?? any, english ?? any)
  }

  func requiredLabel(_ key: String) -> Label {
    if let label = label(key) { return label }
    problems.add(
      Diagnostic(
        .error, "definition-key", at: location, "the label '\(key)' is missing",
        fixes: ["add   \(key): {sv: …, en: …}"]))
    return Label(same: "")
  }

  func number(_ key: String) -> Double? {
    guard let value = self[key], let text = value.text else { return nil }
    if let number = Double(text), number.isFinite { return number }
    value.wrong("a number")
    return nil
  }

  func integer(_ key: String) -> Int? {
    guard let value = self[key], let text = value.text else { return nil }
    if let number = Int(text) { return number }
    value.wrong("a whole number")
    return nil
  }

  func flag(_ key: String) -> Bool {
    guard let value = self[key], let text = value.text else { return false }
    switch text {
    case "true": return true
    case "false": return false
    default:
      value.wrong("true or false")
      return false
    }
  }

  func date(_ key: String) -> CalendarDate? {
    guard let value = self[key], let text = value.text else { return nil }
    if let date = CalendarDate(iso: text) { return date }
    value.wrong("a date such as 2023-08-21")
    return nil
  }

  private var found: String {
    if let mapping = node.mapping {
      return mapping.isEmpty ? "found an empty mapping" : "found a mapping"
    }
    return node.sequence?.isEmpty == true ? "found an empty list" : "found a list"
  }

  func wrong(_ wanted: String) {
    problems.add(
      Diagnostic(
        .error, "definition-value", at: location, "expected \(wanted)",
        because: text.map { "found '\($0)'" } ?? found))
  }
}
