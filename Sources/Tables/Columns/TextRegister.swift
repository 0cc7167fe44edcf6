internal import Synchronization

/// The distinct texts of columns that hold identities, numbered in the order they first appear: as many
/// texts as rows, so that no string is made for one.
///
/// Texts are the same as people see them, as in a ``TextColumn``: without white space around them, by
/// canonical equivalence. As long as no text holds anything that could be written in other bytes, the
/// bytes decide; from the first one that does, strings are compared.
package struct TextRegister: Sendable {
  /// The texts under their codes.
  package let pool = TextPool()
  private var strings: [String: UInt32]?

  package init() {}

  /// The number of texts.
  package var count: Int { pool.count }

  /// A text as a string.
  package func string(_ code: UInt32) -> String { pool.string(code) }

  /// The code of a text, which is added if it is new.
  package mutating func code(adding text: TextPool.Bytes) -> UInt32 {
    if strings == nil, Self.hasOneSpelling(text) { return pool.code(adding: text) }
    return code(adding: String(decoding: text, as: UTF8.self))
  }

  /// The code of a string, which is added if it is new.
  package mutating func code(adding text: String) -> UInt32 {
    if strings == nil {
      var text = text
      if text.withUTF8(Self.hasOneSpelling) { return pool.code(adding: text) }
      learnStrings()
    }
    if let code = strings?[text] { return code }
    let code = pool.append(text)
    strings?[text] = code
    return code
  }

  /// The code of a text, or ``none`` if it was never added.
  private mutating func code(of text: TextPool.Bytes) -> UInt32 {
    if strings == nil { learnStrings() }
    return strings?[String(decoding: text, as: UTF8.self)] ?? Self.none
  }

  private mutating func learnStrings() {
    var known: [String: UInt32] = [:]
    for code in 0..<UInt32(pool.count) where known[pool.string(code)] == nil {
      known[pool.string(code)] = code
    }
    strings = known
  }

  /// Whether a text is below U+0300, where combining marks begin, but for dashes and quotation marks
  /// (U+2010 to U+2027).
  private static func hasOneSpelling(_ text: TextPool.Bytes) -> Bool {
    var i = 0
    let raw = UnsafeRawBufferPointer(text)
    while i + 8 <= raw.count,
      raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      i += 8
    }
    while i < text.count {
      if text[i] >= 0xCC { return hasOneSpellingBeyond(text, from: i) }
      i += 1
    }
    return true
  }

  private static func hasOneSpellingBeyond(_ text: TextPool.Bytes, from first: Int) -> Bool {
    var iterator = text[first...].makeIterator()
    while let byte = iterator.next() {
      if byte < 0xCC { continue }
      guard byte == 0xE2, iterator.next() == 0x80, let last = iterator.next(),
        (0x90...0xA7).contains(last)
      else { return false }
    }
    return true
  }

  /// Whether a text begins and ends with a printable ASCII character, as nearly every identity does.
  @inline(__always)
  private static func isTrimmed(_ text: TextPool.Bytes) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return first &- 0x21 < 0x5E && last &- 0x21 < 0x5E
  }

  /// Whether a text is itself what is compared, and its bytes decide.
  @inline(__always)
  static func isPlain(_ text: TextPool.Bytes) -> Bool { isTrimmed(text) && hasOneSpelling(text) }
}

extension TextRegister {
  /// Stands for a missing or blank cell.
  package static let none = UInt32.max

  /// The code of each row's text, which is added if it is new; ``none`` where there is none. `nil` if
  /// the table has no such column.
  package mutating func codes(adding name: String, of table: Table) -> [UInt32]? {
    guard let position = table.schema.position(of: name) else { return nil }
    if case .text(_, let texts)? = table.chunks.first?.columns[position].storage, !texts.isDistinct
    {
      // The reader found hardly any text twice.
      pool.reserve(texts: count + table.rowCount)
    }
    return [UInt32](unsafeUninitializedCapacity: table.rowCount) { codes, count in
      for chunk in table.chunks {
        let rows = count..<count + chunk.rowCount
        add(chunk.columns[position], to: UnsafeMutableBufferPointer(rebasing: codes[rows]))
        count = rows.upperBound
      }
    }
  }

