public import Diagnostics
internal import Indicators
public import Labels

/// A column of a report's table.
public struct ReportColumn: Hashable, Sendable {
  /// Who sees it.
  public enum Audience: Hashable, Sendable {
    /// Readers and data files.
    case everyone
    /// Readers only: a value composed for the eye.
    case readers
    /// Data files only: a plain value.
    case dataFiles
  }

  /// The name in data files: ASCII, the same in every language and release.
  public var id: String
  /// The heading for readers.
  public var header: Label
  /// Who sees it.
  public var audience: Audience

  /// A column for everyone.
  public init(_ id: String, _ header: Label, for audience: Audience = .everyone) {
    self.id = id
    self.header = header
    self.audience = audience
  }

  /// A column of data files.
  public static func data(_ id: String) -> ReportColumn {
    ReportColumn(id, Label(same: id), for: .dataFiles)
  }
}

/// A value in a report's table.
public enum ReportValue: Hashable, Sendable {
  /// Nothing.
  case none
  /// A text.
  case text(Label)
  /// A text that is the same in every language, such as an id.
  case code(String)
  /// A whole number.
  case count(Int)
  /// A number and the decimals to show; data files get all of it.
  case number(Double, decimals: Int)
  /// A share from 0 to 1, shown in per cent; data files get the percentage.
  case share(Double, decimals: Int)
  /// A difference of shares, shown in percentage points with a sign.
  case points(Double, decimals: Int)
  /// True or false.
  case flag(Bool)

  /// A text in both languages.
  static func text(_ swedish: String, _ english: String) -> ReportValue {
    .text(Label(swedish, english))
  }

  static func count(_ value: Int?) -> ReportValue { value.map(ReportValue.count) ?? .none }
  static func code(_ value: String?) -> ReportValue { value.map(ReportValue.code) ?? .none }
  static func share(_ value: Double?, decimals: Int = 0) -> ReportValue {
    value.map { .share($0, decimals: decimals) } ?? .none
  }
  static func number(_ value: Double?, decimals: Int = 1) -> ReportValue {
    value.map { .number($0, decimals: decimals) } ?? .none
  }
}

/// A row of a report's table and where its figures come from.
public struct ReportRow: Hashable, Sendable {
  /// A value for each column.
  public var values: [ReportValue]
  /// Where the documents state it.
  public var documents: [DocumentReference]
  /// Where the workspace states it.
  public var locations: [SourceLocation]

  /// A row.
  public init(
    _ values: [ReportValue], documents: [DocumentReference] = [],
    locations: [SourceLocation] = []
  ) {
    self.values = values
    self.documents = documents
    self.locations = locations
  }
}

/// A table of a report. Data files show every row with the columns made for them.
public struct ReportTable: Hashable, Sendable {
  /// The name of its data file: ASCII.
  public var id: String
  /// The title.
  public var title: Label
  /// The columns.
  public var columns: [ReportColumn]
  /// The rows.
  public var rows: [ReportRow]
  /// Remarks below it.
  public var notes: [Label]
  /// Whether its figures are made up, to show what they would look like.
  public var isExample = false

  /// A table; every row has a value for each column.
  public init(
    id: String, title: Label, columns: [ReportColumn], rows: [ReportRow], notes: [Label] = []
  ) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
    precondition(rows.allSatisfy { $0.values.count == columns.count }, "ragged table \(id)")
  }
}
