internal import CReadStat
internal import Diagnostics
internal import Tables

/// What ReadStat finds in a file of SPSS or Stata, on its way into a table.
final class StatisticalReading {
  /// What a variable counts.
  enum Unit {
    case value
    case day
    case moment
    case time
  }

  struct Variable {
    var name: String
    var label: String?
    var labelSet: String?
    var unit = Unit.value
    /// How many seconds one of what it counts takes.
    var scale = 1.0
    /// Seconds from the zero of the variable to 1970.
    var origin = 0.0
    var missing: [Cell] = []
  }

  private(set) var variables: [Variable] = []
  private(set) var labels: [String: [ColumnDescription.ValueLabel]] = [:]
  let rows: CellTable
  private(set) var failure: Diagnostic?
  private var row = -1
  private let file: String
  private let isSPSS: Bool

  /// More than any survey has; Stata allows 120 000.
  private static let mostVariables = 200_000
  private static let mostLabels = 1_000_000
  private var labelCount = 0

  init(file: String, isSPSS: Bool, memoryLimit: Int) {
    rows = CellTable(file: file, memoryLimit: memoryLimit)
    self.file = file
    self.isSPSS = isSPSS
  }

  /// Reads a regular file.
  func read(_ descriptor: Int32) throws(Diagnostic) {
    guard creadstat_is_there() != 0 else {
      throw FormatProblem.noReadStat.diagnostic(at: file)
    }
    var handlers = Self.handlers
    let context = Unmanaged.passUnretained(self).toOpaque()
    let result = creadstat_read(
      Int32(isSPSS ? CREADSTAT_SPSS : CREADSTAT_STATA), descriptor, &handlers, context)
    if let failure { throw failure }
    switch Int(result) {
    case Int(CREADSTAT_OK): break
    case Int(CREADSTAT_ENCODING): throw FormatProblem.encoding.diagnostic(at: file)
    default: throw FormatProblem.damaged.diagnostic(at: file)
    }
    if row >= 0 { try rows.endRow(row + 1) }
    try rows.finish()
  }

  private static func reading(_ context: UnsafeMutableRawPointer?) -> StatisticalReading? {
    context.map { Unmanaged<StatisticalReading>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let handlers = CReadStatHandlers(
    variable: { context, index, name, label, format, labelSet, isText in
      guard let reading = StatisticalReading.reading(context), let name else { return 1 }
      return reading.addVariable(
        Int(index), String(cString: name), label.map { String(cString: $0) },
        format.map { String(cString: $0) } ?? "", labelSet.map { String(cString: $0) },
        isText: isText != 0)
    },
    missing: { context, index, low, high, text in
      guard let reading = StatisticalReading.reading(context) else { return 1 }
      if let text {
        reading.addMissing(.text(String(cString: text)), Int(index))
      } else if low == high {
        reading.addMissing(.code(low), Int(index))
      }
      return 0
    },
    label: { context, set, code, text, label in
      guard let reading = StatisticalReading.reading(context), let set, let label else { return 1 }
      return reading.addLabel(
        String(cString: set), text.map { .text(String(cString: $0)) } ?? .code(code),
        String(cString: label))
    },
    number: { context, row, index, value in
      guard let reading = StatisticalReading.reading(context) else { return 1 }
      return reading.add(Int(row)) { $0.number(value, Int(index)) }
    },
    text: { context, row, index, value in
      guard let reading = StatisticalReading.reading(context) else { return 1 }
      return reading.add(Int(row)) { $0.text(value, Int(index)) }
    })

  // MARK: Variables

  private func addVariable(
    _ index: Int, _ name: String, _ label: String?, _ format: String, _ labelSet: String?,
    isText: Bool
  ) -> Int32 {
    guard index == variables.count, index < Self.mostVariables else {
      failure = FormatProblem.damaged.diagnostic(at: file)
      return 1
    }
    var variable = Variable(
      name: name, label: label.flatMap { $0.isEmpty ? nil : $0 }, labelSet: labelSet)
    if !isText { isSPSS ? variable.count(spss: format) : variable.count(stata: format) }
    variables.append(variable)
    return 0
  }

  private func addMissing(_ code: Cell, _ index: Int) {
    if index < variables.count { variables[index].missing.append(code) }
  }

  private func addLabel(_ set: String, _ code: Cell, _ label: String) -> Int32 {
    labelCount += 1
    guard labelCount <= Self.mostLabels else {
      failure = FormatProblem.tooLarge.diagnostic(at: file)
      return 1
    }
    labels[set, default: []].append(ColumnDescription.ValueLabel(code, label))
    return 0
  }

  // MARK: Values

  private func add(_ row: Int, _ value: (StatisticalReading) -> Void) -> Int32 {
    if row != self.row {
      do throws(Diagnostic) {
        if self.row >= 0 { try rows.endRow(self.row + 1) }
      } catch {
        failure = error
        return 1
      }
      self.row = row
    }
    value(self)
    return 0
  }

  private func number(_ value: Double, _ index: Int) {
    guard value.isFinite, index < variables.count else { return }
    let variable = variables[index]
    guard variable.unit != .value else {
      return rows.column(index).number(value, at: rows.row)
    }
    let exact = value * variable.scale - variable.origin
    let seconds = exact.rounded(.down)
    // Years 1 to 9999; what lies beyond is no day that anybody meant.
    guard seconds > -62_135_596_801, seconds < 253_402_300_800 else { return }
    switch variable.unit {
    case .day:
      rows.column(index).date(
        Timestamp(secondsSince1970: Int64(seconds)).date, at: rows.row)
    case .moment:
      // A double that counts from 1582 holds no more than milliseconds.
      let milliseconds = Int64(((exact - seconds) * 1000).rounded())
      rows.column(index).timestamp(
        Timestamp(microsecondsSince1970: (Int64(seconds) * 1000 + milliseconds) * 1000),
        at: rows.row)
    case .time, .value:
      guard seconds >= 0 else { return }
      rows.add(.text(SerialDate.time(0, Int64(seconds))), index)
    }
  }

  private func text(_ value: UnsafePointer<CChar>?, _ index: Int) {
    guard let value, value.pointee != 0, index < variables.count else { return }
    rows.add(.text(String(cString: value)), index)
  }
}

extension Cell {
  /// A code as a whole number where it is one.
  static func code(_ value: Double) -> Cell {
    Int64(exactly: value).map { .integer($0) } ?? .real(value)
  }
}

extension StatisticalReading.Variable {
  /// SPSS counts seconds since 14 October 1582, the day before the Gregorian calendar began.
  fileprivate mutating func count(spss format: String) {
    origin = 12_219_379_200
    let name = String(format.prefix { $0.isLetter }).uppercased()
    switch name {
    case "DATE", "ADATE", "EDATE", "JDATE", "SDATE", "QYR", "MOYR", "WKYR": unit = .day
    case "DATETIME", "YMDHMS": unit = .moment
    case "TIME", "DTIME", "MTIME":
      unit = .time
      origin = 0
    default: break
    }
  }

  /// Stata counts days or milliseconds since 1960.
  fileprivate mutating func count(stata format: String) {
    origin = 315_619_200
    let name = format.lowercased().replacing("-", with: "")
    if name.hasPrefix("%td") || name.hasPrefix("%d") {
      unit = .day
      scale = 86_400
    } else if name.hasPrefix("%tc") {
      unit = .moment
      scale = 0.001
    }
  }
}
