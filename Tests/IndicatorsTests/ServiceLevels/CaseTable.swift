import TableFixtures
import Tables

/// A table of cases, as its file would be read.
func caseTable(_ text: String, file: String = "cases.csv") -> Table {
  literalTable(text, file: file, name: "cases")
}

/// A day by its ISO text.
func caseDay(_ text: String) -> CalendarDate { day(text) }
