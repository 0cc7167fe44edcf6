import Tables
import Testing

@testable import Query

/// Expected truth values: PostgreSQL manual, 9.1 "Logical Operators" and 9.24.1 "IN".
@Suite struct LogicTests {
  @Test(
    "three-valued AND, OR",
    arguments: [
      ("TRUE", "TRUE", "TRUE", "TRUE"),
      ("TRUE", "FALSE", "FALSE", "TRUE"),
      ("TRUE", "NULL", "NULL", "TRUE"),
      ("FALSE", "TRUE", "FALSE", "TRUE"),
      ("FALSE", "FALSE", "FALSE", "FALSE"),
      ("FALSE", "NULL", "FALSE", "NULL"),
      ("NULL", "TRUE", "NULL", "TRUE"),
      ("NULL", "FALSE", "FALSE", "NULL"),
      ("NULL", "NULL", "NULL", "NULL"),
    ])
  func connectives(a: String, b: String, and: String, or: String) throws {
    #expect(try value("\(a) AND \(b)") == value(and))
    #expect(try value("\(a) OR \(b)") == value(or))
  }

  @Test(
    "NOT, IS NULL, IN and operations on NULL",
    arguments: [
      ("NOT TRUE", "FALSE"), ("NOT FALSE", "TRUE"), ("NOT NULL", "NULL"), ("NOT NOT NULL", "NULL"),
      ("NULL IS NULL", "TRUE"), ("NULL IS NOT NULL", "FALSE"),
      ("1 IS NULL", "FALSE"), ("'' IS NULL", "FALSE"), ("1 IS NOT NULL", "TRUE"),
      ("1 IN (1, 2)", "TRUE"), ("3 IN (1, 2)", "FALSE"),
      ("1 NOT IN (1, 2)", "FALSE"), ("3 NOT IN (1, 2)", "TRUE"),
      // A list with NULL cannot rule a value out.
      ("1 IN (1, NULL)", "TRUE"), ("3 IN (1, NULL)", "NULL"),
      ("1 NOT IN (NULL, 1)", "FALSE"), ("3 NOT IN (1, NULL)", "NULL"),
      ("NULL IN (1)", "NULL"), ("NULL NOT IN (1)", "NULL"), ("NULL IN (NULL)", "NULL"),
      ("NULL = NULL", "NULL"), ("NULL <> 1", "NULL"), ("1 < NULL", "NULL"), ("'a' >= NULL", "NULL"),
      ("1 + NULL", "NULL"), ("NULL * 'a'", "NULL"), ("-NULL", "NULL"), ("NULL / 0", "NULL"),
    ])
  func nulls(text: String, expected: String) throws {
    #expect(try value(text) == value(expected))
  }

  @Test(
    "the side that decides keeps the other from being read",
    arguments: [
      ("n <> 0 AND 1 / n > 1", Cell.boolean(false)),
      ("n = 0 OR 1 / n > 1", .boolean(true)),
      ("FALSE AND 5", .boolean(false)),
    ])
  func shortcut(text: String, expected: Cell) throws {
    #expect(try value(text, ["n": .integer(0)]) == expected)
  }

  @Test(
    "what is no condition is refused",
    arguments: [
      ("5 AND TRUE", "a condition is needed, not a number"),
      ("TRUE AND 'x'", "a condition is needed, not a text"),
      ("FALSE OR day", "a condition is needed, not a date"),
      ("NOT moment", "a condition is needed, not a timestamp"),
      ("NOT NOT 5", "a condition is needed, not a number"),
      ("NULL AND 1", "a condition is needed, not a number"),
    ])
  func conditions(text: String, message: String) {
    let cells: [String: Cell] = [
      "day": .date(CalendarDate(daysSince1970: 0)),
      "moment": .timestamp(Timestamp(secondsSince1970: 0)),
    ]
    #expect(refusal { () throws(QueryError) in try value(text, cells) } == message)
  }
}
