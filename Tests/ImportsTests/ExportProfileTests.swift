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

  /// Who is not to be known is nobody in particular, also beside some who are.
  @Test(
    arguments: [
      (["anonymous", "a@exempel.se", "Anonym", ""], "Email"), (["anonymous", "anonymous"], "ID"),
      (["a@exempel.se"], "Email"), (["a@exempel.se", "a@exempel.se"], "ID"),
    ])
  func nobody(addresses: [String], expected: String) throws {
    let rows = addresses.enumerated().map { place, address in
      ["\(place + 1)", "1/5/26 9:00:00", "1/15/26 9:05:00", address, "", "Ja"]
    }
    let export = try Export(
      ExportFixture(
        tool: "microsoft-forms",
        names: ["ID", "Start time", "Completion time", "Email", "Name", "Trivs du?"], rows: rows
      ).raw)
    let column = export.respondents
    #expect((column?.name ?? "ID") == expected)
    #expect(
      export.column(.respondent(.email))?.texts.indices.compactMap {
        export.column(.respondent(.email))?.identity(ofRow: $0)
      } == addresses.filter { $0.contains("@") })
  }

  /// A survey that keeps no days has been sent in all the same.
  @Test func limeSurveyWithoutDays() throws {
    var fixture = ExportFixture.limeCodes
    fixture = ExportFixture(
      tool: fixture.tool, names: fixture.names,
      rows: fixture.rows.map { row in
        [row[0], row[1].isEmpty ? "" : "1980-01-01 00:00:00"] + row[2...]
      })
    let export = try Export(fixture.raw)
    #expect((export.rowCount, export.unfinished) == (6, 1))
    #expect(export.submitted.allSatisfy { $0 == nil })
  }

  /// No is an answer, and a question of the same wording another one.
  @Test func nothingIsTakenForMarks() throws {
    let export = try Export(
      ExportFixture(
        tool: "google-forms",
        names: ["Tidstämpel", "Har du fått [Stöd]", "Har du fått [Tid]"],
        rows: ExportFixture.rows(6) { n in
          ["2026/01/1\(n) 3:05:00 em CET", n < 3 ? "Ja" : "Nej", n < 5 ? "Ja" : "Nej"]
        }
      ).raw)
    #expect(export.questions.map(\.scale?.name) == ["yes-no", "yes-no"])
    let kobo = ExportFixture.kobo
    let other = ExportFixture(
      tool: kobo.tool, names: kobo.names,
      rows: kobo.rows.map { row in row[..<3] + ["det beror på"] + row[4...] })
    #expect(try Export(kobo.raw).questions.count { $0.wording == "kanaler" } == 1)
    #expect(try Export(other.raw).questions.count { $0.wording == "kanaler" } == 2)
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
