internal import Diagnostics
internal import TableFiles

extension Terminal {
  /// Writes files into a folder all at once, beside whatever else stands in it; one by one where no folder can be
  /// made beside it, or the two cannot change places.
  ///
  /// - Parameters:
  ///   - files: What they hold by their paths in the folder, in the order in which they are written.
  ///   - path: The folder.
  /// - Throws: A diagnostic `output` with the system's reason; what was there before is there still.
  static func save(
    _ files: [(path: String, content: [UInt8])], toFolder path: String
  ) throws(Diagnostic) {
    // Their messages are those of single files.
    guard isFolder(path) || !isFile(path),
      !files.contains(where: { isFolder("\(path)/\($0.path)") })
    else { return try saveEach(files, path) }
    var folder = try WholeFolder(path)
    for file in files where !folder.isBehindLink(file.path) {
      folder.set(file.path, to: file.content)
    }
    switch try folder.replace() {
    case .impossible: try saveEach(files, path)
    case .done, .left:
      // Files behind links stand elsewhere, and the links stay.
      try saveEach(files.filter { folder.isBehindLink($0.path) }, path)
    }
  }

  private static func saveEach(
    _ files: [(path: String, content: [UInt8])], _ folder: String
  ) throws(Diagnostic) {
    for file in files { try save(file.content, to: "\(folder)/\(file.path)", makesFolders: true) }
  }
}
