internal import Tables

/// Decodes a row into a value whose properties bear the names of columns.
struct RowDecoder: Decoder {
  let row: QueryRow
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Columns<Key>(row: row))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw unsupported("a row is decoded by the names of its columns, not as a list")
  }

  /// A result of one column is decoded as plain values too: `decoded(as: Int.self)`.
  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    guard let column = row.columns.first, row.columns.count == 1 else {
      throw unsupported("only rows of one column are decoded as single values")
    }
    return SingleCell(cell: row[0], key: ColumnKey(stringValue: column.name))
  }

  private func unsupported(_ reason: String) -> DecodingError {
    DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: reason))
  }

  private struct Columns<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let row: QueryRow
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { row.columns.compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool { row.columns.contains { $0.name == key.stringValue } }

    func decodeNil(forKey key: Key) throws -> Bool { try cell(key) == .null }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      try SingleCell(cell: try cell(key), key: key).decode(type)
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { throw nested(key) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      throw nested(key)
    }

    func superDecoder() throws -> any Decoder { RowDecoder(row: row) }
    func superDecoder(forKey key: Key) throws -> any Decoder { RowDecoder(row: row) }

    private func cell(_ key: Key) throws -> Cell {
      guard contains(key) else {
        throw DecodingError.keyNotFound(
          key,
          .init(
            codingPath: [key],
            debugDescription: "the result has no column \"\(key.stringValue)\""))
      }
      return row[key.stringValue]
    }

    private func nested(_ key: Key) -> DecodingError {
      DecodingError.dataCorrupted(
        .init(codingPath: [key], debugDescription: "a column holds no lists or objects"))
    }
  }
}

/// The name of a column as a key.
private struct ColumnKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// Decodes one value.
private struct SingleCell: SingleValueDecodingContainer, Decoder {
  let cell: Cell
  let key: any CodingKey
  var codingPath: [any CodingKey] { [key] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func decodeNil() -> Bool { cell == .null }
  func decode(_ type: Bool.Type) throws -> Bool { try value(Bool(cell), type) }
  func decode(_ type: String.Type) throws -> String { try value(text, type) }
  func decode(_ type: Double.Type) throws -> Double { try value(Double(cell), type) }
  func decode(_ type: Float.Type) throws -> Float { try value(Double(cell).map(Float.init), type) }
  func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    // Days and moments are no `Decodable`; anything else that is asks for one of the above.
    if let type = type as? any QueryValue.Type, let found = type.init(cell) as? Value {
      return found
    }
    return try Value(from: self)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    throw mismatch(type)
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw mismatch([Int].self) }
  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  /// Days and moments are texts to a decoder, in ISO 8601.
  private var text: String? {
    switch cell {
    case .text(let value): value
    case .date(let value): value.description
    case .timestamp(let value): value.description
    case .interval(let value): value.description
    default: nil
    }
  }

  private func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
    guard let number = Int64(cell) else { throw mismatch(type) }
    return try value(Value(exactly: number), type)
  }

  private func value<Value>(_ value: Value?, _ type: Any.Type) throws -> Value {
    guard let value else { throw mismatch(type) }
    return value
  }

  /// Values stay out of the message: they may be personal data.
  private func mismatch(_ type: Any.Type) -> DecodingError {
    let context = DecodingError.Context(
      codingPath: codingPath,
      debugDescription: "column \"\(key.stringValue)\" holds no \(type)")
    return cell == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
  }
}
