/// Finds the fields of the records that start in a part.
///
/// The bytes that end fields are found 64 at a time. Where all records have as many fields as the
/// table has columns, their places as they come are the matrix of fields; otherwise the matrix is
/// built record by record. The result is what the tokenizer finds, and where the tokenizer reports
/// a fault, this throws.
///
/// Invariant: `marks` has room for 64 more places than `target`, and the window 64 readable bytes
/// behind its end.
final class RecordIndex {
  /// What a text is made of. In a text of one column a blank line is a record.
  struct Shape: Sendable {
    var delimiter: UInt8
    /// The number of columns.
    var width: Int
  }

  /// A record that has fewer or more fields than there are columns, as offsets in the text.
  struct RaggedRecord {
    var fields: Int
    /// Where its last field ends, or the first one without a column begins.
    var place: Int
    /// Where the record ends.
    var end: Int
  }

  private let window: PartWindow
  private let shape: Shape
  private let mayExtend: Bool
  private var marks: UnsafeMutablePointer<Int32>
  private var capacity = 0
  /// The matrix of records that are not even; it has a mark of its own before each record.
  private var uneven: [Int32] = []
  /// Places in `marks`, from 1 on.
  private var count = 0
  private var target = 0
  private var lineFeeds = 0
  private var scanned = 0
  private var state = QuoteState.fieldStart
  private var limit = 0
  private var recordStart = 0
  private var hasLoneReturns = false
  private var isDone = true

  /// Whether there were bytes that are neither ASCII nor letters of two bytes.
  private var needsCheck = false
  /// Whether the last block ended within such a letter.
  private var isAfterLead = false

  /// Records of another length than the table's, at most ``ProblemList/limit`` shorter and longer ones.
  private(set) var ragged: [RaggedRecord] = []
  /// All of them.
  private(set) var raggedCount = 0
  /// The longer ones of them.
  private(set) var longCount = 0
  /// Offsets of NUL characters, at most ``ProblemList/limit``.
  private(set) var zeros: [Int] = []
  /// All of them.
  private(set) var zeroCount = 0

  /// - Parameters:
  ///   - window: The text.
  ///   - shape: What it is made of.
  ///   - mayExtend: Whether the window may read on for the end of a record; otherwise a record
  ///     that it cuts off is left out.
  init(_ window: PartWindow, _ shape: Shape, mayExtend: Bool = true) {
    self.window = window
    self.shape = shape
    self.mayExtend = mayExtend
    marks = .allocate(capacity: 1)
    reserve(1 << 14)
  }

  deinit {
    marks.deallocate()
  }

  /// Starts with the records of another part.
  ///
  /// - Parameters:
  ///   - first: Where the first record starts in the window.
  ///   - limit: Where the next part starts: records that start there or later do not belong here.
  func begin(at first: Int, limit: Int) {
    (count, used, lineFeeds, scanned, recordStart) = (0, 0, 0, first, first)
    self.limit = limit
    state = .fieldStart
    (hasLoneReturns, needsCheck, isAfterLead) = (false, false, false)
    (ragged, raggedCount, zeros, zeroCount) = ([], 0, [], 0)
    longCount = 0
    isDone = first >= limit
  }

  /// Where the next record starts in the window.
  var position: Int { recordStart }

  /// The next records; `nil` at the end of the part.
  func next() throws -> FieldMatrix? {
    while !isDone {
      let isAtEnd = try fill()
      let from = recordStart
      let matrix = try evenRecords() ?? unevenRecords()
      if needsCheck, !UTF8Check.isValid(window.base, from..<recordStart) {
        throw ScanFault.malformed
      }
      if let matrix { return matrix }
      if isDone { return nil }
      if isAtEnd {
        if window.isAtEnd {
          isDone = true
          if state == .inside { throw ScanFault.malformed }
          return nil
        }
        guard mayExtend else { return nil }
        try window.extend(by: max(1 << 16, window.count))
      } else {
        reserve(target * 2)
      }
    }
    return nil
  }

  private func reserve(_ target: Int) {
    self.target = target
    guard target + 128 > capacity else { return }
    let larger = UnsafeMutablePointer<Int32>.allocate(capacity: target + 128)
    larger.update(from: marks, count: capacity == 0 ? 0 : count + 1)
    marks.deallocate()
    (marks, capacity) = (larger, target + 128)
  }

