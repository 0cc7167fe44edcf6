internal import Tables

extension ScalarCatalogue {
  /// `= <> < <= > >=` and IS DISTINCT FROM for every type.
  static let comparisons: [ScalarFunction] =
    ColumnType.allCases.flatMap { type in
      [
        comparison("=", Equal.self, type), comparison("<>", NotEqual.self, type),
        comparison("<", Less.self, type), comparison("<=", LessOrEqual.self, type),
        comparison(">", Greater.self, type), comparison(">=", GreaterOrEqual.self, type),
        distinctness(type),
      ]
    }

  /// `num_nulls` and `num_nonnulls`. What they take is tests of their arguments, which are of any
  /// types: both count how many hold.
  static let nullCounts: [ScalarFunction] = ["num_nulls", "num_nonnulls"].map { name in
    .cells(name, [.boolean], .integer, isVariadic: true) { cells in
      .integer(Int64(cells.count { $0 == .boolean(true) }))
    }
  }

  @inline(__always)
  private static func comparison<Rule: Comparison>(
    _ name: String, _: Rule.Type, _ type: ColumnType
  ) -> ScalarFunction {
    ScalarFunction(ScalarSignature(name, [type, type], .boolean)) { _ in kernel(Rule.self, type) }
  }

  private static func distinctness(_ type: ColumnType) -> ScalarFunction {
    ScalarFunction(
      ScalarSignature("IS DISTINCT FROM", [type, type], .boolean, isStrict: false)
    ) { _ in DistinctnessKernel(kernel(NotEqual.self, type)) }
  }

  /// A comparison for a type.
  @inline(__always)
  static func kernel<Rule: Comparison>(_: Rule.Type, _ type: ColumnType) -> any Kernel {
    switch type {
    case .boolean: loops(ComparisonLoop<Rule, Booleans>.self)
    case .integer: loops(ComparisonLoop<Rule, Integers>.self)
    case .real: loops(ComparisonLoop<Rule, Reals>.self)
    case .numeric: loops(ComparisonLoop<Rule, Decimals>.self)
    case .date: loops(ComparisonLoop<Rule, Dates>.self)
    case .timestamp: loops(ComparisonLoop<Rule, Timestamps>.self)
    case .interval: loops(ComparisonLoop<Rule, Intervals>.self)
    case .text: TextComparisonKernel<Rule>()
    }
  }

  @inline(__always)
  private static func loops<Rule: Comparison, Values: VectorValues>(
    _: ComparisonLoop<Rule, Values>.Type
  ) -> any Kernel {
    ComparisonKernel(
      values: ComparisonLoop<Rule, Values>.values, states: ComparisonLoop<Rule, Values>.states)
  }

  /// `greatest` and `least`, which pass over NULL.
  static let extremes: [ScalarFunction] = ColumnType.allCases.flatMap { type in
    [
      ScalarFunction.cells("greatest", [type], type, isVariadic: true, isStrict: false) { cells in
        extreme(cells) { $0 > 0 }
      },
      ScalarFunction.cells("least", [type], type, isVariadic: true, isStrict: false) { cells in
        extreme(cells) { $0 < 0 }
      },
    ]
  }

  private static func extreme(_ cells: [Cell], isBetter: (Int) -> Bool) -> Cell {
    cells.reduce(Cell.null) { best, cell in
      guard !cell.isNull else { return best }
      return best.isNull || isBetter(order(cell, best)) ? cell : best
    }
  }
}

/// The order of two cells of one type that are not null: negative, zero or positive.
func order(_ a: Cell, _ b: Cell) -> Int {
  func by<Value: Comparable>(_ a: Value, _ b: Value) -> Int { a < b ? -1 : a == b ? 0 : 1 }
  return switch (a, b) {
  case (.text(let a), .text(let b)): byteOrder(a, b)
  case (.integer(let a), .integer(let b)): by(a, b)
  case (.date(let a), .date(let b)): by(a, b)
  case (.timestamp(let a), .timestamp(let b)): by(a, b)
  case (.interval(let a), .interval(let b)): by(a, b)
  case (.boolean(let a), .boolean(let b)): by(a ? 1 : 0, b ? 1 : 0)
  case (.numeric(let a), .numeric(let b)): DecimalNumber.order(a, b)
  default: by(Reals.value(a) ?? 0, Reals.value(b) ?? 0)
  }
}
