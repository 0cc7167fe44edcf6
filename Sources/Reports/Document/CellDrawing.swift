/// What is drawn in the cells of a column. A drawing repeats figures of its row.
public enum CellDrawing: Hashable, Sendable {
  /// The figures of its own cell as a line, the oldest first.
  case line
  /// The figures of other columns as the parts of a bar; below it, thinner, those of before.
  case bar(parts: [String], before: [String])
}
