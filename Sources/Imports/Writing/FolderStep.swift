internal import CFileExchange
internal import Diagnostics
internal import Labels

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
/// `RENAME_SWAP`). The old one is removed last. What a killed process has left is hidden and is removed by the
/// next.
struct FolderStep {
  let folder: String
  /// What the folder will hold.
  private var files: [String: [UInt8]]

  /// A step that keeps everything that is in the folder now.
  ///
  /// - Throws: A problem if a file of it cannot be read.
  init(keeping folder: String) throws(ImportProblem) {
    self.folder = folder
    files = [:]
    for name in Self.names(in: folder, below: "") {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
        throw Self.problem("\(folder)/\(name)")
      }
      files[name] = Array(data)
    }
  }

  /// The files of the folder by their paths in it, those of folders in it too.
  var names: [String] { files.keys.sorted() }

  subscript(name: String) -> [UInt8]? {
    get { files[name] }
    set { files[name] = newValue }
  }

  private static func names(in folder: String, below path: String) -> [String] {
    let place = path.isEmpty ? folder : "\(folder)/\(path)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    return names.sorted().flatMap { name in
      let inner = path.isEmpty ? name : "\(path)/\(name)"
      var status = stat()
      guard stat("\(folder)/\(inner)", &status) == 0 else { return [String]() }
      if status.st_mode & S_IFMT == S_IFDIR { return Self.names(in: folder, below: inner) }
      // Devices and pipes are no files of a survey.
      return status.st_mode & S_IFMT == S_IFREG ? [inner] : []
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
    try Self.makeFolder(staging)
    var made: Set<String> = [""]
    for name in names {
      let parts = name.split(separator: "/").dropLast()
      var path = ""
      for part in parts {
        path += path.isEmpty ? String(part) : "/\(part)"
        if made.insert(path).inserted { try Self.makeFolder("\(staging)/\(path)") }
      }
      try Self.writeSynced(files[name] ?? [], to: "\(staging)/\(name)")
    }
    for path in made.sorted().reversed() {
      Self.sync(path.isEmpty ? staging : "\(staging)/\(path)")
    }
  }

  private static func makeFolder(_ path: String) throws(ImportProblem) {
    guard mkdir(path, 0o777) == 0 else { throw problem(path) }
  }

  private static func writeSynced(_ bytes: [UInt8], to path: String) throws(ImportProblem) {
    #if canImport(Glibc)
      let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    #else
      let file = Darwin.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    #endif
    guard file >= 0 else { throw problem(path) }
    let isWritten = write(bytes, to: file) && fsync(file) == 0
    let reason = isWritten ? nil : problem(path)
    let isClosed = close(file) == 0
    if let reason { throw reason }
    if !isClosed { throw problem(path) }
  }

  /// Writes all bytes to an open file.
  static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while let base = rest.baseAddress, rest.count > 0 {
        #if canImport(Glibc)
          let written = Glibc.write(file, base, rest.count)
        #else
          let written = Darwin.write(file, base, rest.count)
        #endif
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
      return true
    }
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
}
