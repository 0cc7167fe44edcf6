import Tables
import Testing

@Suite("Periods")
struct PeriodTests {
  /// The first day tells which period it is; from a calendar (weeks: ISO 8601, so week 1 of 2021
  /// begins on 4 January and 2020 has 53 weeks).
  private struct Case: Sendable {
    let length: PeriodLength
    let firstDay: String
    let lastDay: String
    let label: String
    let texts: [String]
  }

  private static let cases = [
    Case(
      length: .year, firstDay: "2023-01-01", lastDay: "2023-12-31", label: "2023",
      texts: ["2023", " 2023 ", "år 2023", "Year 2023"]),
    Case(
      length: .month, firstDay: "2023-12-01", lastDay: "2023-12-31", label: "2023-12",
      texts: [
        "2023M12", "2023m12", "2023-12", "2023/12", "2023.12", "12/2023", "12-2023", "12.2023",
        "dec 2023", "Dec. 2023", "DECEMBER 2023", "dec-2023", "2023 dec", "2023-december", "dec-23",
        "dec23", "2023 M12", "M12 2023", "2023\u{2013}12", "dec\u{A0}2023",
      ]),
    Case(
      length: .month, firstDay: "2023-09-01", lastDay: "2023-09-30", label: "2023-09",
      texts: ["2023-9", "2023/9", "2023/09", "2023M9", "sept 2023", "Sep 2023", "9/2023"]),
    Case(
      length: .month, firstDay: "2024-03-01", lastDay: "2024-03-31", label: "2024-03",
      texts: ["mars 2024", "mar-24", "March 2024", "Mar 24", "månad 3 2024"]),
    Case(
      length: .month, firstDay: "1998-05-01", lastDay: "1998-05-31", label: "1998-05",
      texts: ["maj-98", "May 1998"]),
    Case(
      length: .day, firstDay: "2024-08-15", lastDay: "2024-08-15", label: "2024-08-15",
      texts: [
        "2024-08-15", "2024-8-15", "2024/08/15", "2024.08.15", "20240815", "15.08.2024", "15.8.24",
        "15. 8. 2024", "15/8/2024", "8/15/2024", "15-08-2024", "15/8/24", "15 augusti 2024",
        "den 15 augusti 2024", "15 Aug 2024", "August 15, 2024", "15-aug-24", "2024 aug 15",
        "2024-08-15T13:22:05", "2024-08-15T13:22:05.123Z", "2024-08-15 13:22Z",
        "2024-08-15 13.22", "15/8/2024 kl 13.22",
      ]),
    Case(
      length: .quarter, firstDay: "2024-04-01", lastDay: "2024-06-30", label: "2024-Q2",
      texts: [
        "2024K2", "2024Q2", "2024-Q2", "2024-K2", "2024 kv2", "2024 kv. 2", "kv 2 2024", "Q2 2024",
        "kvartal 2 2024", "2024 kvartal 2", "Q2/2024", "Q2-24", "2 kv 2024", "2Q 2024",
        "quarter 2 2024", "Q2'24",
      ]),
    Case(
      length: .tertial, firstDay: "2023-09-01", lastDay: "2023-12-31", label: "2023-T3",
      texts: ["2023T3", "2023-T3", "T3 2023", "tertial 3 2023", "2023 tertial 3"]),
    Case(
      length: .halfYear, firstDay: "2023-07-01", lastDay: "2023-12-31", label: "2023-H2",
      texts: ["2023H2", "H2 2023", "2023 halvår 2", "halvår 2 2023"]),
    Case(
      length: .week, firstDay: "2023-01-30", lastDay: "2023-02-05", label: "2023-W05",
      texts: [
        "2023-W05", "2023W5", "2023V05", "v. 5 2023", "v5 2023", "2023 v 5", "vecka 5 2023",
        "2023 vecka 5", "Week 5 2023",
      ]),
    Case(
      length: .week, firstDay: "2020-12-28", lastDay: "2021-01-03", label: "2020-W53",
      texts: ["2020-W53", "v. 53 2020"]),
    Case(
      length: .week, firstDay: "2021-01-04", lastDay: "2021-01-10", label: "2021-W01",
      texts: ["2021-W01", "2021V1"]),
    Case(
      length: .term, firstDay: "2023-07-01", lastDay: "2023-12-31", label: "HT 2023",
      texts: [
        "HT 2023", "ht23", "HT-23", "2023HT", "hösten 2023", "Höstterminen 2023", "2023-host",
      ]),
    Case(
      length: .term, firstDay: "2024-01-01", lastDay: "2024-06-30", label: "VT 2024",
      texts: ["VT 2024", "VT24", "våren 2024", "spring 2024"]),
    Case(
      length: .schoolYear, firstDay: "2022-07-01", lastDay: "2023-06-30", label: "2022/23",
      texts: [
        "2022/23", "2022/2023", "2022-2023", "2022-23", "2022\u{2013}23", "läsåret 2022/23",
        "läsår 2022/2023",
      ]),
    Case(
      length: .schoolYear, firstDay: "1999-07-01", lastDay: "2000-06-30", label: "1999/00",
      texts: ["1999/2000", "1999/00"]),
  ]

