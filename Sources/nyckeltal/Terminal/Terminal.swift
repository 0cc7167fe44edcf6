internal import Diagnostics
internal import Foundation

/// Where text goes.
enum Terminal {
  /// Prints to standard output.
  static func print(_ text: String) throws(Diagnostic) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { bytes in
        write(FileHandle.standardOutput.fileDescriptor, bytes.baseAddress, bytes.count)
      }
      guard count > 0 else {
        throw Diagnostic(
          .error, "output", at: SourceLocation(file: "standard output"),
          "the text cannot be written", because: String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Whether standard output is a terminal.
  static var isWatched: Bool { isatty(FileHandle.standardOutput.fileDescriptor) != 0 }

  /// Prints a line to standard error.
  static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Prints a diagnostic to standard error. Values are shown only where a person reads along:
  /// they may be personal data and must not end up in a log.
  static func complain(_ diagnostic: Diagnostic) {
    complain(
      diagnostic.formatted(showingValue: isatty(FileHandle.standardError.fileDescriptor) != 0))
  }

  /// Writes a file whole or not at all, with its folders. A device or a pipe is written to as it is:
  /// replacing it would take it away.
  static func save(_ text: String, to path: String) throws(Diagnostic) {
    let folder = (path as NSString).deletingLastPathComponent
    let type =
      (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw Diagnostic(
        .error, "output", at: SourceLocation(file: path), "this is a folder, not a file",
        fixes: ["name a file in it with --output"])
    }
    let isSpecial = type != nil && type != .typeRegular && type != .typeSymbolicLink
    do {
      if !folder.isEmpty {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      }
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: isSpecial ? [] : .atomic)
    } catch {
      throw Diagnostic(
        .error, "output", at: SourceLocation(file: path), "the file cannot be written",
        because: (error as NSError).localizedDescription,
        fixes: ["name another place with --output"])
    }
  }
}