  /// Writes the codes of a column, row by row in order.
  private mutating func add(_ column: Vector, to codes: UnsafeMutableBufferPointer<UInt32>) {
    guard case .text(let source, let texts) = column.storage else {
      for row in codes.indices {
        var text = column.isNull(row) ? "" : trimmed(TextColumn.text(column[row]))
        codes[row] = text.isEmpty ? Self.none : text.withUTF8 { code(adding: $0) }
      }
      return
    }
    var row = 0
    while row < codes.count {
      if strings == nil {
        row = TextLookup(column, source, texts, in: pool).write(from: row, to: codes) {
          text, hash in
          pool.code(adding: text, hash: hash)
        }
        if row == codes.count { return }
      }
      codes[row] =
        column.isNull(row)
        ? Self.none : Self.withTrimmed(texts[source[row]]) { code(adding: $0) }
      row += 1
    }
  }

  /// The code of each row's text; ``none`` where there is none, or where it was never added. `nil` if
  /// the table has no such column.
  package mutating func codes(of name: String, of table: Table) -> [UInt32]? {
    guard let position = table.schema.position(of: name) else { return nil }
    return codesByBytes(position, of: table) ?? Self.codes(name, of: table) { code(of: $0) }
  }

  /// The codes of a column of texts of which the bytes decide, by all threads; `nil` for others.
  private func codesByBytes(_ position: Int, of table: Table) -> [UInt32]? {
    guard strings == nil, table.schema.fields[position].type == .text else { return nil }
    pool.prepareForFinding()
    var next = 0
    let firsts = table.chunks.map { chunk in
      defer { next += chunk.rowCount }
      return next
    }
    let isSure = Atomic<Bool>(true)
    let codes = [UInt32](unsafeUninitializedCapacity: next) { codes, count in
      ParallelLoop.run(firsts.count) { part in
        let chunk = table.chunks[part]
        guard isSure.load(ordering: .relaxed), chunk.rowCount > 0 else { return }
        let rows = firsts[part]..<firsts[part] + chunk.rowCount
        if !find(
          chunk.columns[position], to: UnsafeMutableBufferPointer(rebasing: codes[rows]))
        {
          isSure.store(false, ordering: .relaxed)
        }
      }
      count = next
    }
    return isSure.load(ordering: .relaxed) ? codes : nil
  }

  /// Writes the codes of a column of texts; `false` where one is met of which the bytes do not decide.
  private func find(_ column: Vector, to codes: UnsafeMutableBufferPointer<UInt32>) -> Bool {
    guard case .text(let source, let texts) = column.storage else { return false }
    let lookup = TextLookup(column, source, texts, in: pool)
    var row = 0
    while row < codes.count {
      row = lookup.write(from: row, to: codes) { text, hash in
        pool.code(finding: text, hash: hash) ?? Self.none
      }
      if row == codes.count { return true }
      var isSure = true
      codes[row] = Self.withTrimmed(texts[source[row]]) { text in
        isSure = Self.hasOneSpelling(text)
        return isSure ? pool.code(finding: text, hash: TextPool.hash(text)) ?? Self.none : Self.none
      }
      guard isSure else { return false }
      row += 1
    }
    return true
  }

  private static func codes(
    _ name: String, of table: Table, _ code: (TextPool.Bytes) -> UInt32
  ) -> [UInt32]? {
    guard let position = table.schema.position(of: name) else { return nil }
    var codes: [UInt32] = []
    codes.reserveCapacity(table.rowCount)
    for chunk in table.chunks {
      let column = chunk.columns[position]
      for row in 0..<chunk.rowCount {
        if column.isNull(row) {
          codes.append(none)
        } else if case .text(let source, let pool) = column.storage {
          codes.append(withTrimmed(pool[source[row]], code))
        } else {
          var text = TextColumn.text(column[row])
          codes.append(text.withUTF8(code))
        }
      }
    }
    return codes
  }

  private static func withTrimmed(
    _ text: TextPool.Bytes, _ code: (TextPool.Bytes) -> UInt32
  ) -> UInt32 {
    if isTrimmed(text) { return code(text) }
    var string = trimmed(String(decoding: text, as: UTF8.self))
    return string.isEmpty ? none : string.withUTF8(code)
  }
}
