internal import Diagnostics
internal import Synchronization
internal import Tables

extension CSVOpener {
  /// A text in UTF-8, and what it was before.
  struct Decoded {
    var store: ByteStore
    /// Where it starts: after a byte order mark.
    var start: Int
    var encoding: CSVEncoding
    var hasMark: Bool
    /// Whether the encoding is certain.
    var isSure: Bool
    /// Where decoding meets the first character that the encoding does not have.
    var fault: TranscodingFeed.FirstFault?
  }

  /// Turns the text into UTF-8 where it is none. Where faults are told, it stays in memory, and a
  /// character that the encoding does not have is a fault at once.
  func decode(_ problems: inout ProblemList) throws -> Decoded {
    let wanted = min(sampling.head, max(4, raw.size ?? sampling.head))
    var isWhole = false
    var finding = try raw.withBytes(0..<wanted) { head in
      if let kind = FileKind(Bytes(rebasing: head.prefix(FileKind.length))) {
        throw CSVProblem.notText(kind).diagnostic(at: raw.name)
      }
      isWhole = head.count < sampling.head || raw.size == head.count
      // A character that the end of the head cuts off is no fault.
      let cut = isWhole ? head.count : (head.lastIndex { $0 < 0x80 } ?? head.count - 1) + 1
      return EncodingDetector.detect(
        Bytes(rebasing: head[..<cut]), declared: options.encoding)
    }
    let isSure = options.encoding != nil || finding.markLength > 0
    if !isSure, finding.encoding == .utf8 || finding.encoding == .windows1252,
      !finding.isCleanUTF8 || isThorough, !isWhole
    {
      finding = try wholeFinding()
    }
    let hasMark = finding.markLength > 0
    if finding.encoding == .utf8 {
      if faults == .told, !finding.isCleanUTF8 { throw ScanFault.malformed }
      let isKnown = isWhole || isThorough || isSure
      return Decoded(
        store: raw, start: finding.markLength, encoding: .utf8, hasMark: hasMark,
        isSure: isKnown)
    }
    if finding.isGuess { problems.add(.guessedEncoding) }
    let fault = TranscodingFeed.FirstFault()
    let feed = TranscodingFeed(
      raw, from: finding.markLength, as: finding.encoding, fault: fault)
    let store: ByteStore
    switch faults {
    case .thrown: store = try ByteStore(feed, named: raw.name)
    case .told:
      store = ByteStore(try feed.rest(), named: raw.name)
      if fault.value != nil { throw ScanFault.malformed }
    }
    return Decoded(
      store: store, start: 0, encoding: finding.encoding, hasMark: hasMark, isSure: true,
      fault: fault)
  }

  /// The encoding by all bytes: the rule of ``EncodingDetector``, on all threads.
  private func wholeFinding() throws -> EncodingDetector.Finding {
    let ranges = try rangesOfWholeSequences()
    let counts = Mutex((multibyte: 0, invalid: 0))
    try ParallelLoop.run(ranges.count) { piece throws(any Error) in
      let (multibyte, invalid) = try sequences(in: ranges[piece])
      counts.withLock { $0 = ($0.multibyte + multibyte, $0.invalid + invalid) }
    }
    let (multibyte, invalid) = counts.withLock { $0 }
    let isUTF8 = invalid == 0 || multibyte > invalid
    return EncodingDetector.Finding(
      encoding: isUTF8 ? .utf8 : .windows1252, markLength: 0, isCleanUTF8: invalid == 0,
      isGuess: !isUTF8)
  }

  /// The text in ranges as large as parts, each up to a byte of ASCII, so that no sequence is cut in two; as
  /// one where it is small, where its size is not known, or where such bytes are rare.
  private func rangesOfWholeSequences() throws -> [Range<Int>] {
    let whole = [0..<Int.max]
    guard let size = raw.size else { return whole }
    var starts = [0]
    for place in stride(from: partSize, to: size, by: partSize) {
      var block = [UInt8](repeating: 0, count: 1 << 12)
      let count = try block.withUnsafeMutableBytes { bytes in
        try bytes.baseAddress.map { try raw.read(at: place, into: $0, bytes.count) } ?? 0
      }
      guard let end = block[..<count].firstIndex(where: { $0 < 0x80 }) else { return whole }
      starts.append(place + end + 1)
    }
    return zip(starts, starts.dropFirst() + [.max]).map { $0..<$1 }
  }

  /// How many sequences of several bytes a range has, and how many that are none, block by block.
  private func sequences(in range: Range<Int>) throws -> (multibyte: Int, invalid: Int) {
    var (position, multibyte, invalid) = (range.lowerBound, 0, 0)
    // One block for all of the range: it stays in the cache.
    var block = [UInt8](repeating: 0, count: 1 << 17)
    while position < range.upperBound {
      let wanted = min(block.count, range.upperBound - position)
      let count = try block.withUnsafeMutableBytes { bytes in
        try bytes.baseAddress.map { try raw.read(at: position, into: $0, wanted) } ?? 0
      }
      if count == 0 { break }
      block.withUnsafeBufferPointer { bytes in
        // A sequence is not cut in two.
        let isCut = count == bytes.count
        let end = isCut ? (bytes.lastIndex { $0 < 0x80 } ?? count - 1) + 1 : count
        let scan = UTF8Scan(Bytes(rebasing: bytes[..<end]), from: 0)
        multibyte += scan.multibyte
        invalid += scan.invalid
        position += end
      }
    }
    return (multibyte, invalid)
  }
}
