internal import Query
internal import Synchronization
internal import TableFiles

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The bytes of files as hashes. A file is read once in a run, by the first who asks.
final class InputFiles: Sendable {
  private let folder: NotebookFolder
  private let hashes = OnceValues<String, ContentHash?, Never>()
  private let read: @Sendable (String) -> ContentHash?

  /// Files below a folder; `read` hashes one, or gives `nil` where it cannot be read.
  init(
    in folder: NotebookFolder,
    read: @escaping @Sendable (String) -> ContentHash? = InputFiles.hash(ofFile:)
  ) {
    self.folder = folder
    self.read = read
  }

  /// A file by its name in the notebook.
  func entry(_ name: String) -> InputEntry {
    let path = folder.path(name)
    let hash = hashes.value(path) { read(path) }
    return InputEntry(name: name, hash: hash ?? InputEntry.missing)
  }

  /// The files that a pattern finds, and the names themselves.
  func entries(pattern: String) -> [InputEntry] {
    entries(((try? FileSource.files(folder.path(pattern))) ?? []).map(folder.name), of: pattern)
  }

  /// Everything that a workspace is read from.
  func entries(workspace: String) -> [InputEntry] {
    let root = folder.path(workspace)
    let files = Self.files(ofWorkspace: root).map { workspace == "." ? $0 : workspace + "/" + $0 }
    return entries(files, of: workspace + "/")
  }

  private func entries(_ files: [String], of name: String) -> [InputEntry] {
    [InputEntry(name: name, hash: ContentHash(of: files))] + files.map(entry)
  }

  /// Definitions and data of a workspace: those beside its own definition, and all in the folders of units.
  private static func files(ofWorkspace folder: String) -> [String] {
    func files(_ path: String, _ depth: Int) -> [String] {
      let here = folder + (path.isEmpty ? "" : "/" + path)
      let prefix = path.isEmpty ? "" : path + "/"
      let own = DataFiles.entries(of: here).filter {
        isInput($0) && DataFiles.isFile(here + "/" + $0)
      }
      guard depth > 0 else { return own.map { prefix + $0 } }
      let folders = DataFiles.folders(in: here).filter {
        !path.isEmpty || DataFiles.isFile("\(here)/\($0)/unit.yaml")
      }
      return own.map { prefix + $0 } + folders.flatMap { files(prefix + $0, depth - 1) }
    }
    return files("", 4)
  }

  private static func isInput(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return lowered.hasSuffix(".yaml") || lowered.hasSuffix(".yml") || lowered.hasSuffix(".gz")
      || lowered.hasSuffix(".zst") || lowered.hasSuffix(".tsv") || TableFile.holdsTable(name)
  }

  // MARK: Reading

  private static let piece = 1 << 20

  /// The hash of a file's bytes; `nil` for what cannot be read or is no file.
  static func hash(ofFile path: String) -> ContentHash? {
    guard let (descriptor, _) = try? RegularFile.open(path) else { return nil }
    defer { close(descriptor) }
    let hasher = ContentHasher()
    return withUnsafeTemporaryAllocation(byteCount: piece, alignment: 64) { buffer in
      while true {
        let count = Self.read(descriptor, buffer)
        if count < 0 { return nil }
        if count == 0 { return hasher.hash }
        hasher.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }

  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }
}

/// The folder of a notebook: what its names of files start from.
package struct NotebookFolder: Hashable, Sendable {
  private let prefix: String

  /// The folder at a path; the current one is `.`.
  package init(_ path: String) { prefix = path == "." || path.isEmpty ? "" : path + "/" }

  /// The path of a file that the notebook names.
  func path(_ name: String) -> String { name.hasPrefix("/") ? name : prefix + name }

  /// The name in the notebook of a file at a path.
  func name(_ path: String) -> String {
    !prefix.isEmpty && path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
