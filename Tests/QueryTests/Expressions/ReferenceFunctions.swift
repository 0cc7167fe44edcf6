import Query
import Tables

/// A few functions and all operators of numbers, texts and days, written as plainly as possible.
enum ReferenceFunctions {
  static func compare(_ name: String, _ a: Cell, _ b: Cell) -> Bool {
    let order = ordered(a, b)
    return switch name {
    case "=": order == 0
    case "<>": order != 0
    case "<": order < 0
    case "<=": order <= 0
    case ">": order > 0
    default: order >= 0
    }
  }

  static func call(_ signature: ScalarSignature, _ cells: [Cell]) throws -> Cell {
    switch signature.name {
    case "=", "<>", "<", "<=", ">", ">=":
      return .boolean(compare(signature.name, cells[0], cells[1]))
    case "IS DISTINCT FROM":
      if isNull(cells[0]) || isNull(cells[1]) {
        return .boolean(isNull(cells[0]) != isNull(cells[1]))
      }
      return .boolean(ordered(cells[0], cells[1]) != 0)
    case "greatest", "least":
      let sign = signature.name == "least" ? -1 : 1
      return cells.filter { !isNull($0) }.reduce(Cell.null) { best, cell in
        isNull(best) || ordered(cell, best) * sign > 0 ? cell : best
      }
    default: break
    }
    switch (signature.name, cells.first ?? .null, cells.count > 1 ? cells[1] : .null) {
    case ("-", .integer(let a), .null): return try checked(Int64(0).subtractingReportingOverflow(a))
    case ("abs", .integer(let a), _):
      return a < 0 ? try checked(Int64(0).subtractingReportingOverflow(a)) : .integer(a)
    case ("+", .integer(let a), .integer(let b)): return try checked(a.addingReportingOverflow(b))
    case ("-", .integer(let a), .integer(let b)):
      return try checked(a.subtractingReportingOverflow(b))
    case ("*", .integer(let a), .integer(let b)):
      return try checked(a.multipliedReportingOverflow(by: b))
    case ("/", .integer(let a), .integer(let b)):
      if b == 0 { throw QueryError("division by zero") }
      return try checked(a.dividedReportingOverflow(by: b))
    case ("%", .integer(let a), .integer(let b)):
      if b == 0 { throw QueryError("division by zero") }
      return .integer(b == -1 ? 0 : a % b)
    case ("-", .real(let a), .null): return .real(-a)
    case ("abs", .real(let a), _): return .real(a.magnitude)
    case ("+", .real(let a), .real(let b)): return try finite(a + b)
    case ("-", .real(let a), .real(let b)): return try finite(a - b)
    case ("*", .real(let a), .real(let b)): return try finite(a * b)
    case ("/", .real(let a), .real(let b)):
      if b == 0 { throw QueryError("division by zero") }
      return try finite(a / b)
    case ("sqrt", .real(let a), _):
      if a < 0 { throw QueryError("cannot take square root of a negative number") }
      return .real(a.squareRoot())
    case ("+", .date(let a), .integer(let b)):
      guard let days = Int32(exactly: b), (-3_000_000...3_000_000).contains(days) else {
        throw QueryError("date out of range")
      }
      let date = CalendarDate(daysSince1970: a.daysSince1970 + days)
      guard (1...9999).contains(date.year) else { throw QueryError("date out of range") }
      return .date(date)
    case ("-", .date(let a), .date(let b)):
      return .integer(Int64(a.daysSince1970) - Int64(b.daysSince1970))
    case ("working_days", .date(let a), .date(let b)):
      return .integer(Int64(workingDays(a, b)))
    case ("date_part", .text(let field), .date(let date)):
      let parts = date.parts
      return .real(
        Double(field == "year" ? parts.year : field == "month" ? parts.month : parts.day))
    case ("||", .text(let a), .text(let b)): return .text(a + b)
    case ("lower", .text(let a), _): return .text(a.lowercased())
    case ("length", .text(let a), _): return .integer(Int64(a.unicodeScalars.count))
    case ("left", .text(let a), .integer(let b)):
      let scalars = Array(a.unicodeScalars)
      let count = b >= 0 ? min(b, Int64(scalars.count)) : max(0, Int64(scalars.count) + b)
      return .text(string(scalars.prefix(Int(count))))
    case ("LIKE", .text(let a), .text(let b)):
      return .boolean(like(Array(a.unicodeScalars)[...], Array(b.unicodeScalars)[...]))
    case ("ILIKE", .text(let a), .text(let b)):
      return .boolean(
        like(
          Array(a.lowercased().unicodeScalars)[...], Array(b.lowercased().unicodeScalars)[...]))
    default: throw QueryError("the reference does not know \(signature.name)")
    }
  }

  private static func checked(_ result: (partialValue: Int64, overflow: Bool)) throws -> Cell {
    if result.overflow { throw QueryError("bigint out of range") }
    return .integer(result.partialValue)
  }

  private static func finite(_ value: Double) throws -> Cell {
    guard value.isFinite else { throw QueryError("value out of range: overflow") }
    return .real(value)
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func like(
    _ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    switch first {
    case "%": return like(text, rest) || (!text.isEmpty && like(text.dropFirst(), pattern))
    case "_": return !text.isEmpty && like(text.dropFirst(), rest)
    case "\\":
      return text.first == rest.first && like(text.dropFirst(), rest.dropFirst())
    default: return text.first == first && like(text.dropFirst(), rest)
    }
  }

  /// Counts Mondays to Fridays one by one.
  static func workingDays(_ first: CalendarDate, _ last: CalendarDate) -> Int {
    if last < first { return -workingDays(last, first) }
    var count = 0
    var day = first.daysSince1970
    // Any seven days hold five of them.
    let weeks = (last.daysSince1970 - day) / 7
    count += Int(weeks) * 5
    day += weeks * 7
    while day < last.daysSince1970 {
      day += 1
      if CalendarDate(daysSince1970: day).weekday <= 5 { count += 1 }
    }
    return count
  }
}
