extension Vector {
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

  /// Values one by one, for tests and small results.
  package init(_ cells: [Cell], type: ColumnType) {
    self.init(type, cells.lazy.map(Optional.some))
  }

  private init(_ type: ColumnType, _ cells: some Sequence<Cell?>) {
    var builder = ColumnBuilder(type)
    for cell in cells { builder.append(cell ?? .null) }
    self = builder.column
  }
}
