import Foundation

/// How many digits of a result are right.
enum Precision {
  /// The most digits that certified values of 15 digits can show.
  static let most = 15.0

  /// The log relative error `-log₁₀(|x - c| / |c|)`, between 0 and 15; the log absolute error where
  /// the certified value is 0.
  static func digits(_ value: Double, certified: Double) -> Double {
    let error = abs(value - certified)
    if error == 0 { return most }
    let relative = certified == 0 ? error : error / abs(certified)
    guard relative.isFinite else { return 0 }
    return min(most, max(0, -log10(relative)))
  }
}

/// What a table of results says of a statistic: our digits, those of R, and those that the exact
/// result for the stored numbers has.
struct Score {
  let statistic: String
  let ours: Double?
  let theirs: Double?
  let exact: Double?

  /// The scores of a data set under the headings of the document, each with the fewest digits of
  /// the statistics that belong there.
  static func grouped(_ scores: [Score]) -> [Score] {
    var headings: [String] = []
    var members: [String: [Score]] = [:]
    for score in scores {
      let heading = heading(of: score.statistic)
      if members[heading] == nil { headings.append(heading) }
      members[heading, default: []].append(score)
    }
    return headings.map { heading in
      let group = members[heading] ?? []
      return Score(
        statistic: heading, ours: fewest(group.map(\.ours)), theirs: fewest(group.map(\.theirs)),
        exact: fewest(group.map(\.exact)))
    }
  }

  private static func heading(of statistic: String) -> String {
    if statistic.hasPrefix("estimate B") { return "coefficients" }
    if statistic.hasPrefix("standard error B") { return "standard errors" }
    if statistic.hasSuffix("sum of squares") { return "sums of squares" }
    if statistic.hasSuffix("mean square") { return "mean squares" }
    return statistic
  }

  private static func fewest(_ digits: [Double?]) -> Double? {
    digits.contains { $0 == nil } ? nil : digits.compactMap(\.self).min()
  }
}
