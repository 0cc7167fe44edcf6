package import Tables

/// One figure of a series.
package struct SeriesPoint: Hashable, Sendable {
  /// The place in time.
  package let index: Int
  /// What the place is called.
  package let label: String
  /// The figure; what happened over its size where there is a size.
  package let value: Double
  /// What happened: the figure before it is divided.
  package let events: Double
  /// The size that the figure is a share or a rate of.
  package let size: Double?
}

/// The figures of one part of a table, in order of time.
package struct Series: Hashable, Sendable {
  /// The part; `nil` when the table is one series.
  package let part: String?
  /// The figures.
  package let points: [SeriesPoint]
  /// How long a period is; `nil` when the places are only in order.
  package let length: PeriodLength?

  /// The figures alone.
  package var values: [Double] { points.map(\.value) }
  /// The places alone, as numbers.
  package var times: [Double] { points.map { Double($0.index) } }

  /// The periods between the first and the last that are missing, as numbers of their places; none
  /// where the places are only in order.
  package var gaps: [Int] {
    guard length != nil else { return [] }
    return zip(points, points.dropFirst()).flatMap { ($0.index + 1)..<$1.index }
  }

  /// Whether no period between the first and the last is missing.
  package var isComplete: Bool {
    guard let first = points.first, let last = points.last else { return true }
    return last.index - first.index == points.count - 1
  }
}

/// How the rows of a period become one figure.
package enum PeriodFigure: String, Sendable, CaseIterable {
  /// The mean of the values.
  case mean
  /// Their sum.
  case sum
  /// Their median.
  case median
  /// The number of rows.
  case count
}
