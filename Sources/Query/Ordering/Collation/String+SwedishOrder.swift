extension String {
  /// Bytes that compare as Swedish orders the texts, see ``SwedishCollation``: for who sorts rows of a result.
  package var swedishOrder: [UInt8] {
    var (text, key, collation) = (self, [UInt8](), SwedishCollation())
    text.withUTF8 { collation.write($0, to: &key) }
    return key
  }
}
