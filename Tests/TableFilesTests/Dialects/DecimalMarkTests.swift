import TableFiles
import Tables
import Testing

@Suite("Decimal marks")
struct DecimalMarkTests {
  @Test(
    "The columns of numbers decide for the whole file",
    arguments: [
      ("a;b\n1,5;x\n", true, 1.5), ("a;b\n1.5;x\n", false, 1.5), ("a\tb\n1,5\tx\n", true, 1.5),
      ("a\tb\n1.5\tx\n", false, 1.5), ("a|b\n1,5|x\n", true, 1.5), ("a,b\n1.5,x\n", false, 1.5),
      ("a,b\n\"1,5\",x\n", true, 1.5), ("a;b\n1,234;x\n", true, 1.234),
      // English thousands, perhaps: left as they are.
      ("a,b\n\"1,234\",x\n", false, "1,234"),
      // Two columns against one.
      ("a;b;c\n1,5;1,5;1.5\n", true, 1.5), ("a;b;c\n1,5;1.5;1.5\n", false, "1,5"),
      // No number with a mark: nothing to see.
      ("a;b\n1;x\n", true, 1), ("a,b\n1,x\n", false, 1),
    ] as [(String, Bool, Cell)])
  func found(text: String, decimalComma: Bool, first: Cell) {
    let file = read(text)
    #expect(file.dialect.decimalComma == decimalComma)
    #expect(file.table.column("a") == [first])
  }

  @Test("A declared mark rules")
  func declared() {
    let file = read("a;b\n1,5;1.5\n", CSVOptions(decimalComma: false))
    #expect(file.table.cells == [["1,5", 1.5]])
  }

  @Test("A declared column counts although a value in it does not fit")
  func declaredColumn() {
    let file = read("a\tb\n1,5\tx\n2,5\ty\nvet ej\tz\n", CSVOptions(types: ["a": .real]))
    #expect(file.table.column("a") == [1.5, 2.5, .null])
    #expect(file.dialect.decimalComma)
  }
}
