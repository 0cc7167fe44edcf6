import Diagnostics
import TableFiles
import Tables
import Testing

/// Days and moments as people write them. Every case is read as a table, byte by byte and
/// by the scan.
@Suite("Columns of written days")
struct WrittenDayTests {
  static let cases: [(written: String, value: Cell)] = [
    ("2024-8-5", day(2024, 8, 5)), ("2024/08/15", day(2024, 8, 15)),
    ("2024.8.15", day(2024, 8, 15)),
    ("15.08.2024", day(2024, 8, 15)), ("5.8.2024", day(2024, 8, 5)),
    ("15/8/2024", day(2024, 8, 15)), ("15-08-2024", day(2024, 8, 15)),
    ("8/15/2024", day(2024, 8, 15)), ("8/8/2024", day(2024, 8, 8)),
    ("den 4 juni 2024", day(2024, 6, 4)), ("4 June 2024", day(2024, 6, 4)),
    ("June 4, 2024", day(2024, 6, 4)), ("Jun 4 2024", day(2024, 6, 4)),
    ("4-Jun-2024", day(2024, 6, 4)), ("4 oct 2024", day(2024, 10, 4)),
    ("4 okt. 2024", day(2024, 10, 4)), ("4 may 2024", day(2024, 5, 4)),
    ("March 4, 2024", day(2024, 3, 4)),
    ("2024-08-15 13.22", moment(2024, 8, 15, 13, 22)),
    ("2024-08-15 9:05", moment(2024, 8, 15, 9, 5)),
    ("2024-08-15T9.05.07", moment(2024, 8, 15, 9, 5, 7)),
    ("2024-08-15, kl. 13.22", moment(2024, 8, 15, 13, 22)),
    ("15/8/2024 13:22", moment(2024, 8, 15, 13, 22)),
    ("15.08.2024 13.22", moment(2024, 8, 15, 13, 22)),
    ("4 jun 2024 13:22", moment(2024, 6, 4, 13, 22)),
    ("4 juni 2024 kl 13.22", moment(2024, 6, 4, 13, 22)),
    ("8/15/2024 1:22 PM", moment(2024, 8, 15, 13, 22)),
    ("8/15/2024 12:05:09 am", moment(2024, 8, 15, 0, 5, 9)),
    ("20240815 13:22", moment(2024, 8, 15, 13, 22)),
    // No days.
    ("31.04.2024", "31.04.2024"), ("15/13/2024", "15/13/2024"), ("2024-13-1", "2024-13-1"),
    ("15/8/24", "15/8/24"), ("15/8-2024", "15/8-2024"), ("15.8/2024", "15.8/2024"),
    ("2024-08-15 13", "2024-08-15 13"), ("2024-08-15 25.10", "2024-08-15 25.10"),
    ("2024-08-15 13.60", "2024-08-15 13.60"), ("8/15/2024 13:22 PM", "8/15/2024 13:22 PM"),
    ("4 junio 2024", "4 junio 2024"), ("June 2024", "June 2024"),
    // Nobody knows which is the month; eight digits are a number unless days are declared.
    ("5/11/2024", "5/11/2024"), ("5-11-2024", "5-11-2024"), ("20240815", 20_240_815),
  ]

  @Test("What is a day or a moment", arguments: cases.indices)
  func value(_ index: Int) throws {
    let (written, value) = Self.cases[index]
    let text = "a;b\n\(written);x\n"
    #expect(read(text).table.column("a") == [value], "\(written)")
    try expectSameScan(text)
  }

  @Test("One day above 12 decides the order for its column")
  func order() throws {
    for (values, expected) in [
      (["5/11/2024", "15/8/2024"], [day(2024, 11, 5), day(2024, 8, 15)]),
      (["5/11/2024", "8/15/2024"], [day(2024, 5, 11), day(2024, 8, 15)]),
      (
        ["5/11/2024 9:05", "15/8/2024", "2024-01-02"],
        [moment(2024, 11, 5, 9, 5), moment(2024, 8, 15, 0, 0), moment(2024, 1, 2, 0, 0)]
      ),
    ] {
      let text = "a;b\n" + values.map { "\($0);x\n" }.joined()
      #expect(read(text).table.column("a") == expected, "\(values)")
      try expectSameScan(text)
    }
  }

  @Test(
    "Where nothing decides the order, or both do, the column stays text and says so",
    arguments: [
      ["5/11/2024", "4/3/2024"], ["15/8/2024", "8/15/2024"], ["5/11/2024", "2024-01-02"],
    ])
  func unknownOrder(values: [String]) throws {
    let text = "a;b\n" + values.map { "\($0);x\n" }.joined()
    let file = read(text)
    #expect(file.table.schema.fields[0].type == .text)
    #expect(file.codes == ["csv-type-mixed"])
    #expect(file.diagnostics.allSatisfy { $0.message.contains("written like 5/11/2024") })
    try expectSameScan(text)
  }

  @Test("Moments with a time zone stay text and say so")
  func zones() throws {
    for zone in ["Z", "+02:00", "-0500", " +01"] {
      let text = "a;b\n2024-08-15T13:22\(zone);x\n2024-08-15 13:22;y\n"
      let file = read(text)
      #expect(file.table.schema.fields[0].type == .text)
      #expect(
        file.diagnostics.map(\.message) == ["column 'a' stays text: 1 value has a time zone"])
      try expectSameScan(text)
    }
  }

  @Test("Declared columns of moments read all of it, and one bad cell spoils only itself")
  func declared() throws {
    let text = """
      a;b
      2024-08-15 13.22;x
      20240815;x
      15/8/2024;x
      okänt;x
      4 juni 2024 13:22;x
      5/11/2024;x

      """
    let file = read(text, CSVOptions(types: ["a": .timestamp]))
    #expect(
      file.table.column("a") == [
        moment(2024, 8, 15, 13, 22), moment(2024, 8, 15, 0, 0), moment(2024, 8, 15, 0, 0), .null,
        moment(2024, 6, 4, 13, 22), moment(2024, 11, 5, 0, 0),
      ])
    #expect(file.diagnostics.map(\.location.description) == ["t.csv:5:1"])
    #expect(file.codes == ["csv-type"])
  }
}

@Suite("Fractions of seconds in files")
struct FractionTests {
  /// Written as programs and people do; what is finer than a microsecond is rounded.
  @Test(arguments: [
    ("2024-01-31 10:00:00.75", "2024-01-31T10:00:00.75"),
    ("2024-01-31T10:00:00,5", "2024-01-31T10:00:00.5"),
    ("2024-01-31 10:00:00.123456", "2024-01-31T10:00:00.123456"),
    ("2024-01-31 10:00:00.1234567", "2024-01-31T10:00:00.123457"),
    ("2024-01-31 23:59:59.9999999", "2024-02-01T00:00:00"),
    ("2024-01-31 10:00:00.000", "2024-01-31T10:00:00"),
    ("31.1.2024 10:00:00.25", "2024-01-31T10:00:00.25"),
    ("31 januari 2024 10:00:00,25", "2024-01-31T10:00:00.25"),
  ])
  func fractions(text: String, moment: String) {
    let file = read("a;b\n\(text);x\n", CSVOptions(types: ["a": .timestamp]))
    #expect(file.table.column("a").map(\.written) == [moment])
  }
}
