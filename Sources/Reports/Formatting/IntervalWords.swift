internal import Labels
internal import Statistics
internal import Surveys

/// An interval of shares in whole per cent: `84–100 %`, or one figure where both ends agree.
struct PercentSpan {
  /// The columns that carry an interval: one for readers, the ends for data files.
  static func columns(_ header: Label) -> [ReportColumn] {
    [
      ReportColumn("interval", header, for: .readers),
      .data("interval_low_percent"), .data("interval_high_percent"),
    ]
  }

  /// The values of ``columns(_:)``; empty without an interval.
  static func values(_ shares: Interval?) -> [ReportCell] {
    [
      shares.map { .text(words($0)) } ?? .none, .share(shares?.lower), .share(shares?.upper),
    ]
  }

  static func words(_ shares: Interval) -> Label { words(shares.lower...shares.upper) }

  static func words(_ shares: ClosedRange<Double>) -> Label {
    let low = printedPercent(shares.lowerBound)
    let high = printedPercent(shares.upperBound)
    return low == high
      ? Label("\(low)\u{A0}%", "\(low)%")
      : Label("\(low)–\(high)\u{A0}%", "\(low)–\(high)%")
  }
}
