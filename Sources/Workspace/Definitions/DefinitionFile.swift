internal import Diagnostics
internal import Foundation
internal import Yams

enum DefinitionFile {
  /// Reads a YAML file; what is wrong with it goes to the collector.
  static func read(
    _ path: String, named displayPath: String, problems: ProblemCollector
  ) -> DefinitionNode? {
    guard let data = FileManager.default.contents(atPath: path) else {
      problems.add(
        Diagnostic(
          .error, "file-missing", at: SourceLocation(file: displayPath), "the file cannot be read"))
      return nil
    }
    guard let text = String(bytes: data, encoding: .utf8) else {
      problems.add(
        Diagnostic(
          .error, "definition-encoding", at: SourceLocation(file: displayPath),
          "the file is not UTF-8", fixes: ["save it as UTF-8"]))
      return nil
    }
    do {
      // Texts are wanted as they stand: the resolver's regular expressions would be wasted.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else {
        problems.add(
          Diagnostic(
            .error, "definition-empty", at: SourceLocation(file: displayPath), "the file is empty"))
        return nil
      }
      return DefinitionNode(node: node, file: displayPath, problems: problems)
    } catch {
      problems.add(diagnostic(for: error, displayPath))
      return nil
    }
  }

  private static func diagnostic(for error: any Error, _ file: String) -> Diagnostic {
    let (mark, problem): (Mark?, String) =
      switch error {
      case YamlError.scanner(_, let problem, let mark, _): (mark, problem)
      case YamlError.parser(_, let problem, let mark, _): (mark, problem)
      case YamlError.composer(_, let problem, let mark, _): (mark, problem)
      case YamlError.duplicatedKeysInMapping(let keys, let context):
        (context.mark, "the key '\(keys.first ?? "")' stands twice")
      case YamlError.reader(let problem, _, _, _): (nil, problem)
      default: (nil, "not valid YAML")
      }
    return Diagnostic(
      .error, "definition-syntax",
      at: SourceLocation(file: file, line: mark?.line, column: mark?.column),
      "the file is not valid YAML", because: problem,
      fixes: ["check indentation, and put texts with ':' or '#' in quotes"])
  }
}
