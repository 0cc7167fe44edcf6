internal import Diagnostics
internal import TableFiles

enum DefinitionFile {
  /// The largest definition, in bytes. People write them; what is larger is something else.
  private static let largest = 8 << 20

  /// The bytes of a definition.
  ///
  /// - Throws: A diagnostic with the reason: there is none, it is a device or a pipe, it is larger than 8 MB.
  static func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
    try SystemCalls.contents(of: path, atMost: largest)
  }

  /// Reads a YAML file; what is wrong with it goes to the collector.
  static func read(
    _ path: String, named displayPath: String, problems: ProblemCollector
  ) -> DefinitionNode? {
    let data: [UInt8]
    do throws(Diagnostic) {
      data = try Self.bytes(of: path)
    } catch {
      problems.add(
        Diagnostic(
          .error, "file-missing", at: SourceLocation(file: displayPath), "the file cannot be read",
          because: error.message))
      return nil
    }
    // A mark of the byte order may stand in front.
    let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data[...]
    guard let text = String(validating: bytes, as: UTF8.self) else {
      problems.add(
        Diagnostic(
          .error, "definition-encoding", at: SourceLocation(file: displayPath),
          "the file is not UTF-8", fixes: ["save it as UTF-8"]))
      return nil
    }
    do throws(YAMLError) {
      guard let node = try YAMLReader.read(text) else {
        problems.add(
          Diagnostic(
            .error, "definition-empty", at: SourceLocation(file: displayPath), "the file is empty"))
        return nil
      }
      let root = DefinitionNode(node: node, file: displayPath, problems: problems)
      guard node.mapping != nil else {
        root.wrong("keys with values, such as   title: …")
        return nil
      }
      return root
    } catch {
      problems.add(
        Diagnostic(
          .error, "definition-syntax",
          at: SourceLocation(
            file: displayPath, line: error.mark?.line, column: error.mark?.column),
          "the file is not valid YAML", because: error.problem,
          fixes: ["check indentation, and put texts with ':' or '#' in quotes"]))
      return nil
    }
  }
}
