import Tables
import Testing

@Suite("Tables of columns")
struct TableTests {
  @Test("columns of any length are cut into chunks", arguments: [0, 1, 65_536, 65_537, 140_000])
  func chunks(_ count: Int) {
    let numbers = (0..<count).map { $0 % 7 == 3 ? nil : $0 }
    let table = Table(
      name: "t",
      columns: [
        ("n", Vector(numbers)), ("half", Vector(numbers.map { $0.map { Double($0) / 2 } })),
        ("text", Vector(numbers.map { $0.map { "\($0 % 5)" } })),
        ("even", Vector(numbers.map { $0.map { $0 % 2 == 0 } })),
      ])
    #expect(
      table.schema.fields == [
        Field("n", .integer), Field("half", .real), Field("text", .text), Field("even", .boolean),
      ])
    #expect(table.rowCount == count)
    #expect(table.chunks.allSatisfy { (1...Chunk.capacity).contains($0.rowCount) })
    var row = 0
    for chunk in table.chunks {
      for place in 0..<chunk.rowCount {
        let cells: [Cell] =
          numbers[row].map { number in
            [
              .integer(Int64(number)), .real(Double(number) / 2), .text("\(number % 5)"),
              .boolean(number % 2 == 0),
            ]
          } ?? [.null, .null, .null, .null]
        if chunk.columns.map({ $0[place] }) != cells { Issue.record("row \(row) differs") }
        row += 1
      }
    }
  }
}
