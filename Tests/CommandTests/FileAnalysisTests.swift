import ArgumentParser
import Foundation
import Query
import Testing
import TextLayout

@testable import nyckeltal

/// Files that came out wrong, by the commands that look at any file.
@Suite struct FileAnalysisTests {
  /// What a command prints about a file, in English, as one line a paragraph.
  private func output<Command: ParsableCommand>(
    _ command: Command.Type, _ text: String, _ arguments: [String]
  ) throws -> String {
    let folder = try TestFolder()
    defer { folder.remove() }
    let (input, result) = (folder.path + "/in.csv", folder.path + "/out.txt")
    try Data(text.utf8).write(to: URL(fileURLWithPath: input))
    var parsed = try command.parse([input] + arguments + ["--language", "en", "--output", result])
    try parsed.run()
    let printed = try String(contentsOf: URL(fileURLWithPath: result), encoding: .utf8)
    return printed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let figures = [10, 11, 13, 14, 15, 17, 18, 20, 21, 23, 24, 26]
  private static let months = [
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]

  private static func newestFirst(_ labels: [String], _ last: String = "") -> String {
    "tid,v\n" + zip(labels, figures).reversed().map { "\($0),\($1)\n" }.joined() + last
  }

  /// Theil–Sen and its interval of the twelve months in calendar order by R 4.2.2: the median of the
  /// 66 slopes is 16.25/11.
  @Test(arguments: [
    (newestFirst((1...12).map { "2023M" + ($0 < 10 ? "0" : "") + "\($0)" }), "2023-01–2023-12"),
    (newestFirst((0..<12).map { "202\($0 / 4 + 1)K\($0 % 4 + 1)" }), "2021-Q1–2023-Q4"),
    (newestFirst(months.map { "\($0) 2023" }), "2023-01–2023-12"),
    (newestFirst((1...12).map { "2023-\($0)" }), "2023-01–2023-12"),
    (
      newestFirst((1...12).map { "2023-" + ($0 < 10 ? "0" : "") + "\($0)" }, "Totalt,212\n"),
      "2023-01–2023-12"
    ),
    (
      newestFirst(
        (7...18).map { $0 < 13 ? "2022" + ($0 < 10 ? "0" : "") + "\($0)" : "20230\($0 - 12)" }),
      "2022-07–2023-06"
    ),
  ])
  func rises(_ text: String, _ span: String) throws {
    let printed = try output(TrendCommand.self, text, ["--time", "tid", "--value", "v"])
    #expect(
      printed.contains(
        "V has risen \(span): +1.477 a period (95%: +1.375 – +1.500); Mann–Kendall test, p < 0.001."
      ),
      "\(printed)")
    #expect(printed.contains("“Totalt” in tid") == text.contains("Totalt"))
  }

  /// Two groups that do not overlap: Welch's p by R 4.2.2 is 6e-18, the means are 211 apart. `#` is
  /// the number.
  @Test(
    arguments: [
      ("#", ",", 0, nil), ("# kr", ",", 1000, nil), ("1.#,50", ";", 0, nil), ("#", ",", 0, ".."),
      ("#", ",", 0, "Vet ej"), ("# %", ",", 0, "Vet ej"),
    ] as [(String, String, Int, String?)])
  func figuresStayFigures(
    _ cell: String, _ mark: String, _ more: Int, _ extra: String?
  ) throws {
    var rows = ["g\(mark)v"]
    for place in 0..<12 {
      for (group, number) in [("A", 100 + 3 * place), ("B", 300 + 5 * place)] {
        rows.append(group + mark + cell.replacing("#", with: "\(more + number)"))
      }
    }
    if let extra { rows.append("B" + mark + extra) }
    let printed = try output(
      CompareCommand.self, rows.joined(separator: "\n"), ["--value", "v", "--by", "g"])
    #expect(printed.contains("v was read as numbers; "), "\(printed)")
    #expect(printed.contains("The mean of v is larger in B than in A: +211"), "\(printed)")
    #expect(printed.contains("Left out: 1 has “\(extra ?? "")” in v") == (extra != nil))
  }

  @Test func exportHeaders() throws {
    let rows = (0..<60).map {
      "2024-0\($0 % 6 + 1)-03 10:11:12,\($0 * 7 % 5 + 1),\($0 % 2 == 0 ? "A" : "B")\n"
    }
    let text =
      "StartDate,Q1,grp\n\"Start Date\",\"Hur nöjd?\",\"Grupp\"\n"
      + "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\","
      + "\"{\"\"ImportId\"\":\"\"g\"\"}\"\n" + rows.joined() + "StartDate,Q1,grp\n"
    let printed = try output(CompareCommand.self, text, ["--value", "Q1", "--by", "grp"])
    #expect(
      printed.contains(
        "Q1 was read as numbers; 60 of 61 rows are used. Left out: 1 is a row of headings."),
      "\(printed)")
    #expect(!printed.contains("ImportId"))
  }

  @Test func options() throws {
    let gathered = try output(
      TrendCommand.self, "tid,v\nHT 2022,1\nVT 2023,3\nHT 2023,7\nokänt,1\nsaknas,2\n",
      ["--time", "tid", "--value", "v", "--every", "school-year"])
    #expect(gathered.contains("V went from 2 (2022/23) to 7 (2023/24)"), "\(gathered)")
    let order = try output(
      TrendCommand.self, "tid,v\nefter,1\nföre,3\n",
      ["--time", "tid", "--value", "v", "--order", "före", "efter"])
    #expect(order.contains("V went from 3 (före) to 1 (efter)"))
    let day = try output(
      TrendCommand.self, "tid,v\n05/11/2024,1\n06/12/2024,3\n",
      ["--time", "tid", "--value", "v", "--date-order", "month-first"])
    #expect(day.contains("V went from 1 (2024-05) to 3 (2024-06)"))
    let share = try output(
      CompareCommand.self, "g,v\nA,ja\nA,ja\nA,Vet ej\nA,hoppas\nB,ja\nB,ja\nB,nej\n",
      ["--value", "v", "--by", "g", "--positive", "ja", "--missing", "Hoppas"])
    #expect(share.contains("A 2 2 100%"), "\(share)")
    let words = try output(
      CompareCommand.self, "g,v\nA,1\nA,2\nA,1\nB,2\nB,2\nB,1\n",
      ["--value", "v", "--by", "g", "--as", "words"])
    #expect(words.contains("v was read as words"))
  }

  @Test(arguments: [
    TrendCommand.helpMessage(columns: 80), CompareCommand.helpMessage(columns: 80),
    WeightCommand.helpMessage(columns: 80),
  ])
  func helpIsNarrow(_ help: String) {
    for line in help.split(separator: "\n") { #expect(TextWidth.of(String(line)) <= 80) }
  }
}
