public import Labels

/// A chart as data: a kind, and where in a table of the same document its figures stand. How it is
/// drawn is a renderer's matter; what is withheld in the table is withheld in the chart.
public struct ReportChart: Hashable, Sendable {
  /// How figures are put before the eye.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The answers of a scale, to the left and right of its middle.
    case divergingBars
    /// Shares with their intervals and a goal.
    case shares
    /// An outcome against its target.
    case bullet
    /// A series with its target, interval and breaks.
    case line
    /// A control chart: limits and signals.
    case control
    /// A distribution with a limit.
    case histogram
    /// Response rates by group and wave.
    case dots
    /// Counts of one whole as a single bar.
    case stackedBar
    /// Shares by the size of their groups, with the limits between which alike groups lie.
    case funnel
    /// The ranks that each may have.
    case ranks
  }

  /// The name of its file: ASCII.
  public var id: String
  /// The title.
  public var title: Label
  /// How it is drawn.
  public var kind: Kind
  /// The table that holds its figures.
  public var table: String
  /// The column that names the marks: a dimension of the table.
  public var labels: String
  /// The columns of figures, in order.
  public var figures: [String]
  /// The column that tells series apart.
  public var series: String?
  /// The column of figures that says where a mark stands, where labels are words.
  public var positions: String?
  /// A value to reach, in the scale of the figures.
  public var target: Fact?
  /// The values to reach of single rows, by their keys.
  public var rowTargets: [String: Fact] = [:]
  /// The table itself, where it is no part of what is read or written: a series of which a report has
  /// the findings. Without it the document has the table.
  public var data: ReportTable?
  /// Which rows are drawn, by their keys; `nil` for all that are no totals.
  public var rows: [String]?

  /// A chart of a table's columns.
  public init(
    id: String, title: Label, kind: Kind, table: String, labels: String, figures: [String],
    series: String? = nil, positions: String? = nil, target: Fact? = nil, rows: [String]? = nil,
    data: ReportTable? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.table = table
    self.labels = labels
    self.figures = figures
    self.series = series
    self.positions = positions
    self.target = target
    self.rows = rows
    self.data = data
  }
}
