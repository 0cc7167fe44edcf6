/// The distinct texts of a column, numbered in the order they first appear.
///
/// Texts are distinct by canonical equivalence, as Swift compares them.
public struct TextDictionary: Sendable {
  /// The texts; a code is an index into this array.
  public private(set) var values: [String] = []
  /// The codes of the first texts. A reader that knows its texts to be new leaves the rest out:
  /// most columns are never asked for a code, and hashing them would cost more than reading them.
  private var codes: [String: UInt32] = [:]

  /// An empty dictionary.
  public init() {}

  /// The code of a text, which is added if it is new.
  public mutating func code(adding text: String) -> UInt32 {
    for position in codes.count..<values.count { codes[values[position]] = UInt32(position) }
    if let code = codes[text] { return code }
    let code = UInt32(values.count)
    values.append(text)
    codes[text] = code
    return code
  }

  /// Adds a text that the caller knows not to be in the dictionary.
  package mutating func append(new text: String) -> UInt32 {
    values.append(text)
    return UInt32(values.count - 1)
  }

  /// The code of a text, or `nil` if no row ever held it.
  public func code(of text: String) -> UInt32? {
    if codes.count == values.count { return codes[text] }
    return values.firstIndex(of: text).map(UInt32.init)
  }
}
