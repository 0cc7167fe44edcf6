public import Labels

/// What of a cell is shown or written.
public enum Aspect: Hashable, Sendable {
  /// A fact's value; the words or ids of other cells.
  case value
  /// The value behind its sign: `= 0.012`, `< 0.001`.
  case equation
  /// What readers call a member.
  case label
  /// A member's id.
  case id
  /// The interval, as one span.
  case interval
  /// Its ends.
  case low, high
  /// Its confidence, in per cent, and method.
  case confidence, method
  /// The parts of a base.
  case part, whole, population
  /// The number of values behind a figure.
  case values
  /// The name of the unit.
  case unit
  /// The figure that the document states beside it.
  case stated
  /// Part and whole: `19 av 24`.
  case base
}

/// A column of a report's table: what readers see of its cells, and what data files get.
public struct ReportColumn: Hashable, Sendable {
  /// A column of the table's data file.
  public struct Export: Hashable, Sendable {
    /// Its name: ASCII, the same in every language and release.
    public var id: String
    /// What of the cell stands in it.
    public var aspect: Aspect

    /// An exported column.
    public init(_ id: String, _ aspect: Aspect = .value) {
      self.id = id
      self.aspect = aspect
    }
  }

  /// Who sees it.
  public enum Audience: Hashable, Sendable {
    /// Readers and data files.
    case everyone
    /// Readers only: what data files have in other columns.
    case readers
    /// Data files only.
    case dataFiles
  }

  /// Its name within the table.
  public var id: String
  /// The heading for readers.
  public var header: Label
  /// What readers see; `nil` for nothing.
  public var shows: Aspect?
  /// What data files get.
  public var exports: [Export]
  /// What its cells are members of, where they say which row this is.
  public var dimension: Dimension?
  /// The member that all its figures are about, where a dimension is spread over columns.
  public var member: ColumnMember?
  /// The columns that it is the sum of.
  public var sumOf: [String] = []
  /// What is drawn in its cells where drawings can be; nothing else is shown of them.
  public var drawing: CellDrawing?

  /// A member of a dimension that is spread over columns.
  public struct ColumnMember: Hashable, Sendable {
    /// The dimension.
    public var dimension: Dimension
    /// The member.
    public var member: Member
  }

  /// A column.
  public init(
    _ id: String, _ header: Label, shows: Aspect?, exports: [Export], dimension: Dimension? = nil
  ) {
    self.id = id
    self.header = header
    self.shows = shows
    self.exports = exports
    self.dimension = dimension
  }

  /// A column whose cells are shown and written as they are.
  public init(_ id: String, _ header: Label, for audience: Audience = .everyone) {
    self.init(
      id, header, shows: audience == .dataFiles ? nil : .value,
      exports: audience == .readers ? [] : [Export(id)])
  }

  /// A column of data files.
  public static func data(_ id: String) -> ReportColumn {
    ReportColumn(id, Label(same: id), for: .dataFiles)
  }

  /// The members of a dimension: data files get the label and the id.
  public static func dimension(
    _ dimension: Dimension, _ header: Label, id: String? = nil
  ) -> ReportColumn {
    let id = id ?? dimension.id
    return ReportColumn(
      id, header, shows: .label,
      exports: [Export("\(id)_label", .label), Export(id, .id)], dimension: dimension)
  }

  /// The same column, about one member of a dimension.
  func of(_ dimension: Dimension, _ member: Member) -> ReportColumn {
    var column = self
    column.member = ColumnMember(dimension: dimension, member: member)
    return column
  }

  /// The same column, of which readers see a drawing and nobody the figures.
  func drawn(_ drawing: CellDrawing) -> ReportColumn {
    var column = self
    column.shows = nil
    column.exports = []
    column.drawing = drawing
    return column
  }

  /// The same column, as the sum of others.
  func summing(_ columns: [String]) -> ReportColumn {
    var column = self
    column.sumOf = columns
    return column
  }

  /// Who sees it.
  public var audience: Audience {
    shows == nil ? .dataFiles : exports.isEmpty ? .readers : .everyone
  }
}
