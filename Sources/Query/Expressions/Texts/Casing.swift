internal import Tables

/// Upper and lower case, scalar by scalar: one scalar gives one, as in PostgreSQL.
enum Casing {
  static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return scalar.value &- 65 < 26 ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
    }
    return single(scalar.properties.lowercaseMapping) ?? scalar
  }

  static func raised(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return scalar.value &- 97 < 26 ? Unicode.Scalar(UInt8(scalar.value - 32)) : scalar
    }
    return single(scalar.properties.uppercaseMapping) ?? scalar
  }

  private static func single(_ mapping: String) -> Unicode.Scalar? {
    var scalars = mapping.unicodeScalars.makeIterator()
    let first = scalars.next()
    return scalars.next() == nil ? first : nil
  }

  static func lowered(_ text: String) -> String { mapped(text, lowered) }

  static func raised(_ text: String) -> String { mapped(text, raised) }

  private static func mapped(
    _ text: String, _ map: (Unicode.Scalar) -> Unicode.Scalar
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(map(scalar)) }
    return String(result)
  }

  /// Bytes in lower case.
  static func lowered(_ text: TextPool.Bytes) -> [UInt8] {
    if text.allSatisfy({ $0 < 0x80 }) {
      return text.map { $0 &- 65 < 26 ? $0 + 32 : $0 }
    }
    return Array(lowered(String(decoding: text, as: UTF8.self)).utf8)
  }

  /// Whether words go on: letters and digits.
  static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let lower = scalar.value | 32
      return lower &- 97 < 26 || scalar.value &- 48 < 10
    }
    if scalar.properties.isAlphabetic { return true }
    return scalar.properties.numericType == .decimal
  }
}
