internal import Diagnostics
internal import Imports
internal import Reports
internal import TableFiles
internal import Tables
internal import Workspace

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

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
    folder = Self.join(workspace.folder, "approved", day?.description ?? String(year))
  }

  /// The first day on which there can be something to approve: that of the report, or the first of its
  /// year.
  var firstDay: CalendarDate {
    scope.asOf ?? CalendarDate(year: scope.year, month: 1, day: 1) ?? .today
  }

  /// What the first day is.
  var firstDayReason: String {
    scope.asOf == nil ? "the first day of the year" : "the day that the report is of"
  }

  // MARK: The ledger

  /// The newest approval of the set, or of a unit alone; `nil` where there is none.
  ///
  /// - Throws: A diagnostic when the approvals cannot be listed: that there are none is not known then.
  func newest(unit: String?) throws(Diagnostic) -> String? {
    let folder = folder(unit)
    return try numbers(unit).max().map { Self.join(folder, Self.name($0)) }
  }

  private func folder(_ unit: String?) -> String { unit.map { Self.join(folder, $0) } ?? folder }

  private static func name(_ number: Int) -> String { "report-\(number).json" }

  /// The numbers of the approvals of the set, or of a unit alone.
  private func numbers(_ unit: String?) throws(Diagnostic) -> [Int] {
    guard Self.problem(listing: folder(unit)) == nil else {
      // The folder that is to blame may be one above.
      for place in [Self.join(workspace, "approved"), folder, folder(unit)] {
        guard let reason = Self.problem(listing: place) else { continue }
        throw Diagnostic(
          .error, "approval", at: SourceLocation(file: place), "the approvals cannot be read",
          because: reason,
          fixes: ["let approved/ be a folder that you may read; take away what is not one"])
      }
      return []
    }
    return Self.names(in: folder(unit)).compactMap { name in
      guard name.hasPrefix("report-"), name.hasSuffix(".json") else { return nil }
      let number = Int(name.dropFirst(7).dropLast(5)) ?? 0
      return name == Self.name(number) ? number : nil
    }
  }

  /// Why a folder cannot be listed; `nil` where it can, and where there is none.
  private static func problem(listing folder: String) -> String? {
    guard let stream = opendir(folder) else {
      let code = errno
      return code == ENOENT ? nil : String(cString: strerror(code))
    }
    closedir(stream)
    return nil
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
    let files = try currentFiles()
    // Whoever approves at the same time may take the number first: then the next one is tried, behind it.
    while true {
      let last = try numbers(unit).max() ?? 0
      var previous: Approval.File?
      if last > 0 {
        let bytes = try Self.bytes(of: Self.join(folder, Self.name(last)))
        previous = Approval.File(path: Self.name(last), sha256: FileHash.sha256(bytes))
      }
      let text = Approval.text(
        of: documents, scope: scope, files: files, previous: previous, day: day, by: name)
      let path = Self.join(folder, Self.name(last + 1))
      if try saveNew(Array(text.utf8), to: path, in: folder) { return path }
    }
  }

  /// Writes an approval, unless there is one of that name.
  private func saveNew(
    _ bytes: [UInt8], to path: String, in folder: String
  ) throws(Diagnostic) -> Bool {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      return try WholeFile.writeNew(bytes, to: path)
    } catch {
      let reason = (error as? Diagnostic).map { $0.reason ?? $0.message }
      throw Diagnostic(
        .error, "approval", at: SourceLocation(file: path), "the approval cannot be saved",
        because: reason ?? "its folder cannot be made",
        fixes: ["approve where the workspace can be written to, or change the rights of \(folder)"])
    }
  }

  // MARK: Comparing

  /// A report with what has changed since it was approved, alone or with all others; as it is where it
  /// was not.
  mutating func compared(_ document: ReportDocument, unit: String?) -> ReportDocument {
    var newest: Approval?
    var unreadable: [String] = []
    // Of two approvals of one day that of the unit alone goes first.
    for owner in unit == nil ? [nil] : [nil, unit] {
      do throws(Diagnostic) {
        guard let path = try self.newest(unit: owner) else { continue }
        let approval = try approval(path)
        if newest.map({ $0.day <= approval.day }) ?? true { newest = approval }
      } catch {
        note(error)
        if !unreadable.contains(error.location.file) { unreadable.append(error.location.file) }
      }
    }
    guard newest != nil || !unreadable.isEmpty else { return document }
    do throws(Diagnostic) {
      if hashes == nil { hashes = try currentFiles() }
      return document.compared(
        with: newest, unreadable: unreadable, files: hashes ?? [], unit: unit)
    } catch {
      note(error)
      return document
    }
  }

  private mutating func note(_ problem: Diagnostic) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  private mutating func approval(_ path: String) throws(Diagnostic) -> Approval {
    if let known = read[path] { return try known.get() }
    do throws(Diagnostic) {
      let approval = try Approval(try Self.bytes(of: path), named: path)
      read[path] = .success(approval)
      return approval
    } catch {
      read[path] = .failure(error)
      throw error
    }
  }

  // MARK: Files

  /// The files that the workspace is read from, with their hashes.
  private func currentFiles() throws(Diagnostic) -> [Approval.File] {
    var files: [Approval.File] = []
    for path in WorkspaceInputs.names(in: workspace).sorted() {
      files.append(
        Approval.File(
          path: path, sha256: FileHash.sha256(try Self.bytes(of: Self.join(workspace, path)))))
    }
    return files
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
