import Tables
import Testing

@testable import TableFiles

@Suite("Texts of cells outside of the readers")
struct CellReadingTests {
  @Test(
    "The distinct texts of a column as numbers",
    arguments: [
      (["1.100,50", "7"], [.number(1100.5, unit: nil), .number(7, unit: nil)]),
      (["1,5", "1.299"], [.number(1.5, unit: nil), .number(1299, unit: nil)]),
      (["1.5", "1.299"], [.number(1.5, unit: nil), .number(1.299, unit: nil)]),
      (["1.299", "2.345"], [.none(.mark), .none(.mark)]),
      (["1.290", "350"], [.number(1290, unit: nil), .number(350, unit: nil)]),
      (["12 %", "12 kr"], [.number(12, unit: "%"), .number(12, unit: "kr")]),
      (
        ["Vet ej", "<5", "123*", "12 st", "007", "..", "", "2023-06-22"],
        [
          .none(.word), .none(.bound), .none(.footnote), .none(.unit), .none(.identifier), .missing,
          .missing, .none(.word),
        ]
      ),
    ] as [([String], [NumberReading])])
  func numbers(texts: [String], expected: [NumberReading]) {
    #expect(CellReading.numbers(texts) == expected)
  }

  @Test("Words of the caller's own, a known mark, days")
  func single() {
    let reading = CellReading(decimalComma: true, missingWords: ["vet ej"])
    #expect(reading.isMissing(" Vet ej ") && !reading.isMissing("-"))
    #expect(reading.number("1,5").value == 1.5)
    #expect(reading.number("Vet ej") == .missing)
    #expect(reading.day("4 juni 2024").map(Cell.date) == day(2024, 6, 4))
    #expect(reading.moment("2024-08-15 13.22").map(Cell.timestamp) == moment(2024, 8, 15, 13, 22))
    #expect(reading.day("5/11/2024") == nil)
    let column = CellReading(of: ["5/11/2024", "15/8/2024"])
    #expect(column.day("5/11/2024").map(Cell.date) == day(2024, 11, 5))
  }
}
