internal import Diagnostics

/// A block of code that is run.
struct NotebookCell: Sendable {
  /// What runs it.
  enum Kind: String, Sendable {
    /// A query.
    case sql
    /// A command of the program, without its name.
    case command = "nyckeltal"
  }

  var kind: Kind
  var options: CellOptions
  /// The code.
  var text: String
  /// The line of the opening fence, from 1; the code begins on the next.
  var line: Int
  /// Where the cell ends: behind the closing fence.
  var end: Int
  /// Where an output is put if there is none; `nil` where it is not known where one ends, or the cell: nothing
  /// is written then.
  var outputPlace: Int?
  /// Whether the text goes on right behind the fence without a line end.
  var needsLineEnd: Bool
  /// The output that stands below it.
  var output: OutputRegion?
  /// Why it cannot be run, or its output not be written.
  var problem: Diagnostic?

  /// The name of its charts and of the marker: its own, or one made of its text.
  var label = ""

  /// The hash of the code and its options.
  var hash: ContentHash { ContentHash(of: [kind.rawValue, info, text]) }
  /// The info string as it stands.
  var info: String
}
