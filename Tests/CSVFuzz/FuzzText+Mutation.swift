extension FuzzText {
  private static let pieces: [[UInt8]] =
    [
      "\"", "\"\"", "\"\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "\n\n", " ", "\u{0}", "\"\n",
      "\n\"", ",\"", "\",", "\",\"", "\" \t,", "\"x", "=\"1\"", "sep=;\n", "å", "€", "😀", "1", "-",
      "NA",
    ].map { Array($0.utf8) } + [
      [0xEF, 0xBB, 0xBF], [0xC3], [0xE2, 0x82], [0xFF, 0xFE], [0x81], [0xE5],
    ]

  /// A text: a hard one or a random one, changed here and there, and now and then made long.
  mutating func mutatedText() -> [UInt8] {
    var bytes = chance(50) ? hardText() : text()
    for _ in 0..<(chance(25) ? 0 : 1 + number(5)) { mutate(&bytes) }
    if chance(4) { bytes = lengthened(bytes) }
    return bytes
  }

  private mutating func hardText() -> [UInt8] { HardText.all[number(HardText.all.count)].bytes }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let place = number(bytes.count + 1)
    let count = min(1 + number(chance(80) ? 4 : 40), bytes.count - place)
    switch number(8) {
    case 0...2: bytes.insert(contentsOf: Self.pieces[number(Self.pieces.count)], at: place)
    case 3: bytes.removeSubrange(place..<place + count)
    case 4: bytes.insert(contentsOf: bytes[place..<place + count], at: number(bytes.count + 1))
    case 5: if count > 0 { bytes[place] = UInt8(number(256)) }
    case 6:
      let other = hardText()
      bytes.insert(contentsOf: other[number(other.count + 1)...], at: place)
    default:
      let piece = Self.pieces[number(Self.pieces.count)]
      for _ in 0..<number(70) { bytes.insert(contentsOf: piece, at: place) }
    }
  }

  /// The text with a stretch of it repeated: longer than a block of 64 bytes, and at times than what
  /// is read behind a part for the end of its last record.
  private mutating func lengthened(_ bytes: [UInt8]) -> [UInt8] {
    let place = number(bytes.count + 1)
    let stretch = bytes[place..<place + min(1 + number(12), bytes.count - place)]
    let wanted = chance(50) ? number(300) : number(12_000)
    guard !stretch.isEmpty else { return bytes }
    let long = (0..<wanted / stretch.count).flatMap { _ in stretch }
    return bytes[..<place] + long + bytes[place...]
  }
}
