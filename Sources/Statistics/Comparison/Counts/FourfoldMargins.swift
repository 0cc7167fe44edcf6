/// The count in row 1, column 1 of a 2 × 2 table whose margins are taken as given.
///
/// With margins r₁, c₁ and total N, `P(X = k)` is proportional to
/// `C(r₁, k) C(N - r₁, c₁ - k) ψᵏ`, with ψ the odds ratio: the noncentral hypergeometric
/// distribution of Fisher.
struct FourfoldMargins {
  let row: Int
  let column: Int
  let total: Int

  /// Larger tables would take seconds, and there the approximations are as good.
  static let limit = 100_000_000

  /// Takes the margins of a table of two rows and two columns.
  init(of table: ContingencyTable) {
    row = table.rowTotals[0]
    column = table.columnTotals[0]
    total = table.total
  }

  /// The counts that the margins allow.
  var support: ClosedRange<Int> { max(0, row + column - total)...min(row, column) }

  func distribution(oddsRatio: Double = 1) -> UnimodalWeights {
    let (r, c, rest) = (Double(row), Double(column), Double(total - row - column))
    return UnimodalWeights(over: support) { count in
      let k = Double(count)
      return (r - k + 1) / k * ((c - k + 1) / (rest + k)) * oddsRatio
    }
  }
}
