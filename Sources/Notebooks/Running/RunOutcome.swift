package import Diagnostics

/// What a run of a notebook came to. Nothing is written yet.
package struct RunOutcome: Sendable {
  /// What became of a cell, or of an output that belongs to none.
  package struct CellReport: Hashable, Sendable {
    /// Its name, or one made of its text.
    package var label: String
    /// The line on which it begins, from 1.
    package var line: Int
    /// Why its output was not fresh; none where it was.
    package var reasons: [StaleReason]
    /// Whether the output was left as it is because somebody edited it.
    package var isKept = false
    /// What went wrong in it.
    package var problem: Diagnostic?
  }

  /// How far a part of the notebook stands from where it stood.
  struct Move: Hashable, Sendable {
    /// The first byte of the part, in the notebook as it was; it ends where the next begins.
    var start: Int
    /// How many bytes further on it stands now.
    var distance: Int
  }

  /// The cells in order, then what else was not fresh.
  package var cells: [CellReport]
  /// What is wrong with the notebook itself, and figures that could not be found.
  package var problems: [Diagnostic]
  /// The notebook as it was.
  package var before: [UInt8]
  /// The notebook with fresh outputs.
  package var after: [UInt8]
  /// Where the parts of it have gone, in order.
  var moves: [Move]
  /// The charts that are new or others, by their paths from the notebook's folder.
  var assets: [OutputBody.Asset]
  /// Charts that no output shows any more.
  var removedAssets: [String]

  /// Whether every output was fresh.
  package var isFresh: Bool {
    before == after && assets.isEmpty && cells.allSatisfy(\.reasons.isEmpty)
  }

  /// Whether some cell failed, or something is wrong with the notebook.
  package var hasFailed: Bool { !problems.isEmpty || cells.contains { $0.problem != nil } }

  /// The same with the lines of the notebook as it is once it is written: outputs above a cell move it.
  package var asWritten: RunOutcome {
    guard !moves.isEmpty else { return self }
    let (old, new) = (NotebookText(before), NotebookText(after))
    func newLine(of line: Int) -> Int {
      guard old.lines.indices.contains(line - 1) else { return line }
      let start = old.lines[line - 1].lowerBound
      return new.lineNumber(at: start + (moves.last { $0.start <= start }?.distance ?? 0))
    }
    func placed(_ problem: Diagnostic) -> Diagnostic {
      var problem = problem
      problem.location.line = problem.location.line.map(newLine)
      return problem
    }
    var outcome = self
    outcome.problems = problems.map(placed)
    for index in cells.indices {
      outcome.cells[index].line = newLine(of: cells[index].line)
      outcome.cells[index].problem = cells[index].problem.map(placed)
    }
    return outcome
  }
}
