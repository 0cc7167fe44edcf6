internal import Diagnostics

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What the definition of a workspace says about figures everywhere, without the workspace being read:
/// for whoever has to know whether a figure was found by the same rules.
package struct WorkspaceSettings: Hashable, Sendable {
  /// The calendar and the days off.
  package let calendar: String
  /// The rules of disclosure control.
  package let disclosure: String

  /// The settings of a workspace; `nil` where its definition cannot be read.
  package init?(folder: String) {
    let path = folder.appending(path: WorkspaceLoader.definitionFile)
    guard FileManager.default.fileExists(atPath: path),
      let root = DefinitionFile.read(path, named: path, problems: ProblemCollector())
    else { return nil }
    func text(_ keys: [String]) -> String {
      keys.compactMap { key in root.node.mapping?.first { $0.key.scalar == key }?.value }
        .map(\.canonical).joined(separator: ";")
    }
    calendar = text(["calendar", "days_off"])
    disclosure = text(["disclosure"])
  }
}

extension YAMLNode {
  /// The content, whatever its spelling.
  fileprivate var canonical: String {
    switch content {
    case .scalar(let text, _): "\(text.utf8.count):\(text)"
    case .sequence(let values): "[" + values.map(\.canonical).joined(separator: ",") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { $0.key.canonical + "=" + $0.value.canonical }.joined(separator: ",") + "}"
    }
  }
}