  // MARK: - Finding the ends of fields

  /// Looks through the window until there are enough places.
  ///
  /// - Returns: Whether all of the window has been looked at.
  private func fill() throws -> Bool {
    let base = UnsafePointer(window.base)
    dropUsed()
    let end = window.countWithLineEnd
    // A return at the end of a block has to see whether a line feed follows.
    let usable = window.isAtEnd ? end : end - 1
    let lane = (
      delimiter: ByteMasks.all(shape.delimiter), lf: ByteMasks.all(.lf),
      quote: ByteMasks.all(.quote), control: ByteMasks.all(.cr)
    )
    var (i, n, state, isAfterLead) = (scanned, count, state, isAfterLead)
    while n < target {
      let isWhole = i + 64 <= usable
      guard isWhole || (window.isAtEnd && i < end) else { break }
      let valid: UInt64 = isWhole ? ~0 : (1 << UInt64(end - i)) - 1
      let block = ByteMasks(base + i)
      let lf = block.equal(lane.lf) & valid
      var places = lf | block.equal(lane.delimiter) & valid
      var ends = places
      let quotes = block.equal(lane.quote) & valid
      if block.hasTopBits || isAfterLead {
        if !block.isTwoByteText(&isAfterLead, valid) { needsCheck = true }
      }
      let rare = block.atMost(lane.control) & valid & ~places
      if rare != 0 {
        let returns = block.equal(ByteMasks.all(.cr)) & valid & ~places
        let next: UInt64 = base[i + 64] == .lf ? 1 << 63 : 0
        let lone = returns & ~(lf >> 1 | next)
        places |= lone
        ends |= returns
        if lone != 0 { hasLoneReturns = true }
        if rare != returns { noteZeros(block.equal(ByteMasks.all(0)) & rare, at: i) }
      }
      if quotes == 0, state.rawValue <= QuoteState.outside.rawValue {
        state = ends >> 63 != 0 ? .fieldStart : .outside
      } else if quotes == 0, state == .inside {
        places = 0
      } else if state != .afterBlanks,
        let (inside, next) = QuoteMasks(quotes: quotes, ends: ends).applied(to: state)
      {
        places &= ~inside
        state = next
      } else {
        places &= ~(try inside(base + i, isWhole ? 64 : end - i, &state))
      }
      lineFeeds += (lf & places).nonzeroBitCount
      Self.write(places, base: i, marks + n + 1)
      n += places.nonzeroBitCount
      i += 64
    }
    (scanned, count, self.state, self.isAfterLead) = (i, n, state, isAfterLead)
    return n < target
  }

  /// Writes the places of the bits; up to 64 places behind the last one may be overwritten.
  @inline(__always)
  private static func write(
    _ places: UInt64, base: Int, _ marks: UnsafeMutablePointer<Int32>
  ) {
    var places = places
    let base = Int32(truncatingIfNeeded: base)
    var marks = marks
    while places != 0 {
      // Four at a time, needed or not, spares a branch that nobody can predict.
      for k in 0..<4 {
        // The highest bit spares the instructions for a word without bits.
        let bit = (places | 1 << 63).trailingZeroBitCount
        marks[k] = base &+ Int32(truncatingIfNeeded: bit)
        places &= places &- 1
      }
      marks += 4
    }
  }

  /// Which bytes are inside quotes, byte by byte: for text in which quotes stand anywhere.
  private func inside(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ state: inout QuoteState
  ) throws -> UInt64 {
    var inside: UInt64 = 0
    var isFault = false
    for i in 0..<count {
      state = state.after(bytes[i], shape.delimiter, isFault: &isFault)
      if state == .inside { inside |= 1 << UInt64(i) }
    }
    if isFault { throw ScanFault.malformed }
    return inside
  }

  private func noteZeros(_ bits: UInt64, at base: Int) {
    var bits = bits
    while bits != 0 {
      if zeros.count < ProblemList.limit {
        zeros.append(window.start + base + bits.trailingZeroBitCount)
      }
      zeroCount += 1
      bits &= bits &- 1
    }
  }

  // MARK: - Cutting into records

