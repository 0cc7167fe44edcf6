internal import Diagnostics
internal import Labels
internal import TableFiles

/// One step that changes the folder of a survey or case log as a whole: definition, data, mapping and ledger all
/// stand afterwards, or none.
struct SurveyStep {
  private(set) var folder: WholeFolder
  private(set) var ledger: Ledger

  static let undoFolder = ".undo"

  /// The folder as it is. The caller holds the lock of the workspace.
  ///
  /// - Throws: A problem if it cannot be read, or holds links: what they point at would not change with it, and
  ///   answers that are forgotten would stay there.
  init(_ path: String) throws(ImportProblem) {
    do throws(Diagnostic) {
      folder = try WholeFolder(path, isLocked: true, isSynced: true)
    } catch {
      throw ImportProblem(unreadable: error)
    }
    if let link = folder.links.min() {
      throw ImportProblem(
        .error, "import-link", at: SourceLocation(file: "\(path)/\(link)"),
        Label("här står en länk, och inget är ändrat", "this is a link, and nothing is changed"),
        because: Label(
          "enkätens mapp byts i ett steg, och det som länken pekar på skulle bli kvar",
          "the survey's folder is replaced in one step, and what the link points at would stay"),
        fixes: [
          Label("ersätt länken med filen själv", "put the file itself in the place of the link")
        ])
    }
    ledger = Ledger()
    ledger = Ledger(try table(SurveyFolder.ledgerFile))
  }

  /// The files but for the copies of those before the last import, and hidden ones.
  var names: [String] { folder.names.filter { !$0.hasPrefix(".") } }

  /// The files with rows of persons: data of any kind, and the copies for undo.
  var personFiles: [String] {
    folder.names.filter { name in
      name.lowercased().hasSuffix(".csv") && name != SurveyFolder.ledgerFile
        && name != SurveyFolder.populationFile
    }
  }

  /// The files as they were before the last import, by their names in the folder of copies.
  var undoNames: [String] { folder.names.filter { $0.hasPrefix(Self.undoFolder + "/") } }

  func bytes(_ name: String) throws(ImportProblem) -> [UInt8]? {
    do throws(Diagnostic) { return try folder.bytes(name) } catch {
      throw ImportProblem(unreadable: error)
    }
  }

  /// A file as a table of texts; `nil` where there is none.
  func table(_ name: String) throws(ImportProblem) -> TextTable? {
    guard let bytes = try bytes(name) else { return nil }
    return try TextTable(bytes: bytes, named: "\(folder.path)/\(name)")
  }

  mutating func set(_ name: String, to bytes: [UInt8]) { folder.set(name, to: bytes) }

  mutating func remove(_ name: String) { folder.remove(name) }

  mutating func copy(_ name: String, to other: String) throws(ImportProblem) {
    do throws(Diagnostic) { try folder.copy(name, to: other) } catch {
      throw ImportProblem(unreadable: error)
    }
  }

  /// The hashes of some files as they are; those that are not there are left out.
  static func hashes(of names: [String], in folder: String) -> [String: String] {
    Dictionary(
      names.compactMap { name in FileHash.sha256(ofFile: "\(folder)/\(name)").map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Refuses a step whose plan was made of other files: what somebody has written since then would be lost.
  ///
  /// - Parameters:
  ///   - names: The files that plans are made of.
  ///   - hashes: Those of the files that were there when the plan was made.
  /// - Throws: A problem that names the file.
  func refuseChanged(_ names: [String], since hashes: [String: String]) throws(ImportProblem) {
    for name in names where try bytes(name).map(FileHash.sha256) != hashes[name] {
      throw ImportProblem(
        .error, "import-changed", at: SourceLocation(file: "\(folder.path)/\(name)"),
        Label(
          "filen ändrades sedan inläsningen planerades, och inget är ändrat",
          "the file was changed since the import was planned, and nothing is changed"),
        fixes: [Label("läs in på nytt", "import again")])
    }
  }

  /// Keeps the files as they are for undo, in place of those kept before.
  mutating func keepForUndo() throws(ImportProblem) {
    dropUndo()
    for name in names { try copy(name, to: "\(Self.undoFolder)/\(name)") }
  }

  /// Leaves out some names of files in the ledger; whether there were any.
  mutating func removeFileNames(where isRemoved: (String) -> Bool) -> Bool {
    ledger.removeFileNames(where: isRemoved)
  }

  /// Takes the copies for undo away.
  mutating func dropUndo() { for name in undoNames { folder.remove(name) } }

  /// The rows of the data, and the hash of their file; `nil` where there are none.
  func data() throws(ImportProblem) -> (rows: Int, hash: String)? {
    for name in [SurveyFolder.responsesFile, CasePlan.dataFile] {
      guard let bytes = try bytes(name) else { continue }
      let rows = try TextTable(bytes: bytes, named: "\(folder.path)/\(name)").rows.count
      return (rows, FileHash.sha256(bytes))
    }
    return nil
  }

  /// Does the step, with a row in the ledger.
  ///
  /// - Throws: A problem with the system's reason; the folder is as it was unless the problem says otherwise.
  mutating func run(_ entry: Ledger.Entry) throws(ImportProblem) {
    ledger.add(entry, data: try data())
    set(SurveyFolder.ledgerFile, to: ledger.bytes)
    let outcome: WholeFolder.Outcome
    do throws(Diagnostic) { outcome = try folder.replace() } catch {
      throw ImportProblem(unwritable: error)
    }
    try Self.check(outcome, folder.path)
  }

  /// Takes the whole folder away.
  func removeWhole() throws(ImportProblem) {
    let outcome: WholeFolder.Outcome
    do throws(Diagnostic) { outcome = try folder.removeWhole() } catch {
      throw ImportProblem(unwritable: error)
    }
    try Self.check(outcome, folder.path)
  }

  private static func check(
    _ outcome: WholeFolder.Outcome, _ path: String
  ) throws(ImportProblem) {
    switch outcome {
    case .done: return
    case .left(let left):
      throw ImportProblem(
        leftover: left,
        Label(
          "steget är gjort, men mappen med det som fanns före går inte att ta bort",
          "the step is done, but the folder with what was before cannot be removed"))
    case .impossible(let reason): throw ImportProblem(unwritable: path, because: reason)
    }
  }
}

extension ImportProblem {
  /// A place that cannot be written.
  init(unwritable path: String, because reason: String?) {
    self.init(
      .error, "output", at: SourceLocation(file: path),
      Label(
        "det går inte att skriva, och inget är ändrat",
        "it cannot be written, and nothing is changed"),
      because: reason.map { Label(same: $0) })
  }

  init(unwritable problem: Diagnostic) {
    self.init(unwritable: problem.location.file, because: problem.reason)
  }

  /// A file that cannot be read.
  init(unreadable path: String, because reason: String?) {
    self.init(
      .error, "import-read", at: SourceLocation(file: path),
      Label(
        "det går inte att läsa, och inget är ändrat", "it cannot be read, and nothing is changed"),
      because: reason.map { Label(same: $0) })
  }

  init(unreadable problem: Diagnostic) {
    self.init(unreadable: problem.location.file, because: problem.reason)
  }

  /// A hidden folder that holds answers and stays.
  init(leftover path: String, _ message: Label) {
    self.init(
      .error, "import-leftover", at: SourceLocation(file: path), message,
      because: Label(
        "den har svar som inte ska finnas kvar", "it holds answers that are to be gone"),
      fixes: [
        Label(
          "ta bort den   rm -r \(path.quotedForShell)", "remove it   rm -r \(path.quotedForShell)")
      ])
  }
}