  @Test("labels of SCB, Kolada, PxWeb and Excel, in Swedish and English", arguments: cases)
  private func labels(_ expected: Case) throws {
    for text in expected.texts {
      let period = try #require(PeriodLabel(text)?.period, "\(text)")
      #expect(period.length == expected.length, "\(text)")
      #expect(period.firstDay.description == expected.firstDay, "\(text)")
      #expect(period.lastDay.description == expected.lastDay, "\(text)")
      #expect(period.description == expected.label, "\(text)")
      #expect(PeriodLabel(text.uppercased())?.period == period, "\(text)")
    }
  }

  @Test(
    "a label is read again as the same period", arguments: PeriodLength.allCases)
  func roundTrip(_ length: PeriodLength) throws {
    let day = try #require(CalendarDate(year: 2014, month: 6, day: 30))
    for steps in 0..<180 {
      let period = Period(length, index: length.index(of: day) + steps)
      let read = try PeriodColumn(["\(period)", "\(Period(length, index: period.index + 1))"])
      #expect(read.periods.first == period, "\(period)")
      #expect(Period(length, of: period.firstDay) == period)
      #expect(Period(length, of: period.lastDay) == period)
    }
  }

  @Test(
    "texts that are no period",
    arguments: [
      "", "x", "omgång 1", "1", "12", "99", "2023-13", "2023-00", "2023M13", "2023K5", "2023T4",
      "2023H3", "2021-W53", "2023-W54", "2023-W00", "2022/24", "2020-2023", "2023-02-30",
      "31/2/2023",
      "20230230", "202313x", "24-mar", "2023:05", "kv 2", "mars", "HT", "2023 (plan)",
      "2023 prognos",
      "2023 (jan)", "läsår 2022", "2023 2024", "123456789012", "2023-01-02-03", "2023 m 1 v 2",
    ])
  func none(_ text: String) { #expect(PeriodLabel(text)?.period == nil) }

  @Test(
    "signs of footnotes and marks of quality are told",
    arguments: [
      ("2023*", "2023", "*"), ("2023 *", "2023", "*"), ("2023 (prel.)", "2023", "prel."),
      ("2023 prel.", "2023", "prel."), ("2023M12 (p)", "2023-12", "p"), ("2023p", "2023", "p"),
      ("2023¹", "2023", "¹"), ("2023 1)", "2023", "1"), ("2023[2]", "2023", "2"),
      ("dec 2023 (reviderad)", "2023-12", "reviderad"),
    ])
  func marks(_ text: String, _ label: String, _ mark: String) throws {
    let read = try #require(PeriodLabel(text))
    #expect(read.period?.description == label && read.mark == mark)
  }

  @Test(
    "a longer period takes a shorter one in that lies in it",
    arguments: [
      ("2024-03-31", .month, "2024-03"), ("2024-03-31", .week, "2024-W13"),
      ("2024-03", .quarter, "2024-Q1"), ("2024-05", .tertial, "2024-T2"),
      ("2024-06", .schoolYear, "2023/24"), ("2024-Q3", .schoolYear, "2024/25"),
      ("2024-Q3", .halfYear, "2024-H2"), ("2024-T1", .year, "2024"), ("HT 2024", .year, "2024"),
      ("HT 2024", .schoolYear, "2024/25"), ("2024-H1", .term, "VT 2024"),
      // The Thursday of week 1 of 2015 is 1 January, of week 14 of 2024 4 April.
      ("2015-W01", .year, "2015"), ("2024-W14", .month, "2024-04"),
      ("2024-T2", .halfYear, nil), ("2024-Q1", .tertial, nil), ("2024-T3", .schoolYear, nil),
      ("2024", .month, nil),
      ("2024", .schoolYear, nil), ("2024-W14", .day, nil), ("2024-04", .week, nil),
    ] as [(String, PeriodLength, String?)])
  func gathered(_ text: String, _ length: PeriodLength, _ expected: String?) throws {
    let period = try #require(PeriodLabel(text)?.period)
    #expect(period.gathered(into: length)?.description == expected)
  }
}

@Suite("Columns of periods")
struct PeriodColumnTests {
  private func labels(_ texts: [String]) throws -> [String?] {
    try PeriodColumn(texts).periods.map { $0?.description }
  }

