import TableFixtures
import Tables

/// A table of goals or outcomes, as its file would be read.
func indicatorTable(_ text: String, file: String, hasLines: Bool = true) -> Table {
  literalTable(text, file: file, hasLines: hasLines)
}
