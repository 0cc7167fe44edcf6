internal import Testing

@testable import Imports

struct PersonalDataTests {
  /// Numbers that the Swedish tax agency publishes for tests (Skatteverket, testpersonnummer), and the example
  /// of SKV 704; the others differ from them in one digit.
  @Test(
    arguments: [
      ("19900101-2385", true), ("900101-2385", true), ("9001012385", true), ("199001012385", true),
      ("640823-3234", true), ("640823-3235", false), ("19900101-2386", false),
      ("641323-3234", false), ("6408233234x", false), ("640823", false), ("20900230-1111", false),
    ])
  func personalNumbers(text: String, isValid: Bool) {
    #expect(PersonalNumber.isValid(text) == isValid)
  }

  @Test(
    arguments: [
      ("Ring mig på 070-123 45 67 i morgon", "Ring mig på [telefonnummer] i morgon"),
      ("+46 70 123 45 67", "[telefonnummer]"),
      ("Skriv till a.b@kommun.se.", "Skriv till [e-postadress]."),
      ("Jag är 640823-3234", "Jag är [personnummer]"),
      ("Vi är 25 personer sedan 2019", "Vi är 25 personer sedan 2019"),
      ("Öppet 08-17 måndag 3/4", "Öppet 08-17 måndag 3/4"), ("snabel@ord", "snabel@ord"),
      ("3 av 5 tycker 4-5", "3 av 5 tycker 4-5"),
      ("Diarienummer 2023/1234", "Diarienummer 2023/1234"),
    ])
  func removed(text: String, expected: String) {
    #expect(PersonalData.removed(from: text) == expected)
  }

  @Test func columnsOfPersonsAreNoQuestions() throws {
    let forms = try Export(ExportFixture.forms.raw)
    #expect(forms.columns.filter(\.holdsPersons).map(\.name) == ["Email", "Name"])
    let plain = try Export(ExportFixture.plain.raw)
    #expect(!plain.questions.contains { $0.wording == "Kontakt" })
  }
}
