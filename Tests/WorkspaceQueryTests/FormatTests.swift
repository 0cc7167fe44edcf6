import Query
import TableFiles
import Tables
import Testing
import TextLayout

@testable import WorkspaceQuery

/// What each format makes of the same rows: nulls, quotes, pipes, line ends, wide and control
/// characters.
@Suite struct FormatTests {
  static let columns = [
    QueryColumn("namn", .text), QueryColumn("antal", .integer), QueryColumn("a|b", .real),
    QueryColumn("dag", .date), QueryColumn("namn", .boolean),
  ]
  static let rows: [[Cell]] = [
    [.text("Åsa"), .integer(5), .real(0.5), .date(CalendarDate(daysSince1970: 0)), .boolean(true)],
    [.null, .null, .null, .null, .null],
    [.text("NULL"), .integer(-12), .real(1e20), .null, .boolean(false)],
    [.text("a \"b\"; c|d\n<e>\\"), .integer(0), .real(-2), .null, .null],
    [.text("日本\t\u{1B}[1m"), .integer(1), .real(1), .null, .null],
    [.text(""), .integer(1), .real(1), .null, .null],
  ]

  static func chunk(_ columns: [QueryColumn], _ rows: [[Cell]]) -> Chunk {
    Chunk(
      columns: columns.indices.map { column in
        Vector(rows.map { $0[column] }, type: columns[column].type)
      }, rowCount: rows.count)
  }

  /// A result as a format writes it to a file.
  static func written(
    _ format: ResultFormat, _ columns: [QueryColumn], _ chunks: [Chunk],
    dialect: CSVDialect = .standard, hasColor: Bool = false
  ) throws -> String {
    let sink = TextSink()
    let style = ResultStyle(dialect: dialect, text: TerminalStyle(hasColor: hasColor))
    var writer = try #require(format.writer(to: sink, style))
    try writer.begin(columns)
    for chunk in chunks { try writer.write(chunk) }
    try writer.finish(duration: nil)
    return sink.text
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let format: ResultFormat
    var dialect = CSVDialect.standard
    let expected: String
    var testDescription: String { format.rawValue }
  }

