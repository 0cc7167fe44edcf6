/// The fields of a form, or of the query of an address.
struct FormFields: Hashable, Sendable {
  private var fields: [(name: String, value: String)] = []

  /// How many fields are read.
  private static let most = 2000

  /// Reads `application/x-www-form-urlencoded`; `nil` for a text that is none.
  init?(encoded text: some StringProtocol) {
    for pair in text.split(separator: "&") {
      guard fields.count < Self.most else { return nil }
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(sides[0]),
        let value = Self.decoded(sides.count > 1 ? sides[1] : "")
      else { return nil }
      fields.append((name, value))
    }
  }

  init(_ fields: [(name: String, value: String)] = []) { self.fields = fields }

  /// The first value of a name.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// All values of a name.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// All fields whose names begin with something, without it.
  func starting(with prefix: String) -> [(name: String, value: String)] {
    fields.filter { $0.name.hasPrefix(prefix) }
      .map { (String($0.name.dropFirst(prefix.count)), $0.value) }
  }

  mutating func add(_ name: String, _ value: String) { fields.append((name, value)) }

  /// A text without percent signs; `nil` where they are none, or it is no UTF-8.
  static func decoded(_ text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = Substring(text).utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst(), let low = rest.popFirst(),
          let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16),
          high != UInt8(ascii: "+"), high != UInt8(ascii: "-")
        else { return nil }
        bytes.append(value)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// A text as a part of an address: what is no letter, digit, dot, dash or underscore in percent signs.
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
        result.unicodeScalars.append(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  static func == (a: Self, b: Self) -> Bool {
    a.fields.elementsEqual(b.fields) { $0.name == $1.name && $0.value == $1.value }
  }

  func hash(into hasher: inout Hasher) {
    for field in fields {
      hasher.combine(field.name)
      hasher.combine(field.value)
    }
  }
}
