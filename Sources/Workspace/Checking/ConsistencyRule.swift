public import Diagnostics
public import Labels
internal import Tables

/// Two expressions that must give the same figure.
public struct ConsistencyRule: Hashable, Sendable {
  /// The name.
  public var id: String
  /// What is compared.
  public var label: Label
  /// The table that aggregates run over, if any.
  var table: String?
  /// The column by whose values the rule is repeated.
  var by: String?
  /// The condition and both sides in SQL. They are read when the rule runs: a report of goals needs
  /// no rules.
  var filter: String?
  var left: String
  var right: String
  /// The difference that still counts as equal.
  var tolerance: Double
  /// The known contradictions that explain a difference, by id.
  var known: [String]
  /// Where the rule stands.
  public var location: SourceLocation
}

/// One comparison of a rule or of a stated total.
public struct ConsistencyResult: Hashable, Sendable {
  /// What kind of comparison it is.
  public enum Kind: String, Sendable, Hashable {
    /// A rule of the workspace.
    case rule
    /// A stated total against the sum of its parts.
    case total
  }

  /// The unit.
  public var unit: String
  /// What kind of comparison it is.
  public var kind: Kind
  /// A name: the rule, or the table and the total.
  public var id: String
  /// The newest year of the figures compared, where they have one.
  public var year: Int?
  /// The table that is compared with itself; `nil` for a rule over outcomes and goals.
  public var table: String?
  /// What is compared.
  public var label: Label
  /// The figure that is stated, or the left side.
  public var stated: Double
  /// The figure that is computed, or the right side.
  public var computed: Double
  /// The difference that still counts as equal.
  public var tolerance: Double
  /// Where the stated figure or the rule stands.
  public var location: SourceLocation
  /// Where the documents state the figures.
  public var sources: [DocumentReference]
  /// The known contradictions that the rule names.
  public var known: [String] = []

  /// Stated minus computed.
  public var difference: Double { stated - computed }
  /// Whether both sides agree.
  public var isEqual: Bool { abs(difference) <= tolerance + 1e-9 * max(1, abs(stated)) }
}

extension ConsistencyRule {
  static let columns = [
    "id", "label_sv", "label_en", "table", "by", "where", "left", "right", "tolerance", "known",
  ]

  /// Reads the rules of a unit.
  static func read(_ table: Table) -> [ConsistencyRule] {
    table.rows.map { row in
      ConsistencyRule(
        id: row.text("id") ?? "",
        label: Label(row.text("label_sv") ?? "", row.text("label_en") ?? ""),
        table: row.text("table"), by: row.text("by"), filter: row.text("where"),
        left: row.text("left") ?? "", right: row.text("right") ?? "",
        tolerance: row.number("tolerance") ?? 0,
        known: (row.text("known") ?? "").split { $0 == ";" || $0 == " " }.map(String.init),
        location: row.location)
    }
  }
}
