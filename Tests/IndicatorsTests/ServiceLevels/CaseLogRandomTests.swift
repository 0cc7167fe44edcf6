import Diagnostics
import Statistics
import TableFixtures
import Tables
import Testing

@testable import Indicators

@Suite("Random logs") struct CaseLogRandomTests {
  struct Case {
    var received: CalendarDate
    var answered: CalendarDate?
    var pausedFrom: CalendarDate?
    var pausedTo: CalendarDate?
  }

  static func cases(_ random: inout SeededGenerator) -> [Case] {
    (0..<60).map { _ in
      var one = Case(
        received: caseDay("2023-04-01").adding(days: .random(in: 0...300, using: &random)))
      if Int.random(in: 0...3, using: &random) > 0 {
        one.answered = one.received.adding(days: .random(in: 0...20, using: &random))
      }
      if Int.random(in: 0...2, using: &random) == 0 {
        let from = one.received.adding(days: .random(in: -3...12, using: &random))
        one.pausedFrom = from
        if Bool.random(using: &random) {
          one.pausedTo = from.adding(days: .random(in: -1...15, using: &random))
        }
      }
      return one
    }
  }

  /// Walks from the receipt day by day and asks of each whether it counts.
  static func elapsed(_ one: Case, asOf: CalendarDate) -> Int {
    let off = Set(WorkingCalendarCountTests.offIn2023And2024.map(caseDay))
    var stop = asOf
    if let answered = one.answered, answered <= asOf { stop = answered }
    var (day, count) = (one.received, 0)
    while day < stop {
      day = day.adding(days: 1)
      guard day.weekday < 6, !off.contains(day) else { continue }
      if let from = one.pausedFrom, day > from,
        one.pausedTo.map({ $0 >= from && day <= $0 }) ?? true
      {
        continue
      }
      count += 1
    }
    return count
  }

  @Test("agree with walking day by day", arguments: 1...40)
  func reference(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let cases = Self.cases(&random)
    let limitDays = Int.random(in: 0...8, using: &random)
    var limit = CaseFixture.fiveDays
    limit.duration = .workingDays(limitDays)
    let asOf = caseDay("2023-10-01").adding(days: .random(in: -60...150, using: &random))
    let rows = cases.enumerated().map { index, one in
      let days = [one.received, one.answered, one.pausedFrom, one.pausedTo]
      return "\(index)," + days.map { $0?.description ?? "" }.joined(separator: ",") + ",,"
    }
    let log = CaseFixture.log(rows.joined(separator: "\n"), limits: [limit])
    let outcomes = log.outcomes(limit: limit, asOf: asOf, calendar: .sverige)
    var (within, late, overdue, pending) = (0, 0, 0, 0)
    var (times, openTimes) = ([Double](), [Double]())
    for (one, outcome) in zip(cases, outcomes) where one.received <= asOf {
      let expected = Self.elapsed(one, asOf: asOf)
      #expect(outcome.elapsed == Double(expected), "\(outcome.location)")
      let isAnswered = one.answered.map { $0 <= asOf } ?? false
      if isAnswered { times.append(Double(expected)) } else { openTimes.append(Double(expected)) }
      switch (isAnswered, expected <= limitDays) {
      case (true, true): within += 1
      case (true, false): late += 1
      case (false, true): pending += 1
      case (false, false): overdue += 1
      }
      if let due = outcome.due {
        let stop = isAnswered ? one.answered ?? asOf : asOf
        let past = WorkingCalendar.sverige.workingDays(after: due, through: max(due, stop))
        #expect((past == 0) == (expected <= limitDays), "\(outcome.location) due \(due)")
      }
    }
    let result = log.result(limit: limit, asOf: asOf, calendar: .sverige)
    #expect(result.withinLimit == within)
    #expect(result.late == late)
    #expect(result.openOverdue == overdue)
    #expect(result.pending == pending)
    #expect(result.median == (try? Location.median(of: times)))
    #expect(result.percentile90 == (try? Location.quantile(0.9, of: times)))
    #expect(result.longest == times.max())
    #expect(result.longestOpen == openTimes.max())
    #expect(result.total + result.notYetReceived + result.unusable == cases.count)
    #expect(result.byTime.filter(\.isWithin).reduce(0) { $0 + $1.count } == within)
    #expect(result.byTime.filter { !$0.isWithin }.reduce(0) { $0 + $1.count } == late)
    for (place, span) in result.byTime.enumerated() {
      #expect(span.atMost.map { $0 <= Double(limitDays) } ?? false == span.isWithin)
      #expect(
        span.count
          == times.count {
            (place == 0 || $0 > span.above) && $0 <= span.atMost ?? .infinity
          }, "\(span)")
    }
  }

  @Test("parts add up to the whole", arguments: 41...80)
  func invariance(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let rows = Self.cases(&random).enumerated().map { index, one in
      let answered = index % 11 == 0 ? one.received.adding(days: -2) : one.answered
      let received = index % 13 == 0 ? nil : one.received
      let days = [received, answered, one.pausedFrom, one.pausedTo]
      let kind = ["a", "b", ""].randomElement(using: &random) ?? ""
      return "\(index)," + days.map { $0?.description ?? "" }.joined(separator: ",") + ",," + kind
    }
    let log = CaseFixture.log(rows.joined(separator: "\n"))
    let result = log.result(
      limit: CaseFixture.fiveDays, asOf: caseDay("2023-09-15"), calendar: .sverige)
    let parts = [[result], result.byMonth.map(\.result), result.byCategory.map(\.result)]
    for results in parts {
      for one in results {
        #expect(one.withinLimit + one.late + one.openOverdue + one.pending == one.total)
        #expect(one.answered + one.openNow == one.total)
        #expect(one.base == one.total - one.pending)
        #expect(one.shareWithin.map { (0...1).contains($0) } ?? true)
      }
      func sum(_ count: (ServiceLevelResult) -> Int) -> Int { results.map(count).reduce(0, +) }
      #expect(sum { $0.total + $0.notYetReceived + $0.unusable } == rows.count)
      #expect(sum(\.unusable) == result.unusable)
    }
    // Every unusable row has an error with its line.
    let errors = Set(log.diagnostics.filter { $0.severity == .error }.compactMap(\.location.line))
    let unusable = log.outcomes(
      limit: CaseFixture.fiveDays, asOf: caseDay("2023-09-15"), calendar: .sverige
    ).filter { $0.state == .unusable }.compactMap(\.location.line)
    #expect(unusable.count == result.unusable)
    #expect(errors.isSuperset(of: unusable))
  }
}