  @Test(
    "a column tells what its texts mean",
    arguments: [
      (["05/11/2024", "13/11/2024"], ["2024-11-05", "2024-11-13"]),
      (["05/11/2024", "11/13/2024"], ["2024-05-11", "2024-11-13"]),
      (["5/5/2024", "6/6/2024"], ["2024-05-05", "2024-06-06"]),
      (["98-03-15", "99-03-16"], ["1998-03-15", "1999-03-16"]),
      (["15/8/2024", "2024-08-16"], ["2024-08-15", "2024-08-16"]),
      (["202301", "202312"], ["2023-01", "2023-12"]),
      (["202301", "202313"], ["2023-W01", "2023-W13"]),
      (["2009/10", "2010/11"], ["2009/10", "2010/11"]),
      (["2009/10", "2009/11"], ["2009-10", "2009-11"]),
      (["2009-10", "2010-11"], ["2009-10", "2010-11"]),
      (["2009-10", "2012-13"], ["2009/10", "2012/13"]),
      (["2023-01", "Totalt"], ["2023-01", nil]),
      (["2022", "Summa 2023", "RIKET", "Grand Total"], ["2022", nil, nil, nil]),
    ] as [([String], [String?])])
  func conventions(_ texts: [String], _ expected: [String?]) throws {
    #expect(try labels(texts) == expected)
    #expect(try labels(texts.reversed()) == expected.reversed())
  }

  @Test("the order of day and month may be given")
  func dayOrder() throws {
    let texts = ["05/11/2024", "06/11/2024"]
    let first = try PeriodColumn(texts, dayOrder: .dayFirst)
    #expect(first.periods.map { $0?.description } == ["2024-11-05", "2024-11-06"])
    let second = try PeriodColumn(texts, dayOrder: .monthFirst)
    #expect(second.periods.map { $0?.description } == ["2024-05-11", "2024-06-11"])
  }

  @Test(
    "refusals name the text",
    arguments: [
      (["a", "b"], .noPeriods), (["Totalt"], .noPeriods), ([], .noPeriods),
      (["2023", "okänt", "x"], .notAPeriod(position: 1)),
      (["2023", "2023 (plan)"], .notAPeriod(position: 1)),
      (["2023", "2024-01"], .lengthsDiffer(.year, at: 0, other: .month, otherAt: 1)),
      (["05/11/2024", "06/11/2024"], .dayOrMonthFirst(position: 0)),
      (["24-03-15", "24-03-16"], .dayOrMonthFirst(position: 0)),
      (["13/5/2024", "5/13/2024"], .notAPeriod(position: 1)),
    ] as [([String], PeriodColumn.Fault)])
  func faults(_ texts: [String], _ fault: PeriodColumn.Fault) {
    #expect(throws: fault) { try PeriodColumn(texts) }
  }
}
