/// Why a comparison of groups was refused, where the general refusals of ``StatisticsError`` do not
/// say it.
public enum ComparisonFault: Equatable, Sendable {
  /// A refusal that only tables of counts know.
  case table(TableFault)

  /// A refusal that only comparisons of values know.
  case values(ValuesFault)

  /// The whole sentence of the refusal.
  var words: String {
    switch self {
    case .table(let fault): return fault.words
    case .values(let fault): return fault.words
    }
  }
}
