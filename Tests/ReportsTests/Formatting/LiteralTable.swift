import TableFiles
import Tables

/// A table from the text of a file.
func table(_ text: String, _ file: String) -> Table {
  CSVReader.read(bytes: Array(text.utf8), named: file, options: CSVOptions(hasHeader: true)).table
}
