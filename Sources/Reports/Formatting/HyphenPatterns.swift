internal import CHyphen
internal import Labels

/// Where the words of a language may be broken, by the patterns of LibreOffice (F. M. Liang, *Word
/// Hy-phen-a-tion by Com-put-er*, 1983) that libhyphen reads.
///
/// The library and the patterns are opened when the first word has to be broken. Where they are not
/// installed, no word has a place to break.
final class HyphenPatterns: Sendable {
  /// The letters that stay together at either end of a word, at least.
  private static let (leftLetters, rightLetters) = (2, 3)
  /// What is longer is no word.
  private static let mostLetters = 100

  private static let swedish = HyphenPatterns(["hyph_sv_SE.dic", "hyph_sv.dic"])
  private static let english = HyphenPatterns(
    ["hyph_en_GB.dic", "hyph_en_US.dic", "hyph_en.dic"])

  /// The patterns of a language; `nil` where they or the library are not installed.
  static func of(_ language: Language) -> HyphenPatterns? {
    switch language {
    case .swedish: swedish
    case .english: english
    }
  }

  /// Only read once they are opened: each word has a dictionary of its own.
  private nonisolated(unsafe) let patterns: OpaquePointer
  private let isUTF8: Bool

  /// Opens the first of some files that is there.
  private init?(_ names: [String]) {
    let folders = ["/usr", "/usr/local", "/opt/homebrew", "/opt/local"].map { $0 + "/share/hyphen" }
    let paths = folders.flatMap { folder in names.map { folder + "/" + $0 } }
    guard let opened = paths.lazy.compactMap({ chyphen_open($0) }).first else { return nil }
    patterns = opened
    isUTF8 = chyphen_is_utf8(opened) != 0
  }

  deinit { chyphen_close(patterns) }

  /// How many letters may stand before a break, in order; none for what is no word.
  func breaks(in letters: Substring) -> [Int] {
    let word = letters.lowercased().unicodeScalars
    // Letters are counted as characters here and as scalars there: a combining mark or a letter that
    // becomes two in lower case has no place in the patterns.
    guard word.count == letters.count,
      (Self.leftLetters + Self.rightLetters...Self.mostLetters).contains(word.count),
      let bytes = encoded(word)
    else { return [] }
    var marks = [CChar](repeating: 0, count: bytes.count)
    let failed = bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { word in
        chyphen_breaks(patterns, word.baseAddress, CInt(word.count), &marks)
      }
    }
    guard failed == 0 else { return [] }
    return (Self.leftLetters...word.count - Self.rightLetters).filter { marks[$0 - 1] & 1 == 1 }
  }

  private func encoded(_ word: String.UnicodeScalarView) -> [UInt8]? {
    if isUTF8 { return Array(String(word).utf8) }
    var bytes: [UInt8] = []
    for scalar in word {
      guard let byte = UInt8(exactly: scalar.value) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
