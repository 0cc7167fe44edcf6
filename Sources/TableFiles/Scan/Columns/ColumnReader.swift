internal import Tables

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads the values of one column, part by part. Belongs to one worker.
protocol ColumnReader: AnyObject {
  /// Starts a part.
  func begin()
  /// Reads the column of some records as the rows from `row` on.
  ///
  /// - Throws: ``ScanFault``.
  func read(_ matrix: FieldMatrix, at row: Int) throws
  /// Hands over the first rows as a vector. Reading goes on at row 0.
  func take(_ count: Int) -> Vector
  /// Ends a part of so many rows.
  func end(rows: Int)
  /// The values of the part that do not fit the type which the caller gave. They are nulls.
  var misfits: Misfits { get }
}

/// Values that do not fit a type, in the order of their rows: the first of them, and how many there
/// are.
struct Misfits {
  private(set) var fields: [(start: Int, length: Int)] = []
  private(set) var count = 0

  mutating func add(_ start: Int, _ length: Int) {
    count += 1
    if fields.count < ProblemList.limit { fields.append((start, length)) }
  }
}

/// What all columns of a text have in common.
struct ColumnContext: Sendable {
  let parser: ValueParser
  /// Words that are missing in every text column.
  let missingInText: MissingWords
  /// Whether a value in its plainest writing is what it seems: not where a word for a missing value can
  /// be read as a value.
  let trustsPlainWriting: Bool
  let faults: FaultPolicy

  /// - Parameters:
  ///   - options: What is known about the file.
  ///   - faults: What becomes of values that do not fit.
  ///   - isFast: Whether values in their plainest writing may spare the parser.
  init(_ options: CSVOptions, faults: FaultPolicy, isFast: Bool = true) {
    self.faults = faults
    parser = ValueParser(missing: MissingWords(options.missingWords))
    missingInText = MissingWords(options.missingWordsInText)
    trustsPlainWriting = isFast && !Self.lookTyped(options.missingWords)
  }

  /// Whether any word can be read as a number, day or truth value.
  static func lookTyped(_ words: Set<String>) -> Bool {
    let plain = ValueParser(missing: MissingWords([]))
    return words.contains { word in
      let kind = Array(word.utf8).withUnsafeBufferPointer { plain.classify($0).kind }
      return kind != .text && kind != .missing
    }
  }

  /// A reader for a column.
  func reader(_ position: Int, _ plan: ColumnPlan, _ room: ColumnCapacity) -> any ColumnReader {
    plan.type == .text
      ? TextColumnReader(position, plan, self, room)
      : TypedColumnReader(position, plan, self, room)
  }
}

/// The content of a field as it stands in the text.
struct FieldContent {
  /// What stands between the quotes, or all of it.
  let bytes: Bytes
  var isQuoted = false
  /// Whether quotes have to be resolved.
  var hasInnerQuotes = false
  /// All that follows an opening quote.
  private let rest: Bytes

  /// A field that is not empty.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, _ length: Int) {
    if start[0] != .quote {
      bytes = Bytes(start: start, count: length)
      rest = bytes
      return
    }
    rest = Bytes(start: start + 1, count: length - 1)
    var end = length
    while end > 2, start[end - 1] == .space || start[end - 1] == .tab { end -= 1 }
    // A quote that nothing closes, and text after one that does: both are told elsewhere.
    let isClosed = end > 1 && start[end - 1] == .quote
    bytes = isClosed ? Bytes(start: start + 1, count: end - 2) : rest
    isQuoted = true
    hasInnerQuotes =
      bytes.count > 0 && memchr(start + 1, Int32(UInt8.quote), bytes.count) != nil
  }

  /// The content with single quotes.
  func resolved() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(rest.count)
    var i = 0
    while i < rest.count {
      let byte = rest[i]
      i += 1
      guard byte == .quote else {
        result.append(byte)
        continue
      }
      guard i < rest.count, rest[i] == .quote else {
        // The closing quote. Text that follows it belongs to the field, blanks alone do not.
        if rest[i...].contains(where: { $0 != .space && $0 != .tab }) { result += rest[i...] }
        break
      }
      result.append(byte)
      i += 1
    }
    return result
  }
}
