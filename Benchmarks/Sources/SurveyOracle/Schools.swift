/// A sample of schools, column by column, as survey.R writes it.
struct Schools {
  private let columns: [String: [String]]

  init(csv: String) {
    let lines = csv.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var columns: [String: [String]] = [:]
    for (place, name) in (lines.first ?? []).enumerated() {
      columns[name] = lines.dropFirst().map { $0[place] }
    }
    self.columns = columns
  }

  func texts(_ name: String) -> [String] { columns[name] ?? [] }

  /// Numbers; a missing value is not a number.
  func numbers(_ name: String) -> [Double] { texts(name).map { Double($0) ?? .nan } }

  func codes(_ name: String) -> [Int] { texts(name).map { Int($0) ?? -1 } }

  func holds(_ name: String, _ value: String = "Yes") -> [Bool] { texts(name).map { $0 == value } }

  /// Elementary, high and middle school, in the order of R's levels.
  var types: [Int] { texts("stype").map { ["E": 0, "H": 1, "M": 2][$0] ?? -1 } }
}
