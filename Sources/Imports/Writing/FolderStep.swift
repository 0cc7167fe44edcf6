internal import CFileExchange
internal import Diagnostics
internal import Labels
internal import TableFiles

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Replaces a folder by another in one step: whoever looks sees the old one or the new one, also after the
/// process was killed or the power went.
///
/// The new folder is written beside the old one under a hidden name, each file is synced, then the folder, and
/// then both change places by one call of the system (`renameat2` with `RENAME_EXCHANGE`; `renamex_np` with
/// `RENAME_SWAP`). Who may read a folder or file stays as it was. The old one is removed last. What a killed
/// process has left is hidden and is removed by the next.
struct FolderStep {
  let folder: String
  /// What the folder will hold.
  private var files: [String: [UInt8]]
  /// Who may read the folder, as "", and the files and folders in it, where they are there now.
  private var modes: [String: mode_t] = [:]

  /// A step that keeps everything that is in the folder now.
  ///
  /// - Throws: A problem if a file or folder of it cannot be read.
  init(keeping folder: String) throws(ImportProblem) {
    self.folder = folder
    files = [:]
    try keep("")
  }

  /// The files of the folder by their paths in it, those of folders in it too.
  var names: [String] { files.keys.sorted() }

  subscript(name: String) -> [UInt8]? {
    get { files[name] }
    set { files[name] = newValue }
  }

  /// Lets a file stand under another name too, for the same readers.
  mutating func copy(_ name: String, to other: String) {
    files[other] = files[name]
    modes[other] = modes[name]
  }

  private mutating func keep(_ name: String) throws(ImportProblem) {
    let path = name.isEmpty ? folder : "\(folder)/\(name)"
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    modes[name] = status.st_mode & 0o7777
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      let names: [String]
      do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
        throw Self.unreadable(path)
      }
      for inner in names.sorted() { try keep(name.isEmpty ? inner : "\(name)/\(inner)") }
    case S_IFREG:
      guard let data = FileManager.default.contents(atPath: path) else {
        throw Self.unreadable(path)
      }
      files[name] = Array(data)
    default:
      // Devices and pipes are no files of a survey.
      break
    }
  }

  /// Does the step.
  ///
  /// - Throws: A problem with the system's reason; the folder is as it was.
  func run() throws(ImportProblem) {
    let staging = Self.staging(folder)
    try Self.remove(staging)
    do {
      try stage(staging)
    } catch {
      try? Self.remove(staging)
      throw error
    }
    let isThere = access(folder, F_OK) == 0
    guard isThere ? exchange_files(staging, folder) == 0 : rename(staging, folder) == 0 else {
      let problem = Self.problem(folder)
      try? Self.remove(staging)
      throw problem
    }
    Self.sync(Self.parent(folder))
    // The old folder, which nobody needs any more.
    if isThere { try? Self.remove(staging) }
  }

  /// Takes a folder away in one step: it is hidden first.
  static func removeFolder(_ folder: String) throws(ImportProblem) {
    let staging = staging(folder)
    try remove(staging)
    guard rename(folder, staging) == 0 else { throw problem(folder) }
    sync(parent(folder))
    try? remove(staging)
  }

  /// Removes what a process that was killed has left.
  static func clean(_ folder: String) { try? remove(staging(folder)) }

  // MARK: Files

  private func stage(_ staging: String) throws(ImportProblem) {
    try makeFolder("", in: staging)
    var made: Set<String> = [""]
    for name in names {
      let parts = name.split(separator: "/").dropLast()
      var path = ""
      for part in parts {
        path += path.isEmpty ? String(part) : "/\(part)"
        if made.insert(path).inserted { try makeFolder(path, in: staging) }
      }
      try Self.writeSynced(files[name] ?? [], to: "\(staging)/\(name)", modes[name])
    }
    for path in made.sorted().reversed() {
      let place = path.isEmpty ? staging : "\(staging)/\(path)"
      if let mode = modes[path] { chmod(place, mode) }
      Self.sync(place)
    }
  }

  private func makeFolder(_ path: String, in staging: String) throws(ImportProblem) {
    let place = path.isEmpty ? staging : "\(staging)/\(path)"
    // Until it is filled its owner may write, and nobody may read who may not afterwards.
    guard mkdir(place, (modes[path] ?? 0o777) | S_IRWXU) == 0 else { throw Self.problem(place) }
  }

  private static func writeSynced(
    _ bytes: [UInt8], to path: String, _ mode: mode_t?
  ) throws(ImportProblem) {
    #if canImport(Glibc)
      let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
    #else
      let file = Darwin.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
    #endif
    guard file >= 0 else { throw problem(path) }
    // What the process usually withholds from others may have been granted by hand.
    if let mode { fchmod(file, mode) }
    let isWritten = write(bytes, to: file)
    let reason = isWritten ? nil : problem(path)
    let isClosed = close(file) == 0
    if let reason { throw reason }
    if !isClosed { throw problem(path) }
  }

  /// Writes all bytes to an open file, and has the system keep them.
  static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { SystemCalls.write(file, $0) } && fsync(file) == 0
  }

  private static func sync(_ folder: String) {
    #if canImport(Glibc)
      let file = Glibc.open(folder, O_RDONLY | O_CLOEXEC)
    #else
      let file = Darwin.open(folder, O_RDONLY | O_CLOEXEC)
    #endif
    guard file >= 0 else { return }
    _ = fsync(file)
    close(file)
  }

  private static func remove(_ path: String) throws(ImportProblem) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw problem(path)
    }
  }

  // MARK: Names

  private static func parent(_ folder: String) -> String {
    guard let slash = folder.lastIndex(of: "/") else { return "." }
    return slash == folder.startIndex ? "/" : String(folder[..<slash])
  }

  /// The hidden name beside a folder. The lock of the workspace lets one process at a time use it.
  private static func staging(_ folder: String) -> String {
    let name = folder.split(separator: "/").last.map(String.init) ?? "folder"
    return "\(parent(folder))/.\(name).part"
  }

  static func problem(_ path: String) -> ImportProblem {
    let reason = String(cString: strerror(errno))
    return ImportProblem(
      .error, "output", at: SourceLocation(file: path),
      Label(
        "det går inte att skriva, och inget är ändrat",
        "it cannot be written, and nothing is changed"),
      because: Label(same: reason))
  }

  /// What the system said last, of something that was to be read.
  static func unreadable(_ path: String) -> ImportProblem {
    let reason = String(cString: strerror(errno))
    return ImportProblem(
      .error, "import-read", at: SourceLocation(file: path),
      Label(
        "det går inte att läsa, och inget är ändrat", "it cannot be read, and nothing is changed"),
      because: Label(same: reason))
  }
}
