internal import Tables
internal import Testing

@testable import Imports

/// Every layout is recognised by its header, and read as the profile's documentation says.
struct ExportProfileTests {
  @Test(arguments: ExportFixture.layouts)
  func recognises(fixture: ExportFixture) throws {
    let export = try Export(fixture.raw)
    #expect(export.profile.id == fixture.tool)
    #expect(export.submitted.allSatisfy { $0?.date.description.hasPrefix("2026-01-") == true })
  }

  /// What is asked, and of which kind it is.
  @Test(
    arguments: [
      (
        ExportFixture.forms,
        ["Jag har tydliga mål: one", "Hur når du oss?: several", "Något mer?: text"]
      ),
      (.formsSwedish, ["Trivs du?: one"]),
      (.google, ["Vad använder du?: several", "Arbetet – Tempo: one", "Arbetet – Stöd: one"]),
      (
        .limeCodes,
        ["G01Q01: rating", "G01Q02 – SQ001: one", "G02Q03 – SQ001: rating"]
      ),
      (.limeTexts, ["Trivs du på jobbet?: one", "Vad läser du?: several"]),
      (
        .qualtrics,
        [
          "Hur nöjd är du?: one", "Vad läser du?: several", "Hur ofta? – Hemma: one",
          "Hur ofta? – På jobbet: one",
        ]
      ),
      (.surveyMonkey, ["Trivs du?: one", "Vad läser du?: several", "Något mer?: text"]),
      (.kobo, ["trivsel: one", "kanaler: several", "kanaler_other: text"]),
      (.netigate, ["Trivs du?: one"]), (.questback, ["v_1: rating"]),
      (.essentials, ["Trivs du?: one"]),
      (.plain, ["Skulle du rekommendera oss?: nps", "Ålder: number", "Började: date"]),
    ] as [(ExportFixture, [String])])
  func questions(fixture: ExportFixture, expected: [String]) throws {
    let found = try Export(fixture.raw).questions.map { "\($0.wording): \($0.type.rawValue)" }
    if fixture.names.contains("G01Q02[SQ001]") {
      // Marks of one question with several answers, and the rows of an array.
      #expect(
        found == [
          "G01Q01: rating", "G01Q02: several", "G02Q03 – SQ001: rating", "G02Q03 – SQ002: rating",
        ])
    } else {
      #expect(found == expected)
    }
  }

  /// Rows that were never sent in, or only tried out.
  @Test(
    arguments: [
      (ExportFixture.limeCodes, 1, 6), (.qualtrics, 2, 5), (.questback, 1, 5),
      (.surveyMonkey, 0, 6),
    ] as [(ExportFixture, Int, Int)])
  func unfinished(fixture: ExportFixture, left: Int, kept: Int) throws {
    let export = try Export(fixture.raw)
    #expect(export.unfinished == left)
    #expect(export.rowCount == kept)
    #expect(export.questions.allSatisfy { $0.cells.count == kept })
  }

  /// Who answered: the most certain of what tells persons apart.
  @Test(
    arguments: [
      (ExportFixture.forms, "Email", ColumnRole.respondent(.email)),
      (.formsSwedish, "ID", .respondent(.responseID)),
      (.limeCodes, "token", .respondent(.personID)),
      (.qualtrics, "ResponseId", .respondent(.responseID)),
      (.kobo, "_id", .respondent(.responseID)),
      (.netigate, "RespondentId", .respondent(.personID)),
      (.plain, "Kontakt", .respondent(.email)),
    ] as [(ExportFixture, String, ColumnRole)])
  func respondents(fixture: ExportFixture, name: String, role: ColumnRole) throws {
    let column = try #require(Export(fixture.raw).respondents)
    #expect(column.name == name)
    #expect(column.role == role)
  }

  @Test(
    arguments: [
      (ExportFixture.forms, "Vilken grupp tillhör du?"), (.netigate, "Avdelning"),
      (.plain, "Enhet"),
    ] as [(ExportFixture, String)])
  func groups(fixture: ExportFixture, name: String) throws {
    #expect(try Export(fixture.raw).column(.group)?.name == name)
  }

  /// Answers of several are parted and counted once a person.
  @Test func severalAnswers() throws {
    let forms = try Export(ExportFixture.forms.raw)
    #expect(forms.questions[1].cells[0] == ["Telefon"])
    #expect(forms.questions[1].cells[1] == ["Telefon", "E-post"])
    let monkey = try Export(ExportFixture.surveyMonkey.raw)
    #expect(monkey.questions[1].cells[0] == ["Dagspress"])
    #expect(monkey.questions[1].cells[1] == ["Böcker", "Dagspress"])
    #expect(monkey.questions[1].columns == ["Vad läser du?", "column 11"])
  }
}
