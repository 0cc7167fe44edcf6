import TableFiles
import Tables
import Testing

@Suite("Days, moments and truth values")
struct TimeValueTests {
  static let cases: [(written: String, value: Cell)] = [
    ("2023-06-22", day(2023, 6, 22)), ("2024-02-29", day(2024, 2, 29)),
    ("0001-01-01", day(1, 1, 1)), ("9999-12-31", day(9999, 12, 31)),
    ("22 juni 2023", day(2023, 6, 22)), ("22 jun 2023", day(2023, 6, 22)),
    ("22 jun. 2023", day(2023, 6, 22)), ("22 Juni 2023", day(2023, 6, 22)),
    ("22\u{A0}juni\u{A0}2023", day(2023, 6, 22)), ("1 maj 2023", day(2023, 5, 1)),
    ("01 maj 2023", day(2023, 5, 1)), ("1 sept 2023", day(2023, 9, 1)),
    ("1 sep 2023", day(2023, 9, 1)), ("31 december 2023", day(2023, 12, 31)),
    ("1 januari 2023", day(2023, 1, 1)), ("1 mars 2023", day(2023, 3, 1)),
    ("1 augusti 2023", day(2023, 8, 1)), ("1 okt 2023", day(2023, 10, 1)),
    ("22/6 2023", day(2023, 6, 22)), ("1/12 2023", day(2023, 12, 1)),
    ("01/02 2023", day(2023, 2, 1)),
    (" 2023-06-22 ", day(2023, 6, 22)),
    ("2023-06-22T08:30", moment(2023, 6, 22, 8, 30)),
    ("2023-06-22 08:30", moment(2023, 6, 22, 8, 30)),
    ("2023-06-22 08:30:15", moment(2023, 6, 22, 8, 30, 15)),
    ("2023-06-22T08:30:15.987", moment(2023, 6, 22, 8, 30, 15, 987_000)),
    ("2023-06-22T00:00:00", moment(2023, 6, 22, 0, 0)),
    ("2023-06-22t23:59:59", moment(2023, 6, 22, 23, 59, 59)),
    ("true", true), ("false", false), ("TRUE", true), ("False", false),
    ("2026-06-31", "2026-06-31"), ("2023-02-29", "2023-02-29"), ("2023-13-01", "2023-13-01"),
    ("0000-01-01", "0000-01-01"), ("22/13 2023", "22/13 2023"),
    ("31 juni 2023", "31 juni 2023"), ("22 ju 2023", "22 ju 2023"),
    ("22 junii 2023", "22 junii 2023"),
    ("22juni 2023", "22juni 2023"), ("22 juni2023", "22 juni2023"), ("22 juni 23", "22 juni 23"),
    ("2023-06-22T24:00", "2023-06-22T24:00"),
    ("2023-06-22T08:60", "2023-06-22T08:60"), ("2023-06-22T08:30Z", "2023-06-22T08:30Z"),
    ("2023-06-22T08:30:15+02:00", "2023-06-22T08:30:15+02:00"),
    ("2023-06-22X08:30", "2023-06-22X08:30"), ("2023-06-22T08:30:15.", "2023-06-22T08:30:15."),
    ("1/", "1/"), ("22 juni", "22 juni"), ("11111111/", "11111111/"), ("1/1 202é", "1/1 202é"),
    ("ja", "ja"), ("nej", "nej"), ("t", "t"), ("f", "f"), ("truee", "truee"), ("sant", "sant"),
  ]

  @Test("What is a day, a moment or a truth value", arguments: cases.indices)
  func value(_ index: Int) {
    let (written, value) = Self.cases[index]
    let file = read("a;b\n\(written);x\n")
    #expect(file.table.column("a") == [value], "\(written.debugDescription)")
  }

  @Test("Days of all forms mix; with moments they become moments")
  func mixed() {
    let days = read("a;b\n2023-06-22;x\n23 juni 2023;x\n24/6 2023;x\n").table
    #expect(days.column("a") == [day(2023, 6, 22), day(2023, 6, 23), day(2023, 6, 24)])
    let moments = read("a;b\n2023-06-22;x\n2023-06-23T08:30;x\n").table
    #expect(moments.column("a") == [moment(2023, 6, 22, 0, 0), moment(2023, 6, 23, 8, 30)])
  }
}
