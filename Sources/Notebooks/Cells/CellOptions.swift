internal import Diagnostics
internal import Reports

/// What the info string of a cell asks for.
struct CellOptions: Hashable, Sendable {
  /// A chart of a result.
  struct Chart: Hashable, Sendable {
    var kind: ReportChart.Kind
    var labels: String
    var figures: [String]
    var series: String?
    var target: Double?
    var low: String?
    var high: String?
  }

  /// What of a result is shown.
  enum Showing: String, CaseIterable, Hashable, Sendable {
    case all, table, chart, none
  }

  /// How later cells call the result.
  var name: String?
  /// The heading of the table and the chart.
  var title: String?
  var chart: Chart?
  var showing = Showing.all
  /// Whether rendered pages leave the words of the cell out.
  var hidesCode = false
  /// How columns are written.
  var formats: [String: ColumnFormat] = [:]
  /// The most rows that are shown.
  var rowLimit = 100
  /// Whether the cell is only shown, and never run.
  var isSkipped = false

  /// The options of a cell that asks for nothing.
  init() {}

  private static let known = [
    "name", "title", "chart", "x", "y", "by", "target", "low", "high", "show", "hide", "format",
    "rows", "skip",
  ]

  /// Reads the options.
  ///
  /// - Throws: A `Diagnostic` that names the option and what it may be.
  init(_ info: InfoString, at location: SourceLocation) throws(Diagnostic) {
    func wrong(_ what: String, _ fix: String?) -> Diagnostic {
      Diagnostic(
        .error, "notebook-option", at: location, what, fixes: [fix].compactMap(\.self))
    }
    let values = try Self.values(info, wrong)
    isSkipped = values["skip"] != nil
    if let name = values["name"] {
      guard CellName.isName(name) else {
        throw wrong(
          "'\(name)' is no name of a cell", "use small letters, digits and underscores")
      }
      self.name = name
    }
    title = values["title"]
    if let value = values["show"] {
      guard let showing = Showing(rawValue: value) else {
        throw wrong(
          "a cell cannot show '\(value)'",
          "write one of " + Showing.allCases.map(\.rawValue).joined(separator: ", "))
      }
      self.showing = showing
    }
    switch values["hide"] {
    case nil: break
    case "": showing = .none
    case "code": hidesCode = true
    case let other?: throw wrong("'hide=\(other)' is not known", "write hide, or hide=code")
    }
    if let text = values["rows"] {
      guard let limit = Int(text), limit > 0 else {
        throw wrong("'rows=\(text)' is no number of rows", "write rows=100")
      }
      rowLimit = limit
    }
    for word in values["format"]?.split(separator: ",") ?? [] {
      guard let colon = word.lastIndex(of: ":"),
        let format = ColumnFormat(String(word[word.index(after: colon)...]))
      else {
        throw wrong(
          "'\(word)' is no format of a column",
          "write format=column:percent, :percent1, :points, :plain or :2 for two decimals")
      }
      formats[String(word[..<colon])] = format
    }
    chart = try Self.chart(values, wrong)
  }

  /// The options by name, each known and once.
  private static func values(
    _ info: InfoString, _ wrong: (String, String?) -> Diagnostic
  ) throws(Diagnostic) -> [String: String] {
    var values: [String: String] = [:]
    for word in info.words {
      guard known.contains(word.key) else {
        throw wrong(
          "there is no option '\(word.key)' of a cell",
          closestName(to: word.key, in: known).map { "did you mean '\($0)'?" }
            ?? "known: " + known.joined(separator: ", "))
      }
      guard values.updateValue(word.value ?? "", forKey: word.key) == nil else {
        throw wrong("the option '\(word.key)' stands twice", "leave one of them out")
      }
    }
    return values
  }

  private static func chart(
    _ values: [String: String], _ wrong: (String, String?) -> Diagnostic
  ) throws(Diagnostic) -> Chart? {
    let parts = ["x", "y", "by", "target", "low", "high"].filter { values[$0] != nil }
    guard let word = values["chart"] else {
      if let part = parts.first {
        throw wrong("'\(part)' belongs to a chart, and there is none", "add chart=line")
      }
      return nil
    }
    guard let kind = ReportChart.Kind(rawValue: word) else {
      let kinds = ReportChart.Kind.allCases.map(\.rawValue)
      throw wrong(
        "there is no chart '\(word)'",
        closestName(to: word, in: kinds).map { "did you mean '\($0)'?" }
          ?? "known: " + kinds.joined(separator: ", "))
    }
    guard let labels = values["x"], let figures = values["y"] else {
      throw wrong("a chart needs its columns", "add x=column y=column")
    }
    var target: Double?
    if let text = values["target"] {
      guard let number = Double(text), number.isFinite else {
        throw wrong("'target=\(text)' is no number", "write target=0.9")
      }
      target = number
    }
    return Chart(
      kind: kind, labels: labels, figures: figures.split(separator: ",").map(String.init),
      series: values["by"], target: target, low: values["low"], high: values["high"])
  }
}
