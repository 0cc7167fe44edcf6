internal import Query

/// The CSV files of a workspace by the names that queries use.
///
/// A file is named as itself without the extension. Names that several files bear, or that unite
/// all units, need the folder: `navet/visits`, `medarbetarcentrum/survey/responses`.
struct WorkspaceFiles {
  /// Every name, in order.
  let names: [String]
  private let paths: [String: String]
  /// Names that do not say which file is meant, with those that do.
  private let ambiguous: [String: [String]]

  init(folder: String) {
    self.init(folder: folder, files: Self.files(in: folder, below: "", depth: 3))
  }

  /// Names files.
  ///
  /// - Parameters:
  ///   - folder: The workspace's folder, as the files' paths begin.
  ///   - files: Paths from the folder on.
  init(folder: String, files: [String]) {
    let prefix = folder == "." ? "" : folder + "/"
    var byStem: [String: [String]] = [:]
    for file in files { byStem[Self.lastPart(DataFiles.stem(file)), default: []].append(file) }
    var names: [String] = []
    var paths: [String: String] = [:]
    var ambiguous: [String: [String]] = [:]
    for file in files {
      let long = DataFiles.stem(file)
      let short = Self.lastPart(long)
      let isUnique = byStem[short]?.count == 1 && UnitedTable(rawValue: short) == nil
      // `visits.csv` beside `visits.csv.gz`: only the whole file name tells them apart.
      let path = paths[long] == nil ? long : file
      paths[path] = prefix + file
      if isUnique { paths[short] = prefix + file }
      names.append(isUnique ? short : path)
      if !isUnique { ambiguous[short, default: []].append(path) }
    }
    self.names = names
    self.paths = paths
    self.ambiguous = ambiguous.filter { paths[$0.key] == nil }
  }

  /// The file of a name.
  ///
  /// - Throws: ``QueryError`` when several files bear the name.
  func path(named name: String) throws -> String? {
    if let path = paths[name] { return path }
    guard let meant = ambiguous[name] else { return nil }
    let list = meant.prefix(4).map { "\"\($0)\"" }.joined(separator: ", ")
    throw QueryError(
      "the workspace has several files \"\(name)\"",
      hint: "name one with its folder: \(list)\(meant.count > 4 ? ", …" : "")")
  }

  private static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func files(in folder: String, below path: String, depth: Int) -> [String] {
    let files = DataFiles.names(in: folder).map { path + $0 }
    guard depth > 0 else { return files }
    return files
      + DataFiles.folders(in: folder).flatMap {
        Self.files(in: folder + "/" + $0, below: path + $0 + "/", depth: depth - 1)
      }
  }
}
