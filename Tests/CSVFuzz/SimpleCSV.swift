/// The simplest state machine that reads CSV: one byte at a time, nothing inferred, nothing fast.
///
/// It says what the scan must find in texts in UTF-8 whose delimiter is given, whose first record is
/// a row and whose columns are all text: the same fields, or a fault of the same kind on the same
/// line.
struct SimpleCSV {
  /// What the text holds.
  enum Result: Equatable {
    /// Fields as bytes; `nil` is an empty field without quotes.
    case rows([[[UInt8]?]])
    /// The first fault: the code of its diagnostic, and its line.
    case fault(String, line: Int?)
  }

  private enum State {
    case fieldStart, outside, inside, afterQuote, afterBlanks
  }

  private struct Fault {
    var code: String
    var offset: Int
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var rows: [[[UInt8]?]] = []
  private var row: [[UInt8]?] = []
  private var blankLines = 0
  private var starts: [Int] = []
  private var field: [UInt8] = []
  private var fieldStart = 0
  private var isQuoted = false
  private var state = State.fieldStart
  private var afterQuote = 0
  private var faults: [Fault] = []

  private init(_ bytes: [UInt8], _ delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  static func read(_ bytes: [UInt8], delimiter: UInt8) -> Result {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var machine = SimpleCSV(Array(bytes.starts(with: mark) ? bytes[3...] : bytes[...]), delimiter)
    return machine.result()
  }

  private mutating func result() -> Result {
    let invalid = firstInvalid().map { Fault(code: "csv-encoding", offset: $0) }
    for (offset, byte) in bytes.enumerated() {
      let isSecondHalf = byte == UInt8(ascii: "\n") && offset > 0 && bytes[offset - 1] == 0x0D
      if state == .fieldStart, row.isEmpty, isSecondHalf {
        fieldStart = offset + 1
        continue
      }
      step(byte, offset)
      if !faults.isEmpty, row.isEmpty { break }
    }
    if state == .inside {
      faults.append(Fault(code: "csv-unclosed-quote", offset: fieldStart))
      // The field ends with its line.
      field = Array(bytes[(fieldStart + 1)...].prefix { $0 != 0x0A && $0 != 0x0D })
      endField()
      endRow()
    } else if !row.isEmpty || fieldStart < bytes.count {
      endField()
      endRow()
    }
    let all = (invalid.map { [$0] } ?? []) + faults
    if let first = all.min(by: { $0.offset < $1.offset }) {
      return .fault(first.code, line: line(of: first.offset))
    }
    return rows.isEmpty ? .fault("csv-empty", line: nil) : .rows(rows)
  }

  private mutating func step(_ byte: UInt8, _ offset: Int) {
    let isQuote = byte == UInt8(ascii: "\"")
    switch state {
    case .inside:
      if isQuote {
        state = .afterQuote
        afterQuote = offset + 1
      } else {
        field.append(byte)
      }
    case _ where byte == delimiter:
      endField()
      fieldStart = offset + 1
    case _ where byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"):
      endField()
      endRow()
      fieldStart = offset + 1
    case .fieldStart where isQuote:
      (state, isQuoted) = (.inside, true)
    case .fieldStart, .outside:
      state = .outside
      field.append(byte)
    case .afterQuote where isQuote:
      state = .inside
      field.append(byte)
    case .afterQuote, .afterBlanks:
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        state = .afterBlanks
      } else {
        state = .outside
        field.append(byte)
        faults.append(Fault(code: "csv-quote", offset: afterQuote))
      }
    }
  }

  private mutating func endField() {
    row.append(field.isEmpty && !isQuoted ? nil : field)
    starts.append(fieldStart)
    (field, isQuoted, state) = ([], false, .fieldStart)
  }

  private mutating func endRow() {
    defer { (row, starts) = ([], []) }
    let isBlank = row.count == 1 && row[0] == nil
    guard let width = rows.first?.count else {
      if isBlank {
        blankLines += 1
      } else {
        // In a file of one column a blank line is a row.
        if row.count == 1 { rows = Array(repeating: [nil], count: blankLines) }
        rows.append(row.map { $0.map(Self.unmarked) })
      }
      return
    }
    if isBlank, width > 1 { return }
    if row.dropFirst(width).contains(where: { $0?.isEmpty == false }) {
      faults.append(Fault(code: "csv-long-row", offset: starts[width]))
    }
    let lacking: [[UInt8]?] = Array(repeating: nil, count: max(0, width - row.count))
    rows.append(row.prefix(width).map { $0.map(Self.unmarked) } + lacking)
  }

  /// `="007"` is the text 007.
  private static func unmarked(_ field: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard field.count >= 3, field.starts(with: Array("=\"".utf8)), field.last == quote else {
      return field
    }
    var text: [UInt8] = []
    var isOpen = false
    for byte in field[2..<field.count - 1] {
      if byte == quote {
        isOpen.toggle()
        if isOpen { continue }
      } else if isOpen {
        return field
      }
      text.append(byte)
    }
    return isOpen ? field : text
  }

  private func firstInvalid() -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }

  private func line(of offset: Int) -> Int {
    bytes[..<offset].indices.count { i in
      bytes[i] == UInt8(ascii: "\n")
        || bytes[i] == 0x0D && !(i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "\n"))
    } + 1
  }
}
