import Tables
import Testing

@testable import Query

/// Functions of a day, computed once a day.
@Suite struct DayTableTests {
  @Test func computesEachDayOnce() throws {
    let table = DayTable(zero: 0)
    var computed: [Int32] = []
    func values(_ days: [Int32], nulls: Nulls? = nil) throws -> [Int] {
      try table.map(days, CallRows(count: days.count, nulls: nulls)) { day in
        computed.append(day)
        return Int(day) * 2
      }
    }
    #expect(try values([10, 12, 10]) == [20, 24, 20])
    // Before, behind, between.
    #expect(try values([11, -500, 12, 900, 10]) == [22, -1000, 24, 1800, 20])
    #expect(computed == [10, 12, 11, -500, 900])
    // What is null is not computed, wherever it lies.
    let nulls = Nulls(count: 3) { $0 != 1 }
    #expect(try values([.min, 13, .max], nulls: nulls) == [0, 26, 0])
    #expect(computed.last == 13)
    // Days too far apart for a table are computed where they stand.
    #expect(try values([0, 5_000_000, 0]) == [0, 10_000_000, 0])
    #expect(computed.suffix(3) == [0, 5_000_000, 0])
    #expect(try values([]) == [])
    // Nearly as far apart as a table reaches: its slack ends there, and it stays.
    #expect(try values([50_000]) == [100_000])
    #expect(try values([54_700, 50_000]) == [109_400, 100_000])
    #expect(computed.suffix(2) == [50_000, 54_700])
  }

  @Test func failsAtTheFirstDayThatDoes() throws {
    let table = DayTable(zero: 0)
    func values(_ days: [Int32]) throws -> [Int] {
      try table.map(days, CallRows(count: days.count, nulls: nil)) { day in
        if day == 3 { throw QueryError("no such day") }
        return Int(day)
      }
    }
    #expect(throws: QueryError("no such day")) { try values([1, 3, 2]) }
    #expect(try values([2, 1]) == [2, 1])
    #expect(throws: QueryError("no such day")) { try values([3]) }
  }
}
