import TableFixtures
import Tables
import Testing

@testable import TableFiles

/// The short way of reading numbers against the long one.
@Suite struct NumberFormatTests {
  private let parser = ValueParser(missing: MissingWords([]))

  /// Reads a text with other bytes around it.
  private func read<Value>(
    _ text: String, _ body: (UnsafePointer<UInt8>, Int) -> Value?
  ) -> Value? {
    let around = Array("9-.1,2;8".utf8)
    let bytes = around + around + Array(text.utf8) + around + around
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { body($0 + 16, text.utf8.count) }
    }
  }

  private func parsed<Value>(_ text: String, _ body: (Bytes) -> Value?) -> Value? {
    Array(text.utf8).withUnsafeBufferPointer { body($0) }
  }

  /// What it gives is what the parser gives; it may leave a number to the parser.
  private func check(_ text: String) {
    if let whole = read(text, IntegerFormat().plain) {
      #expect(parsed(text) { parser.integer($0, CellStyle()) } == whole, "\(text)")
    }
    for hasComma in [false, true] {
      let style = CellStyle(decimalComma: hasComma, groups: .unknown, dayOrder: .unknown)
      guard let real = read(text, RealFormat(hasComma: hasComma).plain) else { continue }
      let other = text.replacing(hasComma ? "," : ".", with: ".")
      #expect(real == Double(other), "\(text)")
      #expect(real.sign == .plus || real != 0, "\(text)")
      #expect(parsed(text) { parser.real($0, style) } == real, "\(text)")
    }
  }

  @Test func randomWritings() {
    var random = SeededGenerator(state: 7)
    let characters = Array("00123456789012345678901234567899..,,-- +e")
    for _ in 0..<60_000 {
      let length = Int.random(in: 1...20, using: &random)
      check(String((0..<length).map { _ in characters.randomElement(using: &random) ?? "0" }))
    }
  }

  /// Plain writings are read here, not by the parser: with and without sign and mark, of any length.
  @Test func plainWritings() {
    var random = SeededGenerator(state: 8)
    for digits in 1...18 {
      for sign in ["", "-"] {
        for _ in 0..<50 {
          let first = Int.random(in: 1...9, using: &random)
          let rest = (1..<max(2, digits)).map { _ in Int.random(in: 0...9, using: &random) }
          let text = ([first] + (digits == 1 ? [] : rest)).map(String.init).joined()
          #expect(read(sign + text, IntegerFormat().plain) == Int64(sign + text), "\(text)")
          guard digits <= 15 else { continue }
          for fraction in 0..<digits {
            let whole = text.dropLast(fraction)
            let real = fraction == 0 ? text : whole + "." + text.suffix(fraction)
            let comma = real.replacing(".", with: ",")
            let expected = Double(sign + real)
            #expect(read(sign + real, RealFormat(hasComma: false).plain) == expected, "\(real)")
            #expect(read(sign + comma, RealFormat(hasComma: true).plain) == expected, "\(comma)")
          }
        }
      }
    }
    for text in ["0", "-0", "0.0", "-0.00", "0.05", "-0.5", "0.0000001"] {
      #expect(read(text, RealFormat(hasComma: false).plain) == Double(text), "\(text)")
    }
  }

  @Test(arguments: [
    "-", ".", "-.", ".5", "5.", "-.5", "05", "-05", "00", "05.5", "1.2.3", "1..2", "+5", " 5", "5 ",
    "1,5", "5-", "--5", "1e5", "１", "12345.", "1234567.", ".1234567",
  ])
  func whatIsLeftToTheParser(_ text: String) {
    #expect(read(text, IntegerFormat().plain) == nil)
    #expect(read(text, RealFormat(hasComma: false).plain) == nil)
  }

  /// Any byte in any place.
  @Test func everyByte() {
    for usual in ["7", "12.5", "-12.25", "1234567", "12345678", "123456789", "1234.5678"] {
      for place in usual.unicodeScalars.indices {
        for byte in UInt8.min...0x7F {
          var text = usual.unicodeScalars
          text.replaceSubrange(place...place, with: [Unicode.Scalar(byte)])
          check(String(text))
        }
      }
    }
  }

  // MARK: - Many side by side

  /// The cells of a column of fields, read in steps of some rows; `nil` if one has no number.
  private func column(
    _ texts: [String], _ type: ColumnType, hasComma: Bool, step: Int, isWide: Bool
  ) -> [Cell]? {
    let room = [UInt8](repeating: 0, count: 64)
    var bytes = room
    var marks: [Int32] = []
    for text in texts {
      marks.append(Int32(bytes.count))
      bytes += ";".utf8 + Array(text.utf8)
      marks.append(Int32(bytes.count))
    }
    bytes += ";".utf8 + room
    var plan = ColumnPlan(name: "number", type: type)
    plan.style.decimalComma = hasComma
    let reader = TypedColumnReader(
      0, plan, ColumnContext(CSVOptions(), faults: .thrown), ColumnCapacity(columns: 1),
      isWide: isWide)
    return bytes.withUnsafeBufferPointer { bytes in
      marks.withUnsafeBufferPointer { marks -> [Cell]? in
        guard let start = bytes.baseAddress, let first = marks.baseAddress else { return nil }
        let all = FieldMatrix(bytes: start, marks: first, stride: 2, rows: texts.count, gap: 0)
        var row = 0
        for start in stride(from: 0, to: texts.count, by: step) {
          let matrix = all.rows(start..<min(texts.count, start + step))
          guard (try? reader.read(matrix, at: row)) != nil else { return nil }
          row += matrix.rows
        }
        let vector = reader.take(row)
        return (0..<row).map { vector[$0] }
      }
    }
  }

  /// Whole numbers and others, of any length and sign, empty fields, quotes, spaces, and now and
  /// then what is no number.
  private static func texts(_ random: inout SeededGenerator, mark: String?) -> [String] {
    let rare = Int.random(in: 0...3, using: &random) * 4
    return (0..<Int.random(in: 1...300, using: &random)).map { _ in
      let whole = Int.random(in: 0...(1 << Int.random(in: 1...40, using: &random)), using: &random)
      let sign = Bool.random(using: &random) ? "-" : ""
      let fraction =
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          String(Int.random(in: 0...9, using: &random))
        }.joined()
      let number = sign + String(whole) + (mark.map { fraction.isEmpty ? "" : $0 + fraction } ?? "")
      switch Int.random(in: 0..<100, using: &random) {
      case ..<15: return ""
      case ..<(15 + rare / 2): return "\"\(number)\""
      case ..<(15 + rare): return " \(number)"
      case 99 where rare > 0 && Int.random(in: 0..<60, using: &random) == 0:
        return ["x", "1-", "-", "1\u{FF}5", "1..5", "5.", ".", "007"].randomElement(using: &random)
          ?? ""
      default: return number
      }
    }
  }

  @Test(.enabled(if: Processor.hasWideVectors)) func manySideBySide() {
    var random = SeededGenerator(state: 9)
    var refused = 0
    for trial in 0..<600 {
      let mark = [nil, ".", ","][trial % 3]
      let texts = Self.texts(&random, mark: mark)
      let step = Int.random(in: 1...80, using: &random)
      let type = mark == nil ? ColumnType.integer : .real
      let cells = [false, true].map { isWide in
        column(texts, type, hasComma: mark == ",", step: step, isWide: isWide)
      }
      #expect(cells[0] == cells[1], "trial \(trial)")
      if cells[0] == nil { refused += 1 }
    }
    #expect(1..<300 ~= refused)
  }
}
