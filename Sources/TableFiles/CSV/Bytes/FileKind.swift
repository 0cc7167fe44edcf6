/// What a file is that is no text, told by its first bytes.
enum FileKind: CaseIterable {
  case gzip
  case zstandard
  case excelWorkbook
  case oldExcelWorkbook
  case openDocumentSheet
  case zip
  case pdf
  case html
  case xml
  case parquet
  case sqlite
  /// Nothing but NUL bytes as far as one looks: a file of which the contents were lost, or a hole.
  case zeros

  /// So many bytes tell the kind.
  static let length = 4096

  /// The kind of a file that starts like that; `nil` for text.
  init?(_ start: Bytes) {
    func begins(_ bytes: [UInt8]) -> Bool { start.starts(with: bytes) }
    func holds(_ word: StaticString) -> Bool {
      word.withUTF8Buffer { word in
        start.count >= word.count
          && (0...start.count - word.count).contains { i in
            start[i] == word[0] && word.indices.allSatisfy { start[i + $0] == word[$0] }
          }
      }
    }
    if begins([0x1F, 0x8B]) {
      self = .gzip
    } else if begins([0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstandard
    } else if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
      // The packed files of a workbook are named in plain letters.
      if holds("opendocument.spreadsheet") {
        self = .openDocumentSheet
      } else if holds("xl/") || holds("[Content_Types].xml") && !holds("word/") && !holds("ppt/") {
        self = .excelWorkbook
      } else {
        self = .zip
      }
    } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .oldExcelWorkbook
    } else if begins(Array("%PDF-".utf8)) {
      self = .pdf
    } else if begins(Array("SQLite format 3\0".utf8)) {
      self = .sqlite
    } else if begins(Array("PAR1".utf8)), start.count > 4, start[4] < 0x20, start[4] != .lf,
      start[4] != .cr, start[4] != .tab
    {
      self = .parquet
    } else if start.count == Self.length, start.allSatisfy({ $0 == 0 }) {
      self = .zeros
    } else if let kind = Self.markup(start) {
      self = kind
    } else {
      return nil
    }
  }

  /// HTML and XML, which are text: what starts with their first tag.
  private static func markup(_ start: Bytes) -> FileKind? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = start.dropFirst(start.starts(with: mark) ? 3 : 0).drop { $0 <= .space }
    guard text.first == UInt8(ascii: "<") else { return nil }
    let tag = String(decoding: text.prefix(16), as: UTF8.self).lowercased()
    if tag.hasPrefix("<!doctype html") || tag.hasPrefix("<html") || tag.hasPrefix("<table") {
      return .html
    }
    return tag.hasPrefix("<?xml") ? .xml : nil
  }
}
