internal import Labels
internal import Reports
internal import Testing

@testable import Imports

struct FileOverviewTests {
  /// Eight, four and one of three groups; what everybody answered is counted by hand.
  private func export() throws -> Export {
    let groups = Array(repeating: "Stab", count: 8) + Array(repeating: "Chefer", count: 4) + ["IT"]
    return try Export(
      ExportFixture(
        tool: "table", names: ["Grupp", "Trivs du?", "Vad använder du?", "Fritt", "Få"],
        rows: groups.enumerated().map { row, group in
          [
            group, row < 9 ? "Ja" : "Nej", row % 2 == 0 ? "Bil;Cykel" : "Cykel",
            "Egna ord nummer \(row)", row < 3 ? "Ja" : "",
          ]
        }
      ).raw)
  }

  @Test func countsAndShares() throws {
    let overview = FileOverview(try export())
    let figures = try #require(overview.questions[0].all)
    #expect(figures.answered == 13)
    #expect(figures.counts == [9, 4])
    let several = try #require(overview.questions[1].all)
    // Seven rows of even number say both.
    #expect(overview.questions[1].answers.map(\.id) == ["bil", "cykel"])
    #expect(several.counts == [7, 13])
  }

  /// Groups of four and one are five together; no group of fewer than five is told of alone.
  @Test func smallGroupsAreToldTogether() throws {
    let groups = FileOverview(try export()).questions[0].groups
    #expect(groups.map(\.names) == [["Stab"], ["Chefer", "IT"]])
    #expect(groups.map(\.figures.answered) == [8, 5])
  }

  /// That somebody does not know is no answer. Six and one gave a number: no mean is of the one alone, though
  /// five of the second group answered. Of the next question one number is all that is known.
  @Test func meansAreOfEnoughNumbers() throws {
    let rows = (0..<12).map { n in
      [
        n < 7 ? "Stab" : "IT", n < 6 || n == 7 ? String(n % 5 + 1) : "Vet ej",
        n == 0 ? "4" : "Vet ej",
      ]
    }
    let overview = FileOverview(
      try Export(
        ExportFixture(tool: "table", names: ["Grupp", "Betyg?", "Nytt?"], rows: rows).raw))
    let marks = overview.questions[0]
    #expect(marks.question.type == .rating)
    // 1, 2, 3, 4, 5, 1 and 3.
    #expect(marks.all?.mean == 19.0 / 7)
    #expect(marks.groups.isEmpty)
    let few = overview.questions[1]
    #expect(few.question.type == .rating)
    #expect(few.answered == 12)
    #expect(few.isFew)
    #expect(few.all == nil)
  }

  @Test func rowsWithoutAGroupAreTold() throws {
    let rows = (0..<12).map { n in [n < 6 ? "Stab" : "", n % 2 == 0 ? "Ja" : "Nej"] }
    var export = try Export(
      ExportFixture(tool: "table", names: ["Grupp", "Trivs du?"], rows: rows).raw)
    export.setGroup(column: "Grupp")
    let overview = FileOverview(export)
    #expect(overview.groupSizes.map(\.name) == ["Stab", ""])
    #expect(overview.groupSizes.map(\.count) == [6, 6])
    let text = TextRenderer(language: .swedish).render(OverviewReport.document(overview))
    #expect(text.contains("utan grupp"))
  }

  /// Whatever is joined, no row is of fewer than the limit, and no difference between rows is either.
  @Test(arguments: 1...60)
  func noDifferenceTellsOfFew(seed: Int) throws {
    let names = ["A", "B", "C", "D", "E"]
    let rows = (0..<(5 + seed % 23)).map { row in
      [
        names[(row * row + seed * 7 + row * seed) % names.count],
        (row * 3 + seed) % 4 == 0 ? "" : ["Ja", "Nej"][(row + seed) % 2],
      ]
    }
    let export = try Export(
      ExportFixture(tool: "table", names: ["Grupp", "Trivs du?"], rows: rows + [["A", "Ja"]]).raw)
    let question = try #require(
      FileOverview(export).questions.first { $0.question.wording == "Trivs du?" })
    let answered = rows.count { !$0[1].isEmpty } + 1
    #expect(question.answered == answered)
    // Whatever the seed, there are figures of everybody wherever enough answered.
    #expect((question.all != nil) == (answered >= 5))
    guard let all = question.all else { return }
    let parts = question.groups.map(\.figures.answered)
    #expect(all.answered >= 5)
    #expect(parts.allSatisfy { $0 >= 5 })
    #expect(parts.isEmpty || parts.reduce(0, +) == all.answered)
  }

  @Test func fewAnswersAndFreeTextHaveNoFigures() throws {
    let overview = FileOverview(try export())
    #expect(overview.questions[2].all == nil)
    #expect(overview.questions[2].question.type == .text)
    #expect(overview.questions[3].all == nil)
    #expect(overview.questions[3].answered == 3)
  }

  /// Nothing that one person alone wrote is in any rendering, nor who anybody is.
  @Test(arguments: Language.allCases)
  func nothingOfOnePersonIsPrinted(language: Language) throws {
    let rows = ExportFixture.rows(20) { n in
      [
        "\(n)", "2026-01-11 09:00", "2026-01-11 09:05", "p\(n)@exempel.se", "Person \(n)",
        n == 7 ? "Min chef heter Ek" : n % 2 == 0 ? "Lön" : "Arbetstid", "Hemlig text \(n)",
      ]
    }
    let export = try Export(
      ExportFixture(
        tool: "microsoft-forms",
        names: ["ID", "Start time", "Completion time", "Email", "Name", "Viktigast?", "Annat?"],
        rows: rows
      ).raw)
    let document = OverviewReport.document(FileOverview(export))
    let texts = [
      TextRenderer(language: language).render(document),
      CSVRenderer(language: language).render(document.dataTables[0]),
    ]
    for text in texts {
      for secret in ["exempel.se", "Person 3", "Hemlig", "heter Ek"] {
        #expect(!text.contains(secret))
      }
    }
    #expect(texts[0].contains("20"))
  }
}
