internal import ArgumentParser
internal import Diagnostics

/// Statements to run, with the text that they stand in.
struct SQLScript: Equatable {
  /// The whole text: places of errors count in it.
  var text: String
  /// The file of the text, for messages; `nil` where it was typed.
  var file: String?

  init(_ text: String, file: String? = nil) {
    self.text = text
    self.file = file
  }

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
