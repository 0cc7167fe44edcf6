import Analyses
import Diagnostics
import Statistics
import TableFiles
import Tables
import Testing

@Suite("Series of a table")
struct SeriesTests {
  static func table(_ text: String) -> Table {
    CSVReader.read(bytes: Array(text.utf8), named: "figures.csv").table
  }

  private func shown(_ series: Series) -> [String] {
    series.points.map { "\($0.label)=\($0.value)" }
  }

  @Test("days are gathered into months, and a month without rows counts 0")
  func months() throws {
    let table = Self.table("received\n2023-01-02\n2023-01-31\n2023-03-01\n")
    let reading = try SeriesReading(SeriesRequest(time: "received"), of: table)
    #expect(reading.series.map(shown) == [["2023-01=2.0", "2023-02=0.0", "2023-03=1.0"]])
    #expect(reading.series[0].isComplete && reading.series[0].length == .month)
  }

  @Test(
    "periods and what they are called",
    arguments: [
      (.day, ["2023-01-02=1.0", "2023-01-03=2.0"], "2023-01-02\n2023-01-03\n2023-01-03\n"),
      (.week, ["2023-W01=2.0", "2023-W02=1.0"], "2023-01-02\n2023-01-08\n2023-01-09\n"),
      (.week, ["1970-W01=1.0", "1970-W02=1.0"], "1970-01-04\n1970-01-05\n"),
      (.quarter, ["2022-Q4=1.0", "2023-Q1=2.0"], "2022-12-31\n2023-01-01\n2023-03-31\n"),
      (.year, ["2022=1.0", "2023=1.0"], "2022-12-31\n2023-01-01\n"),
    ] as [(PeriodLength, [String], String)])
  func periods(_ length: PeriodLength, _ expected: [String], _ rows: String) throws {
    let reading = try SeriesReading(
      SeriesRequest(time: "day", times: TimeRequest(every: length)), of: Self.table("day\n" + rows))
    #expect(reading.series.map(shown) == [expected])
  }

  @Test("written periods are read; a gap stays a gap for means")
  func written() throws {
    let table = Self.table("wave,grade\n2023-Q1,3\n2023-Q1,4\n2023-Q4,5\n2023-Q2,\n")
    let request = SeriesRequest(time: "wave", value: "grade")
    let reading = try SeriesReading(request, of: table)
    #expect(reading.series.map(shown) == [["2023-Q1=3.5", "2023-Q4=5.0"]])
    #expect(reading.leftOut.rowCount == 1 && !reading.series[0].isComplete)
  }

  @Test("numbers that are no periods keep their distances")
  func order() throws {
    let numbers = try SeriesReading(
      SeriesRequest(time: "round", value: "n"), of: Self.table("round,n\n7,1\n1,2\n2,4\n"))
    #expect(numbers.series[0].times == [1, 2, 7])
  }

  @Test("each part is a series, and its zeros reach over the whole table")
  func parts() throws {
    let table = Self.table("year,unit\n2021,b\n2023,b\n2022,a\n2023,\n")
    let reading = try SeriesReading(SeriesRequest(time: "year", part: "unit"), of: table)
    #expect(reading.series.map(\.part) == ["a", "b"])
    #expect(shown(reading.series[0]) == ["2021=0.0", "2022=1.0", "2023=0.0"])
    #expect(reading.leftOut.rowCount == 1)
  }

  @Test(
    "figures of a period",
    arguments: [(.mean, 4), (.sum, 12), (.median, 2), (.count, 3)] as [(PeriodFigure, Double)])
  func figures(_ figure: PeriodFigure, _ expected: Double) throws {
    let table = Self.table("year,n\n2021,1\n2021,2\n2021,9\n")
    let request = SeriesRequest(time: "year", value: "n", figure: figure)
    #expect(try SeriesReading(request, of: table).series[0].values == [expected])
  }

