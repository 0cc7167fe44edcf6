internal import ArgumentParser
internal import WorkspaceQuery

extension SQLScript {
  /// The SQL that a command line names: the argument, a file, or standard input.
  init(argument: String?, file: String?) throws {
    if let argument {
      self.init(argument)
    } else if let file, file != "-" {
      self.init(try SystemFile.text(of: file), file: file)
    } else {
      self.init(try SystemFile.text(of: "/dev/stdin", named: "standard input"))
    }
    guard text.contains(where: { !$0.isWhitespace && $0 != ";" }) else {
      throw ValidationError(
        "There is no SQL in \(argument != nil ? "the argument" : self.file ?? "standard input")")
    }
  }
}
