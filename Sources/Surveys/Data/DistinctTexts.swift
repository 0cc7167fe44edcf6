internal import Tables

/// The distinct texts of a survey's files, numbered in the order they first appear. Texts are the same
/// as people see them: by canonical equivalence, as Swift compares strings.
struct DistinctTexts: Sendable {
  /// The texts; a code is an index into this array.
  private(set) var values: [String] = []
  private var codes: [String: UInt32] = [:]

  /// The code of a text, which is added if it is new.
  mutating func code(adding text: String) -> UInt32 {
    if let code = codes[text] { return code }
    let code = UInt32(values.count)
    values.append(text)
    codes[text] = code
    return code
  }

  /// The code of a text, or `nil` if it was never added.
  func code(of text: String) -> UInt32? { codes[text] }

  /// The texts under their codes.
  var pool: TextPool {
    let pool = TextPool()
    for text in values { pool.append(text) }
    return pool
  }
}
