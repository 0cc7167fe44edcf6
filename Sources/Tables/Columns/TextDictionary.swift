/// The distinct texts of a column, numbered in the order they first appear.
public struct TextDictionary: Sendable {
  /// The texts; a code is an index into this array.
  public private(set) var values: [String] = []
  private var codes: [String: UInt32] = [:]

  /// An empty dictionary.
  public init() {}

  /// The code of a text, which is added if it is new.
  public mutating func code(adding text: String) -> UInt32 {
    if let code = codes[text] { return code }
    let code = UInt32(values.count)
    values.append(text)
    codes[text] = code
    return code
  }

  /// The code of a text, or `nil` if no row ever held it.
  public func code(of text: String) -> UInt32? { codes[text] }
}
