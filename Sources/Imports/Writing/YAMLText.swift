internal import Diagnostics
internal import Labels
internal import Workspace

/// A definition file as text: what its owner wrote stays as it is, and items are added to its lists.
struct YAMLText {
  private(set) var text: String
  let file: String

  init(_ text: String, file: String) { (self.text, self.file) = (text, file) }

  /// What stands in it.
  func root() throws(ImportProblem) -> YAMLNode {
    do throws(YAMLError) {
      if let node = try YAMLReader.read(text) { return node }
    } catch {
      throw problem(
        Label("filen är inte giltig YAML", "the file is not valid YAML"), error.mark?.line, "check")
    }
    throw problem(Label("filen är tom", "the file is empty"), nil, "check")
  }

  /// Adds items behind the last one of a list at the top of the file; a list that is not there is made.
  ///
  /// - Throws: A problem where the list is written in a way that cannot be added to.
  mutating func append(_ items: [String], to key: String) throws(ImportProblem) {
    guard !items.isEmpty else { return }
    let root = try root()
    var added = self
    try added.add(items, to: key, root)
    // Anchors, documents behind one another, lists in lists: what was not foreseen shows when it is read back.
    guard let after = try? added.root(),
      after.list(key).count == root.list(key).count + items.count,
      after.mapping?.count == (root.mapping?.count ?? 0) + (root[key] == nil ? 1 : 0)
    else { throw unwritable(key, root[key]?.mark.line ?? root.mark.line, items) }
    self = added
  }

  private mutating func add(
    _ items: [String], to key: String, _ root: YAMLNode
  ) throws(ImportProblem) {
    guard let pairs = root.mapping,
      let place = pairs.firstIndex(where: { $0.key.scalar == key }), !pairs[place].value.isEmpty
    else {
      if root.mapping?.contains(where: { $0.key.scalar == key }) == true {
        throw unwritable(key, root.mark.line, items)
      }
      if text.last?.isNewline != true { text += lineEnd }
      text += ([key + ":"] + items.map { "  - \($0)" }).map { $0 + lineEnd }.joined()
      return
    }
    let (name, value) = pairs[place]
    guard let elements = value.sequence, let first = elements.first, let last = elements.last else {
      throw unwritable(key, value.mark.line, items)
    }
    // Lines end as YAML has it: `\r\n` is one character, and no `\n`.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let line = lines[first.mark.line - 1]
    let head = line.prefix(while: { $0 == " " })
    guard line.dropFirst(head.count).hasPrefix("-") else {
      // A list in brackets on one line: `units: [a, b]`.
      guard name.mark.line == last.mark.line,
        let close = lines[name.mark.line - 1].lastIndex(of: "]"),
        !lines[name.mark.line - 1].contains("#")
      else { throw unwritable(key, value.mark.line, items) }
      text.insert(contentsOf: ", " + items.joined(separator: ", "), at: close)
      return
    }
    // Behind the list: before the next key, and before the comments and blank lines above it.
    let next = place + 1 < pairs.count ? pairs[place + 1].key.mark.line - 1 : lines.count
    var end = next
    while end > last.mark.line,
      lines[end - 1].allSatisfy({ $0 == " " }) || isComment(lines[end - 1])
    {
      end -= 1
    }
    let added = items.map { "\(head)- \($0)" + lineEnd }.joined()
    if end < lines.count {
      text.insert(contentsOf: added, at: lines[end].startIndex)
    } else {
      text += lineEnd + added
    }
  }

  /// What ends a line of the file.
  private var lineEnd: String { text.contains { $0 == "\r\n" } ? "\r\n" : "\n" }

  private func isComment(_ line: Substring) -> Bool { line.first { $0 != " " } == "#" }

  private func unwritable(_ key: String, _ line: Int, _ items: [String]) -> ImportProblem {
    problem(
      Label(
        "listan '\(key)' är skriven så att den inte kan fyllas på",
        "the list '\(key)' is written in a way that it cannot be added to"), line,
      items.map { "- \($0)" }.joined(separator: "\n"))
  }

  private func problem(_ message: Label, _ line: Int?, _ fix: String) -> ImportProblem {
    ImportProblem(
      .error, "import-definition", at: SourceLocation(file: file, line: line), message,
      fixes: [
        fix == "check"
          ? Label(
            "rätta filen; nyckeltal check säger var", "mend the file; nyckeltal check says where")
          : Label("skriv in det för hand   \(fix)", "write it in by hand   \(fix)")
      ])
  }

  /// What no file of YAML may hold (YAML 1.1, section 5.1), and what ends a line or marks the order of bytes.
  private static let replaced: [ClosedRange<UInt32>] = [
    0...0x1F, 0x7F...0x9F, 0x2028...0x2029, 0xFEFF...0xFEFF, 0xFFFE...0xFFFF,
  ]

  /// A text in double quotes, as YAML reads it back; what no file of YAML may hold becomes a space.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        let isPlain = !replaced.contains { $0.contains(scalar.value) }
        result += isPlain ? String(scalar) : " "
      }
    }
    return result + "\""
  }

  /// A label: one text where both languages have the same.
  static func label(_ label: Label) -> String {
    label.swedish == label.english
      ? quoted(label.swedish) : "{sv: \(quoted(label.swedish)), en: \(quoted(label.english))}"
  }
}

extension YAMLNode {
  /// The value of a key.
  subscript(key: String) -> YAMLNode? { mapping?.first { $0.key.scalar == key }?.value }

  func text(_ key: String) -> String? { self[key]?.scalar }

  func list(_ key: String) -> [YAMLNode] { self[key]?.sequence ?? [] }

  /// One text for all languages, or `{sv: …, en: …}`.
  func label(_ key: String) -> Label? {
    guard let value = self[key] else { return nil }
    if let text = value.scalar { return Label(same: text) }
    guard let any = value.text("sv") ?? value.text("en") else { return nil }
    return Label(value.text("sv") ?? any, value.text("en") ?? any)
  }

  /// Whether nothing stands here.
  var isEmpty: Bool { scalar == "" || sequence?.isEmpty == true || mapping?.isEmpty == true }
}
