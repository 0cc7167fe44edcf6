internal import Diagnostics
public import Labels
internal import Spreadsheets

/// Why a report could not be written in a format: mostly a program or library that is not there.
public struct RenderingProblem: Error, Hashable, Sendable {
  /// The stable name of the format that could not be written, such as `pdf`.
  public var code: String
  /// What is wrong, as a sentence without a full stop.
  public var label: Label
  /// Ways out, with text that can be pasted.
  public var fixes: [Label]

  /// A problem.
  public init(code: String, _ label: Label, fixes: [Label] = []) {
    self.code = code
    self.label = label
    self.fixes = fixes
  }

  init(_ problem: SpreadsheetProblem) {
    self.init(code: "xlsx", problem.label, fixes: problem.fixes)
  }
}
