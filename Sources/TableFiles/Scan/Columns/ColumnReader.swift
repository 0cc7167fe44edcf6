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
}

/// What all columns of a text have in common.
struct ColumnContext: Sendable {
  let parser: ValueParser
  /// Words that are missing in every text column.
  let missingInText: MissingWords
  /// Whether a word for a missing value can be read as a value: then words come first.
  let wordsLookTyped: Bool

  init(_ options: CSVOptions) {
    parser = ValueParser(missing: MissingWords(options.missingWords))
    missingInText = MissingWords(options.missingWordsInText)
    wordsLookTyped = Self.lookTyped(options.missingWords)
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
  func reader(_ position: Int, _ plan: ColumnPlan, _ room: ReaderRoom) -> any ColumnReader {
    plan.type == .text
      ? TextColumnReader(position, plan, self, room)
      : TypedColumnReader(position, plan, self, room)
  }
}

/// The content of a field as it stands in the text.
struct FieldContent {
  let bytes: Bytes
  var isQuoted = false
  /// Whether it holds doubled quotes.
  var hasInnerQuotes = false

  /// A field that is not empty.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, _ length: Int) {
    if start[0] != .quote {
      bytes = Bytes(start: start, count: length)
      return
    }
    var end = length
    while end > 2, start[end - 1] == .space || start[end - 1] == .tab { end -= 1 }
    bytes = Bytes(start: start + 1, count: max(0, end - 2))
    isQuoted = true
    hasInnerQuotes = memchr(start + 1, Int32(UInt8.quote), bytes.count) != nil
  }

  /// The content with single quotes.
  func resolved() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      result.append(bytes[i])
      i += bytes[i] == .quote ? 2 : 1
    }
    return result
  }
}
