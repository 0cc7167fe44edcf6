public import Diagnostics

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What brings the definitions of an older workspace to the form of now. Files keep their comments, their order
/// and the ends of their lines: only the lines that change are written anew.
public struct WorkspaceUpgrade: Sendable {
  /// A line that changes.
  public struct Change: Hashable, Sendable {
    /// Where it stands; a line that is added, above that line.
    public let location: SourceLocation
    /// The line as it is, without its indentation; `nil` for one that is added.
    public let before: String?
    /// What stands in its place.
    public let after: [String]
  }

  /// The version that it brings a workspace to.
  public static let version = WorkspaceVersion.current
  /// The version that the workspace states; `nil` where it states none.
  public let stated: Int?
  /// What changes, in the order of the files.
  public private(set) var changes: [Change] = []
  /// The files that change as they will be, by their paths in the folder.
  public private(set) var files: [(path: String, content: [UInt8])] = []
  /// What has to be changed by hand.
  public private(set) var remaining: [Diagnostic] = []

  /// Finds what to change in a folder; nothing is written.
  ///
  /// - Throws: A diagnostic where the folder is no workspace, its definition cannot be read, or it is of a later
  ///   version.
  public init(folder: String) throws(Diagnostic) {
    let problems = ProblemCollector()
    let path = folder.appending(path: WorkspaceLoader.definitionFile)
    guard FileManager.default.fileExists(atPath: path) else {
      throw WorkspaceLoader.noWorkspace(folder)
    }
    guard let root = DefinitionFile.read(path, named: path, problems: problems) else {
      throw problems.diagnostics.first ?? WorkspaceLoader.noWorkspace(folder)
    }
    stated = try WorkspaceVersion.stated(root)
    for name in Self.definitions(in: folder) {
      let file = folder.appending(path: name)
      let text: String?
      do throws(Diagnostic) {
        text = try String(validating: DefinitionFile.bytes(of: file), as: UTF8.self)
      } catch {
        remaining.append(error)
        continue
      }
      // The loader tells of a file that is no text.
      if let text { upgrade(name, text, at: file) }
    }
  }

  private static let names: Set<String> = ["unit.yaml", "survey.yaml", "cases.yaml"]

  /// The definitions of a workspace: its own, those of its units, and those of their surveys and logs.
  private static func definitions(in folder: String) -> [String] {
    func entries(_ path: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path))) ?? [])
        .filter { !$0.hasPrefix(".") }.sorted()
    }
    let units = entries("")
    let inner = units.flatMap { unit in entries(unit).map { "\(unit)/\($0)" } }
    let files =
      inner
      + inner.flatMap { part in entries(part).map { "\(part)/\($0)" } }
    return [WorkspaceLoader.definitionFile]
      + files.filter { names.contains($0.split(separator: "/").last.map(String.init) ?? "") }
  }

  private mutating func upgrade(_ name: String, _ text: String, at file: String) {
    let ending = text.contains("\r\n") ? "\r\n" : "\n"
    // A mark of the byte order stays in front of what is added.
    let mark = text.unicodeScalars.first == "\u{FEFF}" ? "\u{FEFF}" : ""
    let plain = String(text.unicodeScalars.dropFirst(mark.unicodeScalars.count))
    let lines = plain.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    var written = DefinitionLines(lines, file: file)
    if name == WorkspaceLoader.definitionFile, stated != Self.version {
      written.state(version: Self.version)
    }
    written.sayProvenance()
    remaining += written.remaining
    guard !written.changes.isEmpty else { return }
    changes += written.changes
    files.append((name, Array((mark + written.lines.joined(separator: ending)).utf8)))
  }
}
