/// A cell of a sheet: its row from 1, its column from 0.
struct CellPlace: Hashable {
  var row: Int
  var column: Int

  /// What sheets have at most, in Excel and in LibreOffice.
  static let mostRows = 1 << 20
  static let mostColumns = 1 << 14

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B7`; `nil` for what is no cell of a sheet.
  @inline(__always)
  init?(_ text: UnsafePointer<CChar>) {
    var i = text
    var column = 0
    while true {
      let letter = UInt8(bitPattern: i.pointee) | 0x20
      guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { break }
      column = column * 26 + Int(letter - UInt8(ascii: "a")) + 1
      if column > Self.mostColumns { return nil }
      i += 1
    }
    var row = 0
    while i.pointee != 0 {
      let digit = UInt8(bitPattern: i.pointee) &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      row = row * 10 + Int(digit)
      if row > Self.mostRows { return nil }
      i += 1
    }
    guard column > 0, row > 0 else { return nil }
    (self.row, self.column) = (row, column - 1)
  }

  /// `B7`
  var name: String { Self.letters(column) + String(row) }

  /// `A` for 0, `AA` for 26.
  static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// A block of cells that are merged into one.
struct CellBlock: Hashable {
  var first: CellPlace
  var last: CellPlace

  /// Reads `B1:D2`.
  init?(_ text: String) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let first = String(parts[0]).withCString({ CellPlace($0) }),
      let last = String(parts[1]).withCString({ CellPlace($0) }),
      first.row <= last.row, first.column <= last.column
    else { return nil }
    self.init(first: first, last: last)
  }

  init(first: CellPlace, last: CellPlace) {
    self.first = first
    self.last = last
  }

  var name: String { "\(first.name):\(last.name)" }
}
