internal import Diagnostics
internal import Query
internal import TableFiles

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Files of a workspace that nobody reads though they look as if they were meant to be: a name that is
/// nearly that of a definition, `.yml`, answers without their survey, a link to nothing.
struct FolderCheck {
  /// The folder, as the user typed it.
  let folder: String
  let problems: ProblemCollector
  /// What stands in the folder, in order; hidden names are left out.
  let names: [String]
  /// The names of links that point at nothing.
  private let dangling: [String]

  init(folder: String, problems: ProblemCollector) {
    self.folder = folder
    self.problems = problems
    names = DataFiles.entries(of: folder)
    dangling = names.filter { Self.isDangling(folder.appending(path: $0)) }
  }

  /// The tables of the workspace itself.
  static let workspaceTables = ["codes", "measurement-units", "contradictions", "acknowledgements"]
  /// The tables of a unit that have a fixed meaning.
  static let unitTables = ["targets", "outcomes", "activities", "controls", "projects", "rules"]

  /// Tells what is odd in the names of a folder.
  ///
  /// - Parameters:
  ///   - tables: The tables with a fixed meaning, without endings.
  ///   - definitions: The definitions, without endings.
  ///   - used: Tables that a definition names: whatever they are called, they are meant.
  ///   - ending: How the names of the tables have to end, where not every format will do.
  func report(
    tables: [String], definitions: [String], used: Set<String> = [], ending: String? = nil
  ) {
    reportLinks()
    let stems = Set(names.map(\.withoutPathExtension))
    func isRead(_ name: String) -> Bool {
      TableFile.holdsTable(name) && name.hasSuffix(ending ?? "")
    }
    let read = Set(names.filter(isRead).map(\.withoutPathExtension))
    for name in names where !dangling.contains(name) {
      let path = folder.appending(path: name)
      let stem = name.withoutPathExtension
      if name.lowercased().hasSuffix(".yml") || name.lowercased().hasSuffix(".yaml") {
        let isRead = name.hasSuffix(".yaml") && (definitions + ["nyckeltal"]).contains(stem)
        guard !isRead, let meant = nearest(stem, definitions) else { continue }
        guard name != "\(meant).yaml", !names.contains("\(meant).yaml") else { continue }
        tell("file-name", path, "the file is not read", "call it \(meant).yaml")
      } else if !isRead(name) {
        // Of another format, packed, or with an ending in capital letters.
        guard let table = tables.first(where: { name.lowercased().hasPrefix($0 + ".") }),
          !read.contains(table)
        else { continue }
        tell("file-name", path, "the file is not read", "save it as \(table).csv")
      } else if !tables.contains(stem), !used.contains(stem) {
        guard let meant = nearest(stem, tables), !stems.contains(meant) else { continue }
        let ending = name.dropFirst(stem.count)
        tell(
          "file-name", path, "the table has no meaning of its own under this name",
          "call it \(meant)\(ending), if that is what it is")
      }
    }
  }

  /// Tells of links that point at nothing.
  func reportLinks() {
    for name in dangling {
      tell(
        "file-link", folder.appending(path: name), "the link points at nothing",
        "mend it, or take it away")
    }
  }

  /// Tells of folders of units that the workspace does not list, and of folders of surveys and case logs
  /// that are not read because of their names.
  ///
  /// - Parameters:
  ///   - file: The definition that makes a folder what it is.
  ///   - isRead: Whether the folder of a name is read.
  ///   - message: What is wrong with one that is not.
  ///   - fix: How it is mended.
  func reportUnread(
    with file: String, _ isRead: (String) -> Bool, _ message: String, _ fix: (String) -> String
  ) {
    for name in names where !isRead(name) {
      let path = folder.appending(path: name)
      guard DataFiles.isFile(path.appending(path: file)) else { continue }
      tell("folder-unread", path, message, fix(name), .note, because: "it holds a \(file)")
    }
  }

  /// Tells of data whose definition is missing: answers without a survey, cases without a case log.
  func reportUndefined() {
    let kinds = [
      (
        "survey", ["responses", "invitations", "population"], "the answers of a survey are not read"
      ),
      ("cases", ["cases"], "the cases are not read"),
    ]
    for (definition, stems, what) in kinds where !names.contains("\(definition).yaml") {
      guard
        let data = names.first(where: {
          TableFile.holdsTable($0) && stems.contains($0.withoutPathExtension)
        })
      else { continue }
      let other = names.first {
        ($0.hasSuffix(".yml") || $0.hasSuffix(".yaml"))
          && nearest($0.withoutPathExtension, [definition]) != nil
      }
      tell(
        "definition-missing", folder.appending(path: data), what,
        other.map { "call \($0) \(definition).yaml" } ?? "write \(definition).yaml beside it",
        because: "the folder has no \(definition).yaml")
    }
  }

  /// The file of a folder whose name is nearly that of a definition.
  static func misnamed(_ definition: String, in folder: String) -> String? {
    let check = FolderCheck(folder: folder, problems: ProblemCollector())
    return check.names.first { name in
      (name.hasSuffix(".yml") || name.hasSuffix(".yaml"))
        && check.nearest(name.withoutPathExtension, [definition.withoutPathExtension]) != nil
    }
  }

  // MARK: Names

  /// The name that is meant: the same but for capital letters, or nearly the same.
  private func nearest(_ stem: String, _ known: [String]) -> String? {
    known.first { $0 == stem.lowercased() } ?? closestName(to: stem, in: known)
  }

  private static func isDangling(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
      && stat(path, &status) != 0 && errno == ENOENT
  }

  private func tell(
    _ code: String, _ path: String, _ message: String, _ fix: String,
    _ severity: Diagnostic.Severity = .warning, because reason: String? = nil
  ) {
    problems.add(
      Diagnostic(
        severity, code, at: SourceLocation(file: path), message, because: reason, fixes: [fix]))
  }
}
