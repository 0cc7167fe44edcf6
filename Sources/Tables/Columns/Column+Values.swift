extension Column {
  /// Texts, each `nil` where there is none.
  package init(_ texts: [String?]) {
    self.init(.text, texts.lazy.map { $0.map(Cell.text) })
  }

  /// Whole numbers, each `nil` where there is none.
  package init(_ numbers: [Int?]) {
    self.init(.integer, numbers.lazy.map { $0.map { .integer(Int64($0)) } })
  }

  /// Numbers, each `nil` where there is none; not-a-number is none.
  package init(_ numbers: [Double?]) {
    self.init(.real, numbers.lazy.map { $0.map(Cell.real) })
  }

  /// Truth values, each `nil` where there is none.
  package init(_ truths: [Bool?]) {
    self.init(.boolean, truths.lazy.map { $0.map(Cell.boolean) })
  }

  private init(_ type: ColumnType, _ cells: some Sequence<Cell?>) {
    var builder = ColumnBuilder(type)
    for cell in cells { builder.append(cell ?? .null) }
    self = builder.column
  }

  /// Some of the rows.
  func part(_ rows: Range<Int>) -> Column {
    if rows == 0..<count { return self }
    var mask = NullMask()
    for row in rows { mask.append(isNull: nulls[row]) }
    let values: Storage =
      switch storage {
      case .text(let codes, let dictionary):
        .text(codes: Array(codes[rows]), dictionary: dictionary)
      case .integer(let values): .integer(Array(values[rows]))
      case .real(let values): .real(Array(values[rows]))
      case .boolean(let values): .boolean(Array(values[rows]))
      case .date(let values): .date(Array(values[rows]))
      case .timestamp(let values): .timestamp(Array(values[rows]))
      case .interval(let values): .interval(Array(values[rows]))
      }
    return Column(storage: values, nulls: mask)
  }
}
