internal import Tables

extension Table {
  /// A value for each row by its text in a column, which is looked at once for each chunk; `missing`
  /// where there is none.
  func mappedTexts<Value>(
    of name: String, missing: Value, _ meaning: (String) -> Value
  ) -> [Value] {
    guard let position = schema.position(of: name) else {
      return Array(repeating: missing, count: rowCount)
    }
    return Array(unsafeUninitializedCapacity: rowCount) { values, count in
      for chunk in chunks {
        let nulls = chunk.columns[position].nulls
        guard case .text(let codes, let pool) = chunk.columns[position].storage else {
          for row in 0..<chunk.rowCount {
            values.initializeElement(at: count + row, to: missing)
          }
          count += chunk.rowCount
          continue
        }
        let meanings = (0..<UInt32(pool.count)).map { meaning(pool.string($0)) }
        meanings.withUnsafeBufferPointer { meanings in
          for (row, code) in codes.enumerated() {
            let value = nulls?[row] == true ? missing : meanings[Int(code)]
            values.initializeElement(at: count + row, to: value)
          }
        }
        count += chunk.rowCount
      }
    }
  }
}
