import Testing

@testable import Indicators

/// The classes that answer times are counted in.
@Suite struct AnswerTimeClassTests {
  /// A limit, and the ends of the classes up to it and beyond: with ten days or less a class a day,
  /// otherwise the most from five to ten that divide it, and ten where none does.
  @Test(
    "classes end at the limit and at twice the limit",
    arguments: [
      (.workingDays(0), [0, 1]), (.workingDays(1), [1, 2]),
      (.workingDays(5), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
      (.workingDays(14), [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28]),
      (.workingDays(11), [1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22]),
      (.hours(72), [8, 16, 24, 32, 40, 48, 56, 64, 72, 80, 88, 96, 104, 112, 120, 128, 136, 144]),
      (
        .hours(0.5),
        [
          0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8,
          0.85,
          0.9, 0.95, 1,
        ]
      ),
    ] as [(CaseLimit.Duration, [Double])])
  func ends(duration: CaseLimit.Duration, expected: [Double]) {
    let classes = AnswerTimeClasses(duration)
    // A case in the last class has all others told.
    let all = classes.counted([classes.count - 1: 1])
    #expect(all.last?.atMost == nil && all.last?.count == 1)
    let ends = Set(all.compactMap(\.atMost)).sorted()
    #expect(ends.count == expected.count)
    for (end, wanted) in zip(ends, expected) { #expect(abs(end - wanted) < 1e-9) }
    for (place, span) in all.enumerated() {
      if let end = span.atMost, end > span.above {
        #expect(classes.place(of: end, isWithin: span.isWithin) == place)
        #expect(classes.place(of: (span.above + end) / 2, isWithin: span.isWithin) == place)
      }
    }
    #expect(classes.place(of: 1e9, isWithin: false) == classes.count - 1)
    // An answer on a day off after the last day is late, though no working day more has passed.
    #expect(!all[classes.place(of: 0, isWithin: false)].isWithin)
  }

  /// Counts of a limit of three days, and what stays of them where fewer than five may not be told.
  @Test(
    "classes of few are put together, on their side of the limit",
    arguments: [
      ([9, 8, 7], [9, 8, 7]), ([9, 8, 2], [9, 10]), ([1, 2, 3], [6]), ([1, 9, 9], [10, 9]),
      ([9, 0, 9], [9, 9]), ([9, 9, 9, 3], [9, 9, 9, 3]), ([9, 9, 9, 1, 1], [9, 9, 9, 2]),
      ([9, 9, 9, 6, 1, 0, 7], [9, 9, 9, 6, 8]), ([2, 0, 0], [2]), ([0, 0, 0, 9], [0, 9]),
    ] as [([Int], [Int])])
  func merged(counts: [Int], expected: [Int]) {
    let classes = AnswerTimeClasses(.workingDays(3))
    let all = classes.counted(
      Dictionary(uniqueKeysWithValues: counts.enumerated().map { ($0, $1) }))
    let merged = all.merged(atLeast: 5)
    #expect(merged.map(\.count) == expected)
    for (one, next) in zip(merged, merged.dropFirst()) { #expect(one.atMost == next.above) }
    #expect(merged.filter(\.isWithin).last?.atMost == 3)
    // Where the last class ends would tell of the case that took longest.
    #expect(merged.last { !$0.isWithin }?.atMost == nil)
    #expect(all.merged(atLeast: 1).reduce(0) { $0 + $1.count } == counts.reduce(0, +))
  }
}
