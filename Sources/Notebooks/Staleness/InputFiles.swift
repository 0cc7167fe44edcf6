internal import Query
internal import Synchronization
internal import TableFiles
internal import Workspace

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The bytes of files as hashes. A file is read, and a folder walked, once in a run, by the first who asks.
final class InputFiles: Sendable {
  /// What names several files, by its path.
  enum Place: Hashable, Sendable {
    case pattern(String)
    case workspace(String)
  }

  private let folder: NotebookFolder
  private let hashes = OnceValues<String, ContentHash?, Never>()
  private let listings = OnceValues<Place, [String], Never>()
  private let read: @Sendable (String) -> ContentHash?
  private let list: @Sendable (Place) -> [String]

  /// Files below a folder; `read` hashes one, or gives `nil` where it cannot be read, and `list` finds
  /// several.
  init(
    in folder: NotebookFolder,
    read: @escaping @Sendable (String) -> ContentHash? = InputFiles.hash(ofFile:),
    list: @escaping @Sendable (Place) -> [String] = InputFiles.names(of:)
  ) {
    self.folder = folder
    self.read = read
    self.list = list
  }

  /// A file by its name in the notebook.
  func entry(_ name: String) -> InputEntry {
    let path = folder.path(name)
    let hash = hashes.value(path) { read(path) }
    return InputEntry(name: name, hash: hash ?? InputEntry.missing)
  }

  /// The paths of the files that a pattern finds.
  func paths(pattern: String) -> [String] { listing(.pattern(folder.path(pattern))) }

  /// The files that a pattern finds, and the names themselves.
  func entries(pattern: String) -> [InputEntry] {
    entries(paths(pattern: pattern).map(folder.name), of: pattern)
  }

  /// Everything that a workspace is read from.
  func entries(workspace: String) -> [InputEntry] {
    let files = listing(.workspace(folder.path(workspace)))
    return entries(
      files.map { workspace == "." ? $0 : workspace + "/" + $0 }, of: workspace + "/")
  }

  private func listing(_ place: Place) -> [String] { listings.value(place) { list(place) } }

  private func entries(_ files: [String], of name: String) -> [InputEntry] {
    [InputEntry(name: name, hash: ContentHash(of: files))] + files.map(entry)
  }

  /// The files of a pattern by their paths, of a workspace by their names in it.
  static func names(of place: Place) -> [String] {
    switch place {
    case .pattern(let pattern): (try? FileSource.files(pattern)) ?? []
    case .workspace(let folder): WorkspaceInputs.names(in: folder)
    }
  }

  // MARK: Reading

  private static let piece = 1 << 20

  /// The hash of a file's bytes; `nil` for what cannot be read or is no file.
  static func hash(ofFile path: String) -> ContentHash? {
    guard let (descriptor, _) = try? RegularFile.open(TableFile.place(path).file) else {
      return nil
    }
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
