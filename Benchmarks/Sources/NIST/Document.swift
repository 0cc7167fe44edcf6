import Foundation

/// The table of digits, as a page.
struct Document {
  private var rows: [DataSet.Kind: [String]] = [:]
  /// The fewest digits where the stored numbers allow 13.
  private var fewest: (digits: Double, name: String) = (.infinity, "")
  /// How many digits short of the exact result the worst row is.
  private var shortfall = 0.0
  private var behind: [String] = []
  private var compared = 0

  static func line(_ set: DataSet, _ score: Score) -> String {
    let name = set.name.padding(toLength: 10, withPad: " ", startingAt: 0)
    let statistic = score.statistic.padding(toLength: 28, withPad: " ", startingAt: 0)
    return "\(name)\(statistic)\(cell(score.ours))  R \(cell(score.theirs))  "
      + "exact \(cell(score.exact))"
  }

  private static func cell(_ digits: Double?) -> String {
    digits.map { String(format: "%4.1f", $0) } ?? "   –"
  }

  mutating func add(_ set: DataSet, _ scores: [Score]) {
    for score in scores {
      let level = set.facts["difficulty"] ?? ""
      rows[set.kind, default: []].append(
        "| \(set.name) | \(level) | \(score.statistic) | \(Self.cell(score.ours)) | "
          + "\(Self.cell(score.theirs)) | \(Self.cell(score.exact)) |")
      guard let ours = score.ours else { continue }
      guard let theirs = score.theirs, let exact = score.exact else { continue }
      if exact >= 13, ours < fewest.digits { fewest = (ours, "\(set.name), \(score.statistic)") }
      shortfall = max(shortfall, exact - ours)
      compared += 1
      // A digit that the exact result does not have either is no digit that R found.
      if ours < min(theirs, exact) - 0.05 { behind.append("\(set.name), \(score.statistic)") }
    }
  }

  var verdict: String {
    let least = String(format: "%.1f", fewest.digits)
    let short = String(format: "%.1f", shortfall)
    let worse = behind.isEmpty ? "none" : behind.joined(separator: "; ")
    return """
      In the worst of \(compared) rows the library is \(short) digits short of the exact result.
      Where the stored numbers allow 13 digits, the fewest right ones are \(least)
      (\(fewest.name)). Rows with fewer digits than both R and the exact result: \(worse).
      """
  }

  var text: String {
    var text = Self.introduction + "\n" + verdict + "\n"
    for kind in DataSet.Kind.allCases {
      text += "\n## \(Self.title(kind))\n\n"
      text += "| Data set | Difficulty | Statistic | Nyckeltal | R | Exact |\n"
      text += "| --- | --- | --- | --- | --- | --- |\n"
      text += (rows[kind] ?? []).joined(separator: "\n") + "\n"
    }
    return text + "\n" + Self.notes
  }

  private static func title(_ kind: DataSet.Kind) -> String {
    switch kind {
    case .univariate: "Summary statistics"
    case .anova: "Analysis of variance"
    case .regression: "Linear regression"
    }
  }

  private static let introduction = """
    # Statistical Reference Datasets

    NIST publishes data sets with certified values, computed with 500 digits and printed with 15,
    to show how many digits a program gets right. This page holds all of its sets for summary
    statistics, analysis of variance and linear regression.

    A number is the log relative error `-log₁₀(|x - c| / |c|)` of a result x and a certified value
    c: how many digits are right, at most 15. Where the certified value is 0 it is the log absolute
    error. A row with several statistics shows the worst of them.

    - **Nyckeltal** is this library.
    - **R** is R 4.2.2: `mean`, `sd`, `acf`, `aov` and `lm`. For Filip its default tolerance drops
      a column, so `lm` runs with `tol = 1e-10` there.
    - **Exact** is the exact result for the numbers as a computer stores them, in fractions. It
      shows what the data themselves allow: a stored 10000000.1 differs from 10000000.1 in the 17th
      digit, and with a spread of 0.1 that is the ninth digit of the standard deviation.

    Make this page with `swift run -c release --package-path Benchmarks NIST`. The results of R and
    the exact ones are recorded in `oracles/nist-r.csv` and `oracles/nist-exact.csv`; remake them
    with `Rscript Benchmarks/oracles/nist.R` and `python3 Benchmarks/oracles/nist_exact.py`.

    """

  private static let notes = """
    ## Notes

    - In rows whose exact result has fewer than 13 digits the stored numbers are the limit: NumAcc3,
      NumAcc4, AtmWtAg and SmLs04 to SmLs09. No program that works with numbers of 53 bits can do
      better there by more than luck. SmLs07 to SmLs09 hold 13 leading digits that never change, so
      that some four digits are left.
    - The analyses of variance run as regressions on a column of 0 and 1 for each group but one.
    - Wampler1 and Wampler2 are perfect fits. Their certified F is infinite; the library refuses an
      F test of a perfect fit, and the row is left out.
    - The data files in `nist/` hold the certified values beside the data. The data and the values
      are facts published by NIST, an agency of the United States government, and in the public
      domain. The sets were read from public copies of the original files. Every certified value in
      them was checked against the data with exact fractions, and agrees to its last digit.
    - PiDigits holds 3 in place 957, where π has 8. The certified values belong to the data with the
      3, so the file here keeps it.

    """
}
