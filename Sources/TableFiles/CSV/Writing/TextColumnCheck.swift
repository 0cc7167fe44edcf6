internal import Tables

/// Finds out, with the rules of the reader, how a written text would be read back.
struct TextColumnCheck {
  private let parser = ValueParser(missing: MissingWords(CSVOptions.defaultMissingWords))

  /// Whether a text would be read as a value of another type or as a missing word.
  func isTyped(_ bytes: Bytes) -> Bool {
    let looks = parser.classify(bytes)
    if looks.kind == .missing { return !Blanks.trimmed(bytes).isEmpty }
    return switch looks.kind {
    case .text, .letterTrue, .letterFalse, .identifier, .bound, .footnote, .unitNumber,
      .zonedMoment:
      false
    default: true
    }
  }

  /// Whether a text column would be read back with another type, or with nulls for its words.
  func needsMarks(_ parts: [Vector]) -> Bool {
    var evidence = TypeEvidence()
    var hasWords = false
    for column in parts {
      guard case .text(let codes, let pool) = column.storage else { return false }
      // A pool may hold texts that no row has, and rows repeat.
      var isSeen = Array(repeating: false, count: pool.count)
      for row in codes.indices where !column.isNull(row) && !isSeen[Int(codes[row])] {
        isSeen[Int(codes[row])] = true
        let text = pool[codes[row]]
        let looks = parser.classify(text)
        evidence.count(looks)
        if looks.kind == .missing, !Blanks.trimmed(text).isEmpty { hasWords = true }
        if evidence.isSettled { return false }
      }
    }
    if evidence.values == 0 { return hasWords }
    return [false, true].contains { isComma in
      evidence.reading(DecimalMark(isComma: isComma, isKnown: true)).type != .text
    }
  }

  /// Whether the names of a table would be read as a header and not as data.
  func isHeader(_ schema: Schema) -> Bool {
    let cells = schema.names.map { name -> HeaderSniffer.Cell in
      var name = name
      return name.withUTF8 { bytes in
        HeaderSniffer.Cell(
          looks: parser.classify(bytes), integer: parser.integer(bytes, CellStyle()))
      }
    }
    // Without knowledge of the rows no name can prove to be one, so the answer holds for any rows.
    return HeaderSniffer.find(
      cells, over: cells.map { _ in nil }, allLong: cells.map { _ in false }) != .absent
  }
}
