import Tables
import Testing

@Suite("Moments")
struct TimestampTests {
  static func moment(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int = 0
  ) throws -> Timestamp {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    return try #require(Timestamp(date, hour: hour, minute: minute, second: second))
  }

  @Test(
    "Known moments",
    arguments: [
      (1970, 1, 1, 0, 0, 0, 0), (1970, 1, 2, 0, 0, 0, 86_400), (1969, 12, 31, 23, 59, 59, -1),
      // 2001-09-09 01:46:40 is the well-known second 1 000 000 000 of Unix time.
      (2001, 9, 9, 1, 46, 40, 1_000_000_000),
    ] as [(Int, Int, Int, Int, Int, Int, Int64)])
  func known(
    year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, seconds: Int64
  ) throws {
    let moment = try Self.moment(year, month, day, hour, minute, second)
    #expect(moment.secondsSince1970 == seconds)
    #expect(moment.date.parts == (year, month, day))
  }

  @Test(
    "Times that no clock shows",
    arguments: [(24, 0, 0), (-1, 0, 0), (0, 60, 0), (0, 0, 60), (0, -1, 0)])
  func impossible(hour: Int, minute: Int, second: Int) {
    let date = CalendarDate(daysSince1970: 0)
    #expect(Timestamp(date, hour: hour, minute: minute, second: second) == nil)
  }

  @Test("Day, text, hours and order, also before 1970")
  func parts() throws {
    let early = try Self.moment(1969, 12, 31, 8, 30)
    let late = try Self.moment(1970, 1, 1, 10, 0, 5)
    #expect(early.description == "1969-12-31T08:30:00")
    #expect(late.description == "1970-01-01T10:00:05")
    #expect(early.date.description == "1969-12-31")
    #expect(early.hours(until: try Self.moment(1970, 1, 1, 10, 0)) == 25.5)
    #expect(late.hours(until: early) < 0)
    #expect(early < late)
  }

  @Test(
    "Fractions of a second are printed with the digits that they have",
    arguments: [
      (0, "1970-01-01T00:00:00"), (750_000, "1970-01-01T00:00:00.75"),
      (1, "1970-01-01T00:00:00.000001"), (-1, "1969-12-31T23:59:59.999999"),
      (-1_250_000, "1969-12-31T23:59:58.75"),
    ] as [(Int64, String)])
  func fractions(microseconds: Int64, text: String) {
    let moment = Timestamp(microsecondsSince1970: microseconds)
    #expect(moment.description == text)
    #expect(moment.secondsSince1970 * 1_000_000 + Int64(moment.microsecond) == microseconds)
    #expect((0..<1_000_000).contains(moment.microsecond))
  }

  @Test("The day of every hour of two weeks around 1970")
  func everyHour() {
    for hour in -24 * 7..<24 * 7 {
      let moment = Timestamp(secondsSince1970: Int64(hour) * 3600)
      let day = (hour + 24 * 7) / 24 - 7
      #expect(moment.date.daysSince1970 == Int32(day))
    }
  }
}
