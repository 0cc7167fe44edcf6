import Diagnostics
import TableFiles
import Tables

/// One input and one way to read it; the same for the same seed.
///
/// Read byte by byte it is the reference: its fields by the tokenizer, its values by the parser. A table
/// of the whole file, read in parts, must have the same cells, lines and messages. The scan of a query
/// must give the same cells, types and errors, with whatever the caller would say about the file. As
/// nothing but texts, it must give the fields of the simple state machine.
struct Trial {
  let bytes: [UInt8]
  private let options: CSVOptions
  private let delimiter: UInt8
  private let partSize: Int
  private let threads: Int
  private let sample: FileSourceOptions.Sample
  private let isSampled: Bool

  init(seed: Int) {
    var fuzz = FuzzText(seed: UInt64(truncatingIfNeeded: seed))
    bytes = fuzz.mutatedText()
    var options = fuzz.options()
    delimiter = Array(",;\t|".utf8)[fuzz.number(4)]
    let size = fuzz.chance(10) ? 1 << 20 : 1 + fuzz.number(fuzz.chance(30) ? 8 : 200)
    // A part of a few bytes for each of thousands would only take time.
    partSize = max(size, bytes.count / 100)
    threads = fuzz.chance(70) ? 1 : 2 + fuzz.number(3)
    var sample = FileSourceOptions.Sample()
    isSampled = fuzz.chance(40)
    if isSampled {
      // A sample may tell another header than all rows do.
      if options.hasHeader == nil { options.hasHeader = fuzz.chance(70) }
      sample.wholeLimit = fuzz.number(100)
      sample.firstStretch = 1 + fuzz.number(100)
      sample.stretch = 1 + fuzz.number(100)
      sample.stretches = 1 + fuzz.number(4)
      if fuzz.chance(30) {
        // A head tells less than the whole text about what the caller does not say.
        sample.head = 16 + fuzz.number(500)
        options.delimiter = delimiter
        options.encoding = .utf8
        options.hasHeader = options.hasHeader ?? true
      }
    }
    (self.options, self.sample) = (options, sample)
  }

  /// What the scan gets wrong, in words; `nil` if nothing.
  func disagreement(in path: String) throws -> String? {
    if let difference = try differentTable(path) { return description(difference, options) }
    let expected = try ScanComparison.reference(path, options)
    let found = try scan(path, options)
    if comparable(found) != comparable(expected) {
      return description("byte by byte: \(expected)\n\nthe scan: \(found)", options)
    }
    if let difference = try differentNotes(path) { return description(difference, options) }
    let simple = SimpleCSV.read(bytes, delimiter: delimiter)
    let plain = CSVOptions.texts(delimiter: delimiter, width: simple.width)
    let texts = try scan(path, plain)
    if !simple.agrees(with: texts) {
      return description("the state machine: \(simple)\n\nthe scan: \(texts)", plain)
    }
    return nil
  }

  /// What the scan must find as well. Whether a column of declared type holds percentages, a sample
  /// does not tell. 0xFF, which no text in UTF-8 holds, parts the fields of a text of one column: in a
  /// text that is faulty because it does hold it, the scan shows less of the value at a fault.
  private func comparable(_ outcome: Outcome) -> Outcome {
    switch outcome {
    case .rows(var fields, let rows):
      for column in fields.indices where isSampled && options.types[fields[column].name] != nil {
        fields[column].isPercent = false
      }
      return .rows(fields, rows)
    case .refused(var diagnostic):
      if bytes.contains(0xFF) { diagnostic.value = nil }
      return .refused(diagnostic)
    }
  }

  /// What the table of the whole file has otherwise than the reference.
  private func differentTable(_ path: String) throws -> String? {
    let expected = try ScanComparison.mended(path, options)
    var sourceOptions = FileSourceOptions(csv: options)
    sourceOptions.partSize = partSize
    let found = try CompleteReading(options: sourceOptions).read(bytes: bytes, named: path)
    let isSame =
      found.table.schema == expected.table.schema && found.table.lines == expected.table.lines
      && found.dialect == expected.dialect && found.diagnostics == expected.diagnostics
      && ScanComparison.cells(of: found.table) == ScanComparison.cells(of: expected.table)
    if isSame { return nil }
    return "byte by byte: \(Self.description(expected))\n\nin parts: \(Self.description(found))"
  }

  private static func description(_ file: CSVFile) -> String {
    let table = file.table
    return """
      \(table.schema.fields), \(table.lines), \(file.dialect)
      \(ScanComparison.cells(of: table).prefix(50))
      \(file.diagnostics.map { $0.formatted(showingValue: true) }.joined(separator: "\n"))
      """
  }

  /// Warnings and notes that only one of the readers gives, where both look at all of the file.
  private func differentNotes(_ path: String) throws -> String? {
    if isSampled { return nil }
    let expected = try ScanComparison.referenceNotes(path, options)
    let found = try ScanComparison.notes(path, options, partSize: partSize)
    return expected == found
      ? nil : "byte by byte notes: \(expected)\n\nthe scan: \(found)"
  }

  private func scan(_ path: String, _ options: CSVOptions) throws -> Outcome {
    try ScanComparison.scan(path, options, partSize: partSize, threads: threads, sample: sample)
  }

  private func description(_ difference: String, _ options: CSVOptions) -> String {
    """
    \(difference)

    text: \(String(decoding: bytes, as: UTF8.self).debugDescription)
    options: \(options)
    parts of \(partSize), \(threads) threads, \(sample)
    """
  }
}
