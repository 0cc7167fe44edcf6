internal import Diagnostics
internal import Reports
internal import TableFiles
internal import Tables
internal import Workspace

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The approvals of a year, or of a day in it: `approved/2023/report-1.json` in the workspace, and
/// `approved/2023/UNIT/report-1.json` for a single unit. Each approval is a file of its own, with the next
/// number; none is ever written over.
struct ApprovalStore {
  private let scope: Approval.Scope
  private let workspace: String
  private let units: [String]
  private let folder: String
  /// What was read, by path.
  private var read: [String: Result<Approval, Diagnostic>] = [:]
  private var hashes: [Approval.File]?
  /// What is wrong with approvals.
  private(set) var problems: [Diagnostic] = []

  init(_ workspace: LoadedWorkspace, year: Int) {
    let day = workspace.day.interim
    scope = Approval.Scope(
      year: year, asOf: day, unit: nil, minimumAnswers: workspace.disclosure.minimumAnswers)
    self.workspace = workspace.folder
    units = workspace.units.map(\.id)
    folder = Self.join(workspace.folder, "approved", day?.description ?? String(year))
  }

  // MARK: The ledger

  /// The newest approval of the set, or of a unit alone; `nil` where there is none.
  func newest(unit: String?) -> String? {
    let folder = folder(unit)
    return Self.numbers(in: folder).max().map { Self.join(folder, Self.name($0)) }
  }

  private func folder(_ unit: String?) -> String { unit.map { Self.join(folder, $0) } ?? folder }

  private static func name(_ number: Int) -> String { "report-\(number).json" }

  private static func numbers(in folder: String) -> [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      guard name.hasPrefix("report-"), name.hasSuffix(".json") else { return nil }
      let number = Int(name.dropFirst(7).dropLast(5)) ?? 0
      return name == Self.name(number) ? number : nil
    }
  }

  /// Freezes reports in a new file of the ledger.
  ///
  /// - Returns: The path of the file.
  /// - Throws: A diagnostic when it cannot be written, or when something that it rests on cannot be read.
  func save(
    _ documents: [ReportDocument], unit: String?, day: CalendarDate, by name: String?
  ) throws(Diagnostic) -> String {
    var scope = scope
    scope.unit = unit
    let folder = folder(unit)
    let last = Self.numbers(in: folder).max() ?? 0
    var previous: Approval.File?
    if last > 0 {
      let bytes = try Self.bytes(of: Self.join(folder, Self.name(last)))
      previous = Approval.File(path: Self.name(last), sha256: SHA256.digest(bytes))
    }
    let text = Approval.text(
      of: documents, scope: scope, files: try currentFiles(), previous: previous, day: day,
      by: name)
    let path = Self.join(folder, Self.name(last + 1))
    do throws(Diagnostic) {
      try Terminal.save(Array(text.utf8), to: path, makesFolders: true)
    } catch {
      throw Diagnostic(
        .error, "approval", at: SourceLocation(file: path), "the approval cannot be saved",
        because: error.reason ?? error.message,
        fixes: ["approve where the workspace can be written to, or change the rights of \(folder)"])
    }
    return path
  }

  // MARK: Comparing

  /// A report with what has changed since it was approved, alone or with all others; as it is where it
  /// was not.
  mutating func compared(_ document: ReportDocument, unit: String?) -> ReportDocument {
    var newest: Approval?
    var unreadable: [String] = []
    // Of two approvals of one day that of the unit alone goes first.
    for path in [self.newest(unit: nil), unit.flatMap { self.newest(unit: $0) }] {
      guard let path else { continue }
      switch approval(path) {
      case .success(let approval):
        if newest.map({ $0.day <= approval.day }) ?? true { newest = approval }
      case .failure: unreadable.append(path)
      }
    }
    guard newest != nil || !unreadable.isEmpty else { return document }
    do throws(Diagnostic) {
      if hashes == nil { hashes = try currentFiles() }
      return document.compared(
        with: newest, unreadable: unreadable, files: hashes ?? [], unit: unit)
    } catch {
      if !problems.contains(error) { problems.append(error) }
      return document
    }
  }

  private mutating func approval(_ path: String) -> Result<Approval, Diagnostic> {
    if let known = read[path] { return known }
    let result: Result<Approval, Diagnostic>
    do throws(Diagnostic) {
      result = .success(try Approval(try Self.bytes(of: path), named: path))
    } catch {
      problems.append(error)
      result = .failure(error)
    }
    read[path] = result
    return result
  }

  // MARK: Files

  /// The data and definitions of the workspace and its units, with their hashes.
  private func currentFiles() throws(Diagnostic) -> [Approval.File] {
    var paths = Self.names(in: workspace).filter(Self.isRead)
    for unit in units { paths += Self.paths(in: workspace, below: unit, depth: 0) }
    var files: [Approval.File] = []
    for path in paths.sorted() {
      files.append(
        Approval.File(
          path: path, sha256: SHA256.digest(try Self.bytes(of: Self.join(workspace, path)))))
    }
    return files
  }

  /// The files of a folder of the workspace. A link in a circle ends somewhere.
  private static func paths(in workspace: String, below folder: String, depth: Int) -> [String] {
    guard depth < 8 else { return [] }
    return names(in: join(workspace, folder)).flatMap { name -> [String] in
      let path = join(folder, name)
      if isRead(name) { return [path] }
      return name.contains(".") ? [] : paths(in: workspace, below: path, depth: depth + 1)
    }
  }

  /// Whether a workspace reads files of this name.
  private static func isRead(_ name: String) -> Bool {
    !name.hasPrefix(".")
      && (name.hasSuffix(".yaml") || TableFile.holdsTable(name))
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private static func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostic(
        .error, "approval", at: SourceLocation(file: path), "the file cannot be read",
        fixes: ["give yourself the right to read it"])
    }
    return Array(data)
  }

  private static func join(_ parts: String...) -> String {
    parts.reduce("") { path, part in
      path.isEmpty || path.hasSuffix("/") ? path + part : "\(path)/\(part)"
    }
  }
}
