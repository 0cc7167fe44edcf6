/// What stands beside a number and tells what it counts.
enum NumberUnit: UInt8, CaseIterable {
  case percent
  case krona
  case euro
  case dollar
  case pound
  case norwegianKrone
  case danishKrone
  case thousandKronor
  case millionKronor

  /// How it is written in a message.
  var sign: String {
    switch self {
    case .percent: "%"
    case .krona: "kr"
    case .euro: "€"
    case .dollar: "$"
    case .pound: "£"
    case .norwegianKrone: "NOK"
    case .danishKrone: "DKK"
    case .thousandKronor: "tkr"
    case .millionKronor: "mnkr"
    }
  }

  /// Whether a number without a unit means the same: 12 beside 12 kr does, while 12 beside 12 % may
  /// be twelve wholes, and beside 12 tkr twelve kronor.
  var mayBeLeftOut: Bool {
    switch self {
    case .percent, .thousandKronor, .millionKronor: false
    default: true
    }
  }

  /// The unit that a text before or behind a number is, in any case of ASCII.
  init?(_ text: Bytes) {
    let found = Self.words.first { word, _ in
      word.utf8CodeUnitCount == text.count
        && word.withUTF8Buffer { full in
          text.indices.allSatisfy { full[$0] == text[$0] || full[$0] == text[$0] | 0x20 }
        }
    }
    guard let found else { return nil }
    self = found.unit
  }

  private static let words: [(word: StaticString, unit: NumberUnit)] = [
    ("%", .percent), ("procent", .percent), ("percent", .percent), ("kr", .krona), ("kr.", .krona),
    ("sek", .krona), ("kronor", .krona), (":-", .krona), ("€", .euro), ("eur", .euro),
    ("euro", .euro), ("$", .dollar), ("usd", .dollar), ("£", .pound), ("gbp", .pound),
    ("nok", .norwegianKrone), ("dkk", .danishKrone), ("tkr", .thousandKronor),
    ("tsek", .thousandKronor), ("mkr", .millionKronor), ("mnkr", .millionKronor),
    ("msek", .millionKronor),
  ]
}

/// The units of the numbers of a column.
struct UnitSet: Equatable {
  private var bits: UInt16 = 0

  mutating func insert(_ unit: NumberUnit) { bits |= 1 << UInt16(unit.rawValue) }

  mutating func formUnion(_ other: UnitSet) { bits |= other.bits }

  /// The only unit, if there is one and no other.
  var only: NumberUnit? {
    bits.nonzeroBitCount == 1 ? NumberUnit(rawValue: UInt8(bits.trailingZeroBitCount)) : nil
  }
}
