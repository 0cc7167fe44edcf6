internal import Reports
internal import Tables

/// How the figures of a column are written.
enum ColumnFormat: Hashable, Sendable {
  /// A share from 0 to 1, in per cent.
  case percent(decimals: Int)
  /// A difference of shares, in percentage points.
  case points(decimals: Int)
  /// A number with so many decimals.
  case decimals(Int)
  /// As it is, without groups of digits: a year, a number of a case.
  case plain

  /// `percent`, `percent1`, `points`, `plain`, `2`.
  init?(_ text: String) {
    func decimals(_ word: String) -> Int? {
      guard text.hasPrefix(word) else { return nil }
      let rest = text.dropFirst(word.count)
      if rest.isEmpty, !word.isEmpty { return 0 }
      guard let number = Int(rest), (0...9).contains(number) else { return nil }
      return number
    }
    if text == "plain" {
      self = .plain
    } else if let number = decimals("percent") {
      self = .percent(decimals: number)
    } else if let number = decimals("points") {
      self = .points(decimals: number)
    } else if let number = decimals("") {
      self = .decimals(number)
    } else {
      return nil
    }
  }

  /// What a column is written as where nothing is said: years as they are.
  static func usual(_ column: String) -> ColumnFormat? {
    let name = column.lowercased()
    return ["year", "år"].contains(name) || name.hasSuffix("_year") ? .plain : nil
  }
}

extension ReportCell {
  /// A value of a query as a cell of a report.
  init(_ cell: Cell, _ format: ColumnFormat?) {
    switch cell {
    case .null: self = .none
    case .text(let text): self = .code(text)
    case .integer(let value): self = .fact(of: Double(value), whole: Int(value), format)
    case .real(let value): self = .fact(of: value, whole: nil, format)
    case .numeric(let value):
      let whole = value.scale == 0 ? value.integer.flatMap { Int(exactly: $0) } : nil
      self = .fact(of: value.double, whole: whole, format)
    case .boolean(let value): self = .fact(Fact(.flag(value)))
    case .date(let value): self = .fact(Fact(.day(value)))
    case .timestamp, .interval: self = .code(cell.written ?? "")
    }
  }

  private static func fact(of value: Double, whole: Int?, _ format: ColumnFormat?) -> ReportCell {
    switch format {
    case nil:
      .fact(
        whole.map { Fact(.count($0)) } ?? Fact(.number(value), precision: .upTo(2)))
    case .percent(let decimals):
      .fact(Fact(.share(value), precision: .decimals(decimals)))
    case .points(let decimals):
      .fact(Fact(.points(value), precision: .decimals(decimals)))
    case .decimals(let decimals):
      .fact(Fact(.number(value), precision: .decimals(decimals)))
    case .plain:
      .code(whole.map(String.init) ?? String(value))
    }
  }
}
