internal import Diagnostics
internal import Tables

/// Why labels cannot be put in the order of time. Positions are those of the different labels.
enum TimeFault: Error {
  /// Some are no periods, or not of one length.
  case period(PeriodColumn.Fault)
  /// A period lies in several of the length that is asked for, or is longer.
  case doesNotFit(position: Int, PeriodLength, into: PeriodLength)
  /// A length is asked for, but the labels are no periods.
  case noPeriods(PeriodLength)
  /// Numbers that may be days or months in a form that is not known.
  case numbers
  /// Parts of a year without their year.
  case withoutYear
  /// Texts that do not tell their order.
  case texts([String])
  /// A label that the given order lacks.
  case notInOrder(position: Int)
  /// A label of the given order that no row has.
  case nowhere(String, [String])

  /// The label that it is about.
  var position: Int? {
    switch self {
    case .period(.notAPeriod(let position)), .period(.dayOrMonthFirst(let position)),
      .period(.lengthsDiffer(_, _, _, let position)), .doesNotFit(let position, _, _),
      .notInOrder(let position):
      position
    case .period(.noPeriods), .noPeriods, .numbers, .withoutYear, .texts, .nowhere: nil
    }
  }

  /// The fault as a problem of a column; `value` is the label that it is about.
  func diagnostic(_ column: String, at place: SourceLocation, value: String?) -> Diagnostic {
    let (message, reason, fixes) = words(column)
    return Diagnostic(
      .error, "period", at: place, message, because: reason, fixes: fixes, value: value,
      found: found)
  }

  /// The labels of the column, to be pasted behind `--order`.
  private var found: [String] {
    switch self {
    case .texts(let labels), .nowhere(_, let labels):
      [labels.prefix(12).map(Self.quoted).joined(separator: " ")]
    default: []
    }
  }

  private func words(_ column: String) -> (message: String, reason: String?, fixes: [String]) {
    let leaveOut = "leave its rows out: --missing LABEL"
    switch self {
    case .period(.notAPeriod):
      return (
        "column '\(column)' holds a label that is no period", "other labels of the column are",
        ["write it as a period, such as 2023, 2023-06, 2023-Q2, 2023-W05 or HT 2023", leaveOut]
      )
    case .period(.lengthsDiffer(let one, _, let other, _)):
      return (
        "column '\(column)' holds both \(one.plural) and \(other.plural)",
        "a series has periods of one length", [leaveOut]
      )
    case .period(.dayOrMonthFirst):
      return (
        "nothing in column '\(column)' tells whether the day or the month comes first",
        "no day is above 12",
        ["--date-order day-first", "--date-order month-first", "write days as 2024-11-05"]
      )
    case .doesNotFit(_, let length, let longer):
      return (
        "column '\(column)' holds \(length.plural), which do not lie in one \(longer.name) each",
        nil, ["leave --every out", "name a longer period with --every"]
      )
    case .period(.noPeriods), .noPeriods:
      let length = if case .noPeriods(let length) = self { length } else { PeriodLength.month }
      return (
        "column '\(column)' holds no periods that could be gathered into a \(length.name)", nil,
        ["leave --every out", "name a column of days such as 2023-06-30"]
      )
    case .numbers:
      return (
        "column '\(column)' holds numbers that are no years, months, weeks or days",
        "they may be days, months or weeks in a form that is not known, such as 2301",
        ["write them as 2023-06 or 2023-06-30", "name them in order: --order FIRST SECOND …"]
      )
    case .withoutYear:
      return (
        "column '\(column)' holds parts of a year without the year",
        "where a year ends, their order is not known",
        ["write the year as well, such as 2023-Q2", "name them in order: --order FIRST SECOND …"]
      )
    case .texts:
      return (
        "column '\(column)' holds labels whose order in time is not known",
        "they are no periods, and the order of the rows says nothing",
        [
          "name them in order: --order FIRST SECOND …",
          "write them as periods, such as 2023, 2023-06, 2023-Q2 or HT 2023",
        ]
      )
    case .notInOrder:
      return (
        "column '\(column)' holds a label that --order does not name", nil,
        ["add it to --order", leaveOut]
      )
    case .nowhere(let label, let labels):
      return (
        "column '\(column)' never holds '\(label)', which --order names", nil,
        [nearest(to: label, in: labels)].compactMap(\.self)
      )
    }
  }

  private static func quoted(_ label: String) -> String {
    label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      ? label
      : "'"
        + label.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        + "'"
  }
}

extension PeriodLength {
  /// Its name in English.
  package var name: String {
    switch self {
    case .halfYear: "half year"
    case .schoolYear: "school year"
    default: rawValue
    }
  }

  /// Several of them in English.
  package var plural: String { name + "s" }
}