  static let cases = [
    Case(
      format: .table,
      expected: """
        namn             antal    a|b  dag         namn
        ───────────────  ─────  ─────  ──────────  ─────
        Åsa                  5    0.5  1970-01-01  true
        NULL              NULL   NULL  NULL        NULL
        'NULL'             -12  1e+20  NULL        false
        a "b"; c|d␊<e>\\      0   -2.0  NULL        NULL
        日本␉␛[1m            1    1.0  NULL        NULL
                             1    1.0  NULL        NULL
        (6 rows)

        """),
    Case(
      format: .csv,
      expected: """
        namn,antal,"a|b",dag,namn
        Åsa,5,0.5,1970-01-01,true
        ,,,,
        NULL,-12,1e+20,,false
        "a ""b""; c|d
        <e>\\",0,-2.0,,
        "日本\t\u{1B}[1m",1,1.0,,
        "",1,1.0,,

        """),
    Case(
      format: .csv, dialect: .excelSwedish,
      expected: "\u{FEFF}"
        + [
          "namn;antal;\"a|b\";dag;namn", "Åsa;5;0,5;1970-01-01;ja", ";;;;",
          "NULL;-12;1e+20;;nej",
          "\"a \"\"b\"\"; c|d\n<e>\\\";0;-2,0;;", "\"日本\t\u{1B}[1m\";1;1,0;;", "\"\";1;1,0;;", "",
        ].joined(separator: "\r\n")),
    Case(
      format: .json,
      expected: #"""
        [{"namn":"Åsa","antal":5,"a|b":0.5,"dag":"1970-01-01","namn_2":true},
        {"namn":null,"antal":null,"a|b":null,"dag":null,"namn_2":null},
        {"namn":"NULL","antal":-12,"a|b":1e+20,"dag":null,"namn_2":false},
        {"namn":"a \"b\"; c|d\n<e>\\","antal":0,"a|b":-2.0,"dag":null,"namn_2":null},
        {"namn":"日本\t\u001b[1m","antal":1,"a|b":1.0,"dag":null,"namn_2":null},
        {"namn":"","antal":1,"a|b":1.0,"dag":null,"namn_2":null}]

        """#),
    Case(
      format: .ndjson,
      expected: #"""
        {"namn":"Åsa","antal":5,"a|b":0.5,"dag":"1970-01-01","namn_2":true}
        {"namn":null,"antal":null,"a|b":null,"dag":null,"namn_2":null}
        {"namn":"NULL","antal":-12,"a|b":1e+20,"dag":null,"namn_2":false}
        {"namn":"a \"b\"; c|d\n<e>\\","antal":0,"a|b":-2.0,"dag":null,"namn_2":null}
        {"namn":"日本\t\u001b[1m","antal":1,"a|b":1.0,"dag":null,"namn_2":null}
        {"namn":"","antal":1,"a|b":1.0,"dag":null,"namn_2":null}

        """#),
    Case(
      format: .markdown,
      expected: """
        | namn | antal | a\\|b | dag | namn |
        | --- | ---: | ---: | --- | --- |
        | Åsa | 5 | 0.5 | 1970-01-01 | true |
        |  |  |  |  |  |
        | NULL | -12 | 1e+20 |  | false |
        | a "b"; c\\|d<br>&lt;e>\\\\ | 0 | -2.0 |  |  |
        | 日本 ␛\\[1m | 1 | 1.0 |  |  |
        |  | 1 | 1.0 |  |  |

        """),
  ]

  @Test(arguments: cases) func everyFormat(_ test: Case) throws {
    let halves = [Array(Self.rows[..<2]), [], Array(Self.rows[2...])]
    let text = try Self.written(
      test.format, Self.columns, halves.map { Self.chunk(Self.columns, $0) },
      dialect: test.dialect)
    #expect(text == test.expected)
  }

  @Test(arguments: [
    (ResultFormat.table, "n\n─\n(0 rows)\n"), (.csv, "n\n"), (.json, "[]\n"), (.ndjson, ""),
    (.markdown, "| n |\n| ---: |\n"),
  ]) func noRows(_ format: ResultFormat, _ expected: String) throws {
    #expect(try Self.written(format, [QueryColumn("n", .integer)], []) == expected)
  }

  @Test func oneRow() throws {
    let columns = [QueryColumn("n", .integer)]
    let text = try Self.written(.table, columns, [Self.chunk(columns, [[.integer(1)]])])
    #expect(text == "n\n─\n1\n(1 row)\n")
  }

  @Test func colors() throws {
    let columns = [QueryColumn("n", .integer)]
    let text = try Self.written(
      .table, columns, [Self.chunk(columns, [[.null]])], hasColor: true)
    #expect(
      text == "   \u{1B}[1mn\u{1B}[0m\n────\n\u{1B}[2mNULL\u{1B}[0m\n\u{1B}[2m(1 row)\u{1B}[0m\n")
  }

  /// A long result is not cut, and a wide value far down stands whole.
  @Test func longTable() throws {
    let columns = [QueryColumn("n", .integer), QueryColumn("t", .text)]
    let count = TableWriter.measuredRows + 5
    let rows = (0..<count).map { row -> [Cell] in
      [.integer(Int64(row)), .text(row == count - 1 ? "the last is wide" : "x")]
    }
    let lines = try Self.written(.table, columns, [Self.chunk(columns, rows)])
      .split(separator: "\n")
    #expect(lines.count == count + 3)
    #expect(lines[2] == "   0  x")
    #expect(lines[count + 1] == "10004  the last is wide")
    #expect(lines[count + 2] == "(10005 rows)")
  }
}

/// Fitting a table into a terminal.
@Suite struct TableLayoutTests {
  static func lines(_ cells: [[Cell]], _ columns: [QueryColumn], width: Int) -> [String] {
    let rows = cells.map { $0.map(TableCell.init) }
    let layout = TableLayout(columns, rows, width: width, style: TerminalStyle(hasColor: false))
    return (layout.header + rows.map(layout.line).joined()).split(separator: "\n").map(String.init)
  }

  @Test func cutsTheWidestText() {
    let columns = [QueryColumn("id", .integer), QueryColumn("a", .text), QueryColumn("b", .text)]
    let rows: [[Cell]] = [
      [.integer(123_456_789), .text("a text that is much too long"), .text("short")]
    ]
    #expect(
      Self.lines(rows, columns, width: 30) == [
        "       id  a             b", "─────────  ────────────  ─────",
        "123456789  a text that…  short",
      ])
  }

  @Test func leavesOutColumnsInTheMiddle() {
    let columns = (1...6).map { QueryColumn("column\($0)", .integer) }
    let rows: [[Cell]] = [(1...6).map { .integer($0) }]
    #expect(
      Self.lines(rows, columns, width: 32) == [
        "column1  column2  …  column6", "───────  ───────  ─  ───────",
        "      1        2  …        6",
      ])
  }

  @Test(arguments: [10, 20, 40, 80, 200]) func neverWiderThanTheTerminal(width: Int) {
    let columns = (1...5).map { QueryColumn("c\($0)", .text) }
    let rows: [[Cell]] = (0..<4).map { row in
      (1...5).map { .text(String(repeating: "字", count: $0 * row)) }
    }
    for line in Self.lines(rows, columns, width: width) {
      #expect(TextWidth.of(line) <= max(width, 19))
    }
  }
}