  @Test(
    "without a value each row is 1", arguments: [(.sum, 2), (.mean, 1)] as [(PeriodFigure, Double)])
  func ones(_ figure: PeriodFigure, _ expected: Double) throws {
    let request = SeriesRequest(time: "year", figure: figure)
    let reading = try SeriesReading(request, of: Self.table("year\n2021\n2021\n"))
    #expect(reading.series[0].values == [expected])
  }

  @Test("a sum that no number can hold is refused")
  func overflow() {
    let request = SeriesRequest(time: "year", value: "n", figure: .sum)
    #expect {
      try SeriesReading(request, of: Self.table("year,n\n2021,1e308\n2021,1e308\n"))
    } throws: { error in
      (error as? Diagnostic)?.formatted(showingValue: true) == """
        figures.csv: error[statistics]: the rows cannot be added up
          value out of range: overflow
        """
    }
  }

  private struct Measured {
    var year: Int?
    var part: String?
    var number: Double?
    var size: Int?
  }

  /// Rows that lack now this, now that; the numbers follow no pattern that a period shares.
  private static let measured = (0..<400).map { row in
    let mixed = row * 7_919 % 1_009
    return Measured(
      year: row % 9 == 4 ? nil : 2000 + mixed % 6, part: ["a", "b", nil][mixed / 6 % 3],
      number: row % 5 == 2 ? nil : Double(mixed) / 8, size: row % 7 == 3 ? nil : mixed / 18 % 3)
  }

  @Test("agree with gathering row by row", arguments: PeriodFigure.allCases, [true, false])
  func reference(_ figure: PeriodFigure, _ hasSize: Bool) throws {
    let rows = Self.measured
    let table = Table(
      name: "measured",
      columns: [
        ("year", Vector(rows.map(\.year))), ("part", Vector(rows.map(\.part))),
        ("number", Vector(rows.map(\.number))), ("size", Vector(rows.map(\.size))),
      ])
    let request = SeriesRequest(
      time: "year", value: "number", part: "part", size: hasSize ? "size" : nil, figure: figure)
    let reading = try SeriesReading(request, of: table)
    #expect(reading.series.map(\.part) == ["a", "b"])
    var used = 0
    for series in reading.series {
      #expect(series.points.map(\.index) == Array(2000..<2006))
      for point in series.points {
        let period = rows.filter {
          $0.year == point.index && $0.part == series.part && (!hasSize || $0.size != nil)
        }
        let numbers = period.compactMap(\.number)
        used += numbers.count
        let expected =
          switch figure {
          case .count: Double(numbers.count)
          case .sum: numbers.reduce(0, +)
          case .mean: try Location.mean(of: numbers)
          case .median: try Location.median(of: numbers)
          }
        let sizes = period.filter { $0.number != nil }.compactMap(\.size)
        let size = hasSize ? Double(sizes.reduce(0, +)) : nil
        #expect(abs(point.events - expected) <= 1e-12 * abs(expected))
        #expect(point.size == size)
        #expect(point.value == point.events / (size ?? 1))
      }
    }
    #expect(used + reading.leftOut.rowCount == rows.count)
  }

  @Test(
    "refusals are whole sentences",
    arguments: [
      (
        SeriesRequest(time: "yeer", value: "n"),
        """
        figures.csv: error[column]: there is no column 'yeer'
          fix: write 'year'
          found: year, n, word
        """
      ),
      (
        SeriesRequest(time: "year", value: "word"),
        """
        figures.csv:2: error[column-type]: column 'word' holds text where numbers are needed
          fix: name a column of numbers
          fix: count words as missing: --missing WORD
        """
      ),
      (
        SeriesRequest(time: "year", value: "n", times: TimeRequest(every: .month)),
        """
        figures.csv:2: error[period]: column 'year' holds years, which do not lie in one month each
          fix: leave --every out
          fix: name a longer period with --every
          value: '2021'
        """
      ),
    ])
  func refusals(_ request: SeriesRequest, _ words: String) {
    let table = Self.table("year,n,word\n2021,1,good\n2022,2,bad\n")
    #expect {
      try SeriesReading(request, of: table)
    } throws: { error in
      (error as? Diagnostic)?.formatted(showingValue: true) == words
    }
  }
}
