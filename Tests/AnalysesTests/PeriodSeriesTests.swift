import Analyses
import Diagnostics
import Statistics
import TableFiles
import Tables
import Testing

@Suite("Series of written periods")
struct PeriodSeriesTests {
  private func trend(
    _ text: String, _ change: (inout TrendRequest) -> Void = { _ in }
  ) throws -> TrendAnalysis {
    var request = TrendRequest(series: SeriesRequest(time: "tid", value: "v"))
    change(&request)
    return try TrendAnalysis(request, of: Self.table(text))
  }

  /// The file as the commands read it, words for missing values kept.
  static func table(_ text: String) -> Table {
    CSVReader.read(
      bytes: Array(text.utf8), named: "figures.csv", options: CSVOptions(missingWords: [])
    ).table
  }

  /// Twelve figures in the order of time.
  private static let rising = [10, 11, 13, 14, 15, 17, 18, 20, 21, 23, 24, 26]
  private static let months = [
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]

  private static let labels: [[String]] = [
    (1...12).map { "2023M" + ($0 < 10 ? "0" : "") + "\($0)" },
    (1...12).map { "2023-\($0)" },
    (1...12).map { "2023" + ($0 < 10 ? "0" : "") + "\($0)" },
    months.map { "\($0) 2023" }, months.map { "\($0)-23" },
    (0..<12).map { "202\(1 + $0 / 4)K\($0 % 4 + 1)" },
    (0..<12).map { "kv \($0 % 4 + 1) 202\(1 + $0 / 4)" },
    (0..<12).map { "20\(20 + $0 / 3)T\($0 % 3 + 1)" },
    (0..<12).map { ($0 % 2 == 0 ? "VT" : "HT") + "\(10 + $0 / 2)" },
    (0..<12).map { "20\(10 + $0)/\(11 + $0)" },
    (0..<12).map { "2020-W" + "\(45 + $0)" }.prefix(9) + ["2021-W01", "2021-W02", "2021-W03"],
    (0..<12).map { "\(2010 + $0)" + ($0 == 11 ? "*" : "") },
    (1...12).map { "15." + ($0 < 10 ? "0" : "") + "\($0).2024" },
    (1...12).map { "15/\($0)/2024" },
    (1...12).map { "2024" + ($0 < 10 ? "0" : "") + "\($0)15" },
    (1...12).map { "\($0)/2024" },
    (1...12).map { "omgång \($0)" },
  ]

  /// Theil–Sen by hand: the pairs' slopes lie around 16/11; Mann–Kendall has S = 66, so p is that of
  /// z = 65 / √(12·11·29/18) = 4.4572: 8.3e-06.
  @Test("the order of the file decides nothing", arguments: labels)
  func order(_ labels: [String]) throws {
    let rows = zip(labels, Self.rising).map { "\($0),\($1)" }
    let mixed = [3, 8, 1, 11, 6, 0, 9, 4, 2, 10, 7, 5].map { rows[$0] }
    for order in [rows, rows.reversed(), mixed] {
      let analysis = try trend("tid,v\n" + order.joined(separator: "\n"))
      let series = analysis.findings[0].series
      #expect(series.values == Self.rising.map(Double.init))
      #expect(series.isComplete)
      let figures = try analysis.findings[0].segments[0].trend.get()
      #expect(analysis.findings[0].segments[0].evidence == .rose)
      #expect(abs(figures.slope - 1.477) < 0.0005)
      #expect(abs(figures.test.pValue - 8.3e-06) < 5e-08)
      #expect(analysis.leftOut.isEmpty)
    }
  }

