internal import Tables

/// The first row of a text, which may name the columns.
struct HeaderRow {
  let record: RecordBatch
  /// The text as far as that row, and rows that describe the columns.
  private let bytes: [UInt8]
  /// Whether it names them for certain: titles stand above it, or descriptions below it.
  private let isSure: Bool
  private let options: CSVOptions

  init(_ record: RecordBatch, in bytes: Bytes, isSure: Bool, _ options: CSVOptions) {
    self.record = record
    self.bytes = Array(bytes)
    self.isSure = isSure
    self.options = options
  }

  /// The columns, once the rows below have been counted.
  ///
  /// - Parameters:
  ///   - types: What was counted.
  ///   - delimiter: The byte between fields.
  ///   - start: Where ``bytes`` start in the text.
  ///   - problems: Gets what is wrong with the names.
  /// - Returns: The columns, and what is wrong at places of the row.
  func columns(
    _ types: TypeInference, delimiter: UInt8, from start: Int, problems: inout ProblemList
  ) -> FoundColumns {
    bytes.withMargins { bytes in
      var types = types
      let isKnown = options.hasHeader != nil || isSure || isDeclared(in: bytes)
      let looks = isKnown ? nil : types.header(record, in: bytes)
      let hasHeader = options.hasHeader ?? (looks != .absent)
      if looks == .unsure { problems.add(.unsureHeader) }
      var placed = PlacedProblems()
      let names: [String]
      if hasHeader {
        names = HeaderNames.names(of: record, in: bytes, from: start, problems: &placed)
        placed.addZeroBytes(in: bytes, from: start)
      } else {
        if options.hasHeader == nil { problems.add(.noHeader) }
        record.withMatrix(width: record.fields.count, in: bytes) { matrix, _ in
          types.count(matrix)
        }
        names = HeaderNames.numbered(record.fields.count)
        placed.addZeroBytes(in: Bytes(rebasing: bytes[..<record.offsets[0]]), from: start)
      }
      for name in options.types.keys.sorted() where !names.contains(name) {
        problems.add(.unknownDeclaredColumn(name: name, names: names))
      }
      var declared = options.types
      for name in names {
        guard let type = declared[name], !ColumnType.ofFiles.contains(type) else { continue }
        problems.add(.queryTypeDeclared(column: name, type))
        declared[name] = .text
      }
      let mark = types.decimalMark(delimiter: delimiter, names: names, options: options)
      return FoundColumns(
        names: names, hasHeader: hasHeader, types: types, mark: mark,
        plans: types.plans(names: names, declared: declared, mark: mark), placed: placed)
    }
  }

  /// Whether the caller gave a type for a name that stands in the row.
  private func isDeclared(in bytes: Bytes) -> Bool {
    guard !options.types.isEmpty else { return false }
    return record.fields.contains { span in
      let name = String(decoding: Blanks.trimmed(span.raw(in: bytes)), as: UTF8.self)
      return options.types[name] != nil
    }
  }
}

/// The columns of a text.
struct FoundColumns {
  var names: [String]
  var hasHeader: Bool
  var types: TypeInference
  var mark: DecimalMark
  var plans: [ColumnPlan]
  /// What is wrong at places of the header.
  var placed: PlacedProblems

  var evidence: [TypeEvidence] { types.evidence }
  /// The rows that were counted.
  var rows: Int { types.rows }
}