  /// The records, if all of them have as many fields as the table and end in the same way.
  private func evenRecords() -> FieldMatrix? {
    let width = shape.width
    var rows = count / width
    guard rows > 0, lineFeeds == rows, !hasLoneReturns else { return nil }
    let bytes = UnsafePointer(window.base)
    var returns = 0
    for row in 1...rows {
      let place = Int(marks[row * width])
      if bytes[place] != .lf { return nil }
      if bytes[place - 1] == .cr { returns += 1 }
    }
    let all = rows
    while rows > 1, Int(marks[(rows - 1) * width]) + 1 >= limit { rows -= 1 }
    let gap = returns == 0 ? 0 : 1
    guard returns == 0 || returns == all else { return nil }
    let next = Int(marks[rows * width]) + 1
    if gap == 1 { for row in 1...rows { marks[row * width] -= 1 } }
    marks[0] = Int32(recordStart - 1 - gap)
    used = rows * width
    isDone = rows < all || next >= limit
    lineFeeds -= rows
    recordStart = next
    return FieldMatrix(bytes: bytes, marks: marks, stride: width, rows: rows, gap: gap)
  }

  /// The records one by one.
  private func unevenRecords() throws -> FieldMatrix? {
    let bytes = UnsafePointer(window.base)
    let width = shape.width
    let mostRows = max(1, (1 << 16) / (width + 1))
    uneven.removeAll(keepingCapacity: true)
    var (rows, first, start) = (0, 1, recordStart)
    while rows < mostRows, start < limit, let last = recordEnd(from: first) {
      let end = Int(marks[last])
      if bytes[end] == .lf { lineFeeds -= 1 }
      let isPair = bytes[end] == .lf && end > start && bytes[end - 1] == .cr
      let fieldEnd = isPair ? end - 1 : end
      let fields = last - first + 1
      if fields > 1 || fieldEnd > start || width == 1 {
        uneven.append(Int32(start - 1))
        for place in first..<first + min(fields, width) { uneven.append(marks[place]) }
        if fields <= width { uneven[uneven.count - 1] = Int32(fieldEnd) }
        if fields != width {
          try noteRagged(from: first, fields: fields, end: fieldEnd)
        }
        for _ in 0..<max(0, width - fields) { uneven.append(Int32(fieldEnd)) }
        rows += 1
      }
      first = last + 1
      start = end + 1
    }
    (used, recordStart) = (first - 1, start)
    isDone = start >= limit
    guard rows > 0 else { return nil }
    return uneven.withUnsafeBufferPointer { uneven in
      // The array is not touched before the next call.
      uneven.baseAddress.map {
        FieldMatrix(bytes: bytes, marks: $0, stride: width + 1, rows: rows, gap: 0)
      }
    }
  }

  /// The place that ends the record whose first place is `first`, if it has been found.
  private func recordEnd(from first: Int) -> Int? {
    var place = first
    while place <= count {
      if window.base[Int(marks[place])] != shape.delimiter { return place }
      place += 1
    }
    return nil
  }

  private func noteRagged(from first: Int, fields: Int, end: Int) throws {
    let bytes = window.base
    for extra in first + shape.width..<max(first + fields, first + shape.width) {
      let fieldStart = Int(marks[extra - 1]) + 1
      let fieldEnd = extra == first + fields - 1 ? end : Int(marks[extra])
      let isEmpty =
        fieldEnd == fieldStart
        || fieldEnd >= fieldStart + 2 && bytes[fieldStart] == .quote
          && bytes[fieldStart + 1] == .quote
          && (fieldStart + 2..<fieldEnd).allSatisfy { bytes[$0] == .space || bytes[$0] == .tab }
      if !isEmpty { throw ScanFault.malformed }
    }
    raggedCount += 1
    if fields > shape.width { longCount += 1 }
    let sameKind = fields > shape.width ? longCount : raggedCount - longCount
    guard sameKind <= ProblemList.limit else { return }
    let place = fields < shape.width ? end : Int(marks[first + shape.width - 1]) + 1
    ragged.append(
      RaggedRecord(
        fields: fields, place: window.start + place, end: window.start + end))
  }

  /// Places that the last matrix took, which go before the next one is made.
  private var used = 0

  private func dropUsed() {
    guard used > 0 else { return }
    (marks + 1).update(from: marks + 1 + used, count: count - used)
    count -= used
    used = 0
  }
}
