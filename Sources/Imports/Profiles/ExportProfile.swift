/// How a tool writes its exports.
///
/// One file a profile. Each names the public documentation that its layout comes from; where none was found
/// its comment says so.
package struct ExportProfile: Sendable {
  /// A stable name, such as `microsoft-forms`.
  package let id: String
  /// What people call the tool.
  package let name: String
  /// What parts the answers of a question with several; `nil` where each answer has a column.
  let separator: String?
  /// The tool's own columns by the names that they bear, in any language.
  let ownColumns: [String: ColumnRole]
  /// Whether a file is one of the tool's.
  let isOwn: @Sendable (RawExport) -> Bool
  /// How many rows below the names describe the columns.
  let describingRows: Int
  /// What the names, and the rows that describe the columns, say of each question.
  let describe: @Sendable (RawExport) -> [WrittenQuestion]
  /// What cells of a column about the state say where answers are not finished or only tried out: the cell
  /// after folding, and behind it the name of the column where other columns mean something else by it.
  let unfinished: Set<String>
  /// Whether a row without a time of submission was never sent in.
  let needsSubmission: Bool
  /// Whether the tool writes the month first where a date has dashes or slashes and the file does not tell.
  let writesMonthFirst: Bool

  init(
    _ id: String, _ name: String, separator: String? = nil, ownColumns: [ColumnRole: [String]],
    describingRows: Int = 0, unfinished: Set<String> = [], needsSubmission: Bool = false,
    writesMonthFirst: Bool = false,
    isOwn: @escaping @Sendable (RawExport) -> Bool,
    describe: @escaping @Sendable (RawExport) -> [WrittenQuestion] = { raw in
      raw.names.map { WrittenQuestion(wording: $0) }
    }
  ) {
    (self.id, self.name, self.separator) = (id, name, separator)
    var roles: [String: ColumnRole] = [:]
    for (role, names) in ownColumns {
      for name in names { roles[name.foldedForMatching] = role }
    }
    self.ownColumns = roles
    self.describingRows = describingRows
    self.unfinished = unfinished
    self.needsSubmission = needsSubmission
    self.writesMonthFirst = writesMonthFirst
    self.isOwn = isOwn
    self.describe = describe
  }

  /// The profiles, the most particular first; the last takes any table.
  package static let all: [ExportProfile] = [
    .qualtrics, .surveyMonkey, .koboToolbox, .limeSurvey, .microsoftForms, .googleForms,
    .questback, .netigate, .table,
  ]

  /// The profile of a file.
  static func of(_ raw: RawExport) -> ExportProfile { all.first { $0.isOwn(raw) } ?? .table }
}

/// What an export says of a column that holds answers.
package struct WrittenQuestion: Hashable, Sendable {
  /// The tool's own code, such as `Q3`; `nil` where it has none.
  package var code: String?
  /// What was asked.
  package var wording: String
  /// The part of the question that the column is about: an answer of several, or a row of a matrix.
  package var part: String?

  package init(code: String? = nil, wording: String, part: String? = nil) {
    (self.code, self.wording, self.part) = (code, wording, part)
  }

  /// `Question [Part]`, as Google Forms and LimeSurvey write the rows of a grid.
  init(bracketed name: String, code: String? = nil) {
    guard name.hasSuffix("]"), let open = name.lastIndex(of: "["), open > name.startIndex else {
      self.init(code: code, wording: name)
      return
    }
    self.init(
      code: code, wording: String(name[..<open]).trimmingSpaces,
      part: String(name[name.index(after: open)...].dropLast()).trimmingSpaces)
  }
}

extension StringProtocol {
  /// The text without white space around it.
  var trimmingSpaces: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
