import TableFiles
import Testing

@testable import CSVFuzz

/// Expects that the scan reads a text as the reading byte by byte does, and says the same of it.
func expectSameScan(_ text: String, _ options: CSVOptions = CSVOptions()) throws {
  let folder = try Folder()
  let path = try folder.write(Array(text.utf8))
  let expected = try ScanComparison.reference(path, options)
  #expect(try ScanComparison.scan(path, options) == expected, "\(text.debugDescription)")
  let notes = try ScanComparison.referenceNotes(path, options)
  for size in [1 << 20, 5] {
    #expect(
      try ScanComparison.notes(path, options, partSize: size) == notes,
      "\(text.debugDescription), parts of \(size)")
  }
}
