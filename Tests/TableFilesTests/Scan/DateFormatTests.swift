import Tables
import Testing

@testable import TableFiles

/// The short way of reading days against the long one.
@Suite struct DateFormatTests {
  /// What the short way gives; it may leave a day to the parser, but may not take another for it.
  private func day(_ text: String) -> Int32? {
    let bytes = Array(text.utf8) + Array(repeating: 0, count: 16)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { DateFormat().plain($0, text.utf8.count) }
    }
  }

  @Test func everyDayOfFourCenturies() throws {
    let first = try #require(CalendarDate(year: 1800, month: 1, day: 1)).daysSince1970
    let last = try #require(CalendarDate(year: 2199, month: 12, day: 31)).daysSince1970
    for number in first...last {
      #expect(day("\(CalendarDate(daysSince1970: number))") == number)
    }
  }

  @Test func otherCenturiesAreLeftToTheParser() {
    for text in ["1799-12-31", "2200-01-01", "0001-01-01", "9999-12-31", "0000-00-00"] {
      #expect(day(text) == nil)
    }
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2023-04-31", "2023-00-10", "2023-13-10", "2023-01-00",
    "2023-01-32", "2023-1-001", "2023/01/01", "20a3-01-01", "2023-01-0:", "2023-0/-01", "2023-01-1",
    "2023-01-011", "２-01-01", "",
  ])
  func whatIsNoDay(_ text: String) { #expect(day(text) == nil) }

  /// Any byte in any place.
  @Test func everyByte() throws {
    let usual = Array("2023-11-22".utf8)
    for place in usual.indices {
      for byte in UInt8.min...UInt8.max {
        var bytes = usual
        bytes[place] = byte
        let slow = bytes.withUnsafeBufferPointer { DateScan.isoDate($0)?.daysSince1970 }
        let padded = bytes + Array(repeating: 0, count: 16)
        let fast = padded.withUnsafeBufferPointer { buffer in
          buffer.baseAddress.flatMap { DateFormat().plain($0, 10) }
        }
        let isLeft = fast == nil && (place < 4 || slow == nil)
        #expect(fast == slow || isLeft, "byte \(byte) at \(place)")
      }
    }
  }
}
