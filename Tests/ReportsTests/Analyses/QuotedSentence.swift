import Labels
import TableFiles
import Tables
import Testing

@testable import Reports

/// What a sentence of a report claims, and the numbers that it quotes, read back from its words.
struct QuotedSentence: CustomStringConvertible {
  /// Whether it claims a difference or a change, up 1 or down -1, or 0 without a direction.
  let claim: Int?
  /// The p value, or the bound that it lies below.
  let pValue: Double?
  let isBound: Bool
  /// The difference or slope, its interval, and how many decimals it has.
  let size: Double?
  let interval: ClosedRange<Double>?
  let decimals: Int
  /// Whether the interval is named as one of another method than the test's.
  let isOtherMethod: Bool
  let description: String

  init(_ text: String) {
    description = text
    let plain = text.replacing("\u{A0}", with: " ").replacing("−", with: "-").replacing(
      "±", with: "+"
    )
    .replacing(",", with: ".")
    let isNot = ["ingen säkerställd", "no proven"].contains { plain.contains($0) }
    let up = ["större", "larger", "ökat", "risen"].contains { plain.contains($0) }
    let down = ["mindre", "smaller", "minskat", "fallen"].contains { plain.contains($0) }
    let differs = ["skiljer sig", "differ"].contains { plain.contains($0) }
    claim = isNot ? nil : up ? 1 : down ? -1 : differs ? 0 : nil
    let p = plain.firstMatch(of: /p ([=<]) ([0-9.]*[0-9])/)
    pValue = p.flatMap { Double($0.2) }
    isBound = p?.1 == "<"
    let size = plain.firstMatch(of: /: (?:medelskillnaden |mean difference )?([+-][0-9.]*[0-9])/)
    self.size = size.flatMap { Double($0.1) }
    decimals = size.map { $0.1.split(separator: ".").dropFirst().first?.count ?? 0 } ?? 0
    let span = plain.firstMatch(
      of: /\([0-9.]+ ?%([a-zA-Z ]*): ([+-][0-9.]*[0-9]) – ([+-][0-9.]*[0-9])\)/)
    isOtherMethod = span.map { !$0.1.isEmpty } ?? false
    if let span, let low = Double(span.2), let high = Double(span.3), low <= high {
      interval = low...high
    } else {
      interval = nil
    }
  }

  /// The sentences of the paragraphs of a report, in both languages.
  static func all(of document: ReportDocument) -> [QuotedSentence] {
    document.blocks.compactMap(\.paragraph).flatMap { label in
      [QuotedSentence(label.swedish), QuotedSentence(label.english)]
    }
  }

  /// Whether the claim is what the quoted p value, the interval and the sign allow.
  func agrees(level: Double, directionFromSize: Bool = true) -> Bool {
    guard let pValue else { return claim == nil }
    let limit = level * (1 + 1e-9)
    let rejects = isBound ? true : pValue <= limit
    if isBound, pValue > limit { return false }
    guard (claim != nil) == rejects else { return false }
    if let claim, claim != 0, directionFromSize, let size, size != 0 {
      guard (size > 0) == (claim > 0) else { return false }
    }
    if let interval, !isOtherMethod {
      guard interval.contains(0) == (claim == nil) else { return false }
    }
    if let interval, let size {
      let rounding = 0.5001 * (0..<decimals).reduce(1) { step, _ in step / 10 }
      guard size >= interval.lowerBound - 2 * rounding, size <= interval.upperBound + 2 * rounding
      else { return false }
    }
    return true
  }
}

/// A table out of the text of a CSV file.
func table(_ text: String) -> Table {
  CSVReader.read(bytes: Array(text.utf8), named: "figures.csv").table
}

/// What the data file of the first table of that id has in one column.
func column(_ id: String, of table: String, in document: ReportDocument) -> [FactData?] {
  document.tables.first { $0.id == table }?.exported(id) ?? []
}
