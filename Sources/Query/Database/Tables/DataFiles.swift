internal import Diagnostics
internal import TableFiles

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Which files are tables, and what they are called.
package enum DataFiles {
  /// How the names of texts end, which may be packed.
  private static let textEndings = [".csv", ".tsv"].flatMap { [$0, $0 + ".gz", $0 + ".zst"] }
  private static let endings = textEndings + TableFile.endings

  /// Whether a path names a file that is there, or a device or pipe, or a sheet in one; a folder is none.
  package static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(TableFile.place(path).file, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  /// Whether a path names a folder.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a name is a pattern of file names.
  package static func isPattern(_ name: String) -> Bool {
    name.utf8.contains { "*?[".utf8.contains($0) }
  }

  /// Whether a name can only be meant as a path.
  package static func isPath(_ name: String) -> Bool {
    name == "-" || name.hasPrefix("/") || name.hasPrefix("./") || name.hasPrefix("../")
      || isPattern(name) || suffix(name) != nil
  }

  /// Whether a name ends as files do, in a dot and two to four letters, if not as data files do:
  /// `answers.cvs`.
  static func hasEnding(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return false }
    let ending = name[name.index(after: dot)...]
    return (2...4).contains(ending.count) && ending.allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// The names of the data files in a folder, in order of their bytes.
  package static func names(in folder: String) -> [String] {
    entries(of: folder).filter { name in
      let isTable = textEndings.contains { name.lowercased().hasSuffix($0) }
      return (isTable || TableFile.holdsTable(name)) && isFile(folder + "/" + name)
    }
  }

  /// The names of the folders in a folder, in order; hidden ones are left out.
  package static func folders(in folder: String) -> [String] {
    entries(of: folder).filter { isFolder(folder + "/" + $0) }
  }

  /// The path of the data file whose name is nearest to that of a path that does not exist.
  static func nearest(to path: String) -> String? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    return closestName(to: name, in: names(in: folder.isEmpty ? "." : folder)).map { folder + $0 }
  }

  /// The name of a file without its extension, and without the sheet in it.
  package static func stem(_ file: String) -> String {
    let file = TableFile.place(file).file
    return suffix(file).map { String(file.dropLast($0.count)) } ?? file
  }

  private static func suffix(_ file: String) -> String? {
    let lowered = TableFile.place(file).file.lowercased()
    return endings.first(where: lowered.hasSuffix)
  }

  /// What stands in a folder, in order; hidden names are left out.
  package static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