  @Test("a total is named and left out, and marks are told")
  func totals() throws {
    let analysis = try trend("tid,v\n2023*,3\n2022 (prel.),2\nTotalt,6\n2021,1\nSumma 2022,2\n")
    #expect(analysis.findings[0].series.points.map(\.label) == ["2021", "2022", "2023"])
    #expect(
      analysis.leftOut == [
        LeftOut(reason: .total(column: "tid", label: "Totalt"), count: 1, line: 4),
        LeftOut(reason: .total(column: "tid", label: "Summa 2022"), count: 1, line: 6),
      ])
    #expect(analysis.time.marks.map { "\($0.period) \($0.mark)" } == ["2023 *", "2022 prel."])
  }

  @Test("gaps stay, and a break may be named as in the file")
  func gaps() throws {
    let text = "tid,v\ndec 2023,9\nsep 2023,5\njan 2023,1\nfeb 2023,2\nmar 2023,3\n"
    let analysis = try trend(text) { $0.breaks = ["sep 2023"] }
    let series = analysis.findings[0].series
    #expect(series.points.map(\.label) == ["2023-01", "2023-02", "2023-03", "2023-09", "2023-12"])
    #expect(series.gaps.compactMap { series.length?.label(of: $0) }.count == 7)
    #expect(analysis.findings[0].segments.map(\.points.count) == [3, 2])
    // A new definition may begin where there is no figure.
    #expect(try trend(text) { $0.breaks = ["juli 2023"] }.findings[0].segments.count == 2)
  }

  @Test("a part that starts earlier stands in the order of the calendar")
  func parts() throws {
    let rows =
      "2023M03,A,12\n2023M04,A,13\n2023M05,A,15\n2023M06,A,16\n2023M01,B,10\n2023M02,B,11\n"
      + "2023M03,B,13\n2023M04,B,15\n2023M05,B,16\n2023M06,B,18\n"
    let analysis = try trend("tid,enhet,v\n" + rows) { $0.series.part = "enhet" }
    let found = analysis.findings[1]
    #expect(found.series.part == "B" && found.series.points[0].label == "2023-01")
    let figures = try found.segments[0].trend.get()
    #expect(found.segments[0].evidence == .rose)
    // By hand: the median of the 15 slopes is 5/3; S = 15 of 15 pairs, p exact 2/720.
    #expect(abs(figures.slope - 1.67) < 0.005 && abs(figures.test.pValue - 0.0028) < 0.00005)
  }

  @Test(
    "shorter periods are gathered into longer ones",
    arguments: [
      (.quarter, "2023M01,1\n2023M03,3\n2023M04,7\n", ["2023-Q1=2.0", "2023-Q2=7.0"]),
      (.year, "kv 1 2023,1\nkv 4 2023,3\nkv 2 2024,7\n", ["2023=2.0", "2024=7.0"]),
      (.schoolYear, "HT 2022,1\nVT 2023,3\nHT 2023,7\n", ["2022/23=2.0", "2023/24=7.0"]),
      (.month, "2023-W05,1\n2023-W06,3\n2023-W09,7\n", ["2023-02=2.0", "2023-03=7.0"]),
      (.week, "20230130,1\n20230205,3\n20230206,7\n", ["2023-W05=2.0", "2023-W06=7.0"]),
      (.day, "5/13/2023,1\n5/12/2023,3\n", ["2023-05-12=3.0", "2023-05-13=1.0"]),
    ] as [(PeriodLength, String, [String])])
  func gathered(_ length: PeriodLength, _ rows: String, _ expected: [String]) throws {
    let analysis = try trend("tid,v\n" + rows) { $0.series.times.every = length }
    let points = analysis.findings[0].series.points
    #expect(points.map { "\($0.label)=\($0.value)" } == expected)
  }

  @Test("labels that tell no order may be given one")
  func given() throws {
    let text = "tid,v\nefter,3\nföre,1\nunder,2\nTotalt,6\n"
    let analysis = try trend(text) { $0.series.times.order = ["före", "under", "efter"] }
    #expect(analysis.findings[0].series.points.map(\.label) == ["före", "under", "efter"])
    #expect(analysis.findings[0].series.values == [1, 2, 3])
    #expect(analysis.leftOut.rowCount == 1)
  }

  @Test("days by slashes may be told apart")
  func dateOrder() throws {
    let text = "tid,v\n05/11/2024,1\n06/12/2024,2\n"
    for (order, labels) in [
      (.dayFirst, ["2024-11", "2024-12"]), (.monthFirst, ["2024-05", "2024-06"]),
    ] as [(PeriodColumn.DayOrder, [String])] {
      let analysis = try trend(text) { $0.series.times.dayOrder = order }
      #expect(analysis.findings[0].series.points.map(\.label) == labels)
    }
  }

  @Test(
    "what is no period is refused with its line and the way out",
    arguments: [
      (
        "2023-01,1\n2023-02,2\nokänd månad,3\n",
        """
        figures.csv:4: error[period]: column 'tid' holds a label that is no period
          other labels of the column are
          fix: write it as a period, such as 2023, 2023-06, 2023-Q2, 2023-W05 or HT 2023
          fix: leave its rows out: --missing LABEL
          value: 'okänd månad'
        """
      ),
      (
        "2023-01,1\n2023-02,2\n2023,3\n",
        """
        figures.csv:4: error[period]: column 'tid' holds both months and years
          a series has periods of one length
          fix: leave its rows out: --missing LABEL
          value: '2023'
        """
      ),
      (
        "05/11/2024,1\n06/11/2024,2\n",
        """
        figures.csv:2: error[period]: nothing in column 'tid' tells whether the day or the month comes \
        first
          no day is above 12
          fix: --date-order day-first
          fix: --date-order month-first
          fix: write days as 2024-11-05
          value: '05/11/2024'
        """
      ),
      (
        "efter,3\nföre åtgärd,1\n",
        """
        figures.csv: error[period]: column 'tid' holds labels whose order in time is not known
          they are no periods, and the order of the rows says nothing
          fix: name them in order: --order FIRST SECOND …
          fix: write them as periods, such as 2023, 2023-06, 2023-Q2 or HT 2023
          found: efter 'före åtgärd'
        """
      ),
      (
        "kv 4,3\nkv 1,1\n",
        """
        figures.csv: error[period]: column 'tid' holds parts of a year without the year
          where a year ends, their order is not known
          fix: write the year as well, such as 2023-Q2
          fix: name them in order: --order FIRST SECOND …
        """
      ),
      (
        "2312,3\n2401,1\n",
        """
        figures.csv: error[period]: column 'tid' holds numbers that are no years, months, weeks or days
          they may be days, months or weeks in a form that is not known, such as 2301
          fix: write them as 2023-06 or 2023-06-30
          fix: name them in order: --order FIRST SECOND …
        """
      ),
      (
        "15082024,3\n16082024,1\n",
        """
        figures.csv: error[period]: column 'tid' holds numbers that are no years, months, weeks or days
          they may be days, months or weeks in a form that is not known, such as 2301
          fix: write them as 2023-06 or 2023-06-30
          fix: name them in order: --order FIRST SECOND …
        """
      ),
    ])
  func refusals(_ rows: String, _ words: String) {
    #expect {
      try trend("tid,v\n" + rows)
    } throws: { error in
      (error as? Diagnostic)?.formatted(showingValue: true) == words
    }
  }

  @Test("an order that does not fit the labels is refused")
  func badOrder() {
    let text = "tid,v\nefter,3\nföre,1\n"
    for (order, words) in [
      (
        ["före"],
        """
        figures.csv:2: error[period]: column 'tid' holds a label that --order does not name
          fix: add it to --order
          fix: leave its rows out: --missing LABEL
          value: 'efter'
        """
      ),
      (
        ["före", "eftr"],
        """
        figures.csv: error[period]: column 'tid' never holds 'eftr', which --order names
          fix: did you mean 'efter'?
          found: efter före
        """
      ),
    ] {
      #expect {
        try trend(text) { $0.series.times.order = order }
      } throws: { error in
        (error as? Diagnostic)?.formatted(showingValue: true) == words
      }
    }
  }

  @Test("a rise with a season is forecast with both")
  func seasonAndDrift() throws {
    let season = [6.0, -2, 5, 0]
    let rows = (0..<32).map { place in
      let noise = Double(place * 7_919 % 11) / 10
      return "\(2015 + place / 4)K\(place % 4 + 1),\(3 * Double(place) + season[place % 4] + noise)"
    }
    let analysis = try trend("tid,v\n" + rows.reversed().joined(separator: "\n")) {
      $0.season = 4
      $0.forecast = 4
    }
    let forecast = try #require(analysis.findings[0].forecast).get()
    #expect(
      forecast.method == .seasonalLine(length: 4) || forecast.method == .seasonalDrift(length: 4))
    #expect(forecast.points.map(\.label) == ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"])
    for (place, point) in forecast.points.enumerated() {
      // The noise is 0 to 1 around 0.5.
      #expect(abs(point.value - (3 * Double(32 + place) + season[place] + 0.5)) < 1)
    }
    // Without the drift each forecast is 12 too low.
    #expect(try #require(forecast.errors?.meanAbsoluteScaledError) < 0.1)
  }
}
