internal import Tables

extension KeyTable {
  /// The most entries of a dense table; more where keys fill a quarter of them.
  private static let denseLimit = 1 << 20

  func startIndex() {
    guard columns.allSatisfy(\.canBeDense) else { return leaveDense() }
    for column in columns { column.capacity = column.type == .boolean ? 3 : 0 }
    layOut()
  }

  /// Makes room in a dense table for the whole numbers and dates of a chunk. It looks at all rows before the
  /// first is numbered: ``KeyColumn/codes(_:_:into:)`` checks nothing, and a value without room would be
  /// taken for another.
  func fitRanges(_ keys: [Vector]) {
    guard case .dense = index else { return }
    var isChanged = false
    for column in columns where column.type != .text && column.type != .boolean {
      if column.type == .timestamp {
        let unit = keys[column.place].timeUnit
        if column.capacity <= 1 {
          column.unit = unit
        } else if unit < column.unit {
          return leaveDense()
        }
      }
      guard let range = column.range(of: keys[column.place]) else {
        if column.capacity == 0 { (column.capacity, isChanged) = (1, true) }
        continue
      }
      var (least, most) = (range.lowerBound, range.upperBound)
      if column.capacity > 1 {
        let top = column.base + Int64(column.capacity) - 2
        if least >= column.base, most <= top { continue }
        (least, most) = (min(least, column.base), max(most, top))
      }
      let distance = most.subtractingReportingOverflow(least)
      guard !distance.overflow, distance.partialValue < Int64(Self.denseLimit) else {
        return leaveDense()
      }
      // Some slack upwards, where numbers grow as a rule.
      let slack = most > 1 << 62 ? 0 : distance.partialValue / 4
      column.base = least
      column.capacity = Int(distance.partialValue + slack) + 2
      isChanged = true
    }
    if isChanged { layOut() }
  }

  /// Numbers a block by codes; `false` where the table had to give up being dense.
  func numberDense(
    _ keys: [Vector], _ rows: Range<Int>, into out: UnsafeMutablePointer<UInt32>,
    fresh: inout [Int32]
  ) -> Bool {
    let size = rows.count
    return withCodeScratch(columns.count * Self.block) { scratch -> Bool? in
      var isChanged = false
      for column in columns {
        column.codes(keys[column.place], rows, into: scratch + column.place * Self.block)
        if let texts = column.texts, texts.count > column.capacity {
          column.capacity = max(16, texts.count * 2)
          isChanged = true
        }
      }
      if isChanged { layOut() }
      // Where the table has left the dense form, nothing but new codes of texts was added so far, and these
      // stay: the block can be numbered again.
      guard case .dense(var slots) = index else { return false }
      // The only reference, so that writing copies nothing.
      index = .undecided
      defer { index = .dense(slots) }
      slots.withUnsafeMutableBufferPointer { slots in
        guard let slots = slots.baseAddress else { return }
        @inline(__always)
        func look(_ row: Int, _ at: UInt32) {
          let number = slots[Int(at)]
          if number != 0 {
            out[row] = number &- 1
          } else {
            appendKey(scratch, row)
            let new = next(row: rows.lowerBound + row, fresh: &fresh)
            slots[Int(at)] = new + 1
            out[row] = new
          }
        }
        let a = scratch
        let b = scratch + Self.block
        let c = scratch + 2 * Self.block
        switch columns.count {
        case 1: for row in 0..<size { look(row, a[row]) }
        case 2:
          let stride = columns[1].stride
          for row in 0..<size { look(row, a[row] &+ b[row] &* stride) }
        case 3:
          let (second, third) = (columns[1].stride, columns[2].stride)
          for row in 0..<size { look(row, a[row] &+ b[row] &* second &+ c[row] &* third) }
        default:
          let strides = columns.map(\.stride)
          for row in 0..<size {
            var at = a[row]
            for place in 1..<strides.count {
              at &+= scratch[place * Self.block + row] &* strides[place]
            }
            look(row, at)
          }
        }
      }
      return true
    } ?? false
  }

  /// Adds the words of a row's codes.
  private func appendKey(_ codes: UnsafeMutablePointer<UInt32>, _ row: Int) {
    let start = words.count
    for column in columns {
      words.append(column.word(ofCode: codes[column.place * Self.block + row]))
    }
    for _ in 0..<nullWords { words.append(0) }
    for column in columns
    where column.fillsWord && codes[column.place * Self.block + row] == 0 {
      words[start + columns.count + (column.place >> 6)] |= 1 << UInt64(column.place & 63)
    }
  }

  /// Puts all keys where they belong by the columns' new bases and capacities.
  private func layOut() {
    var size = 1
    for column in columns {
      column.stride = UInt32(truncatingIfNeeded: size)
      let product = size.multipliedReportingOverflow(by: max(1, column.capacity))
      // One column of texts has as many codes as keys.
      let limit =
        columns.count == 1 && column.type == .text
        ? Int(Int32.max) : max(Self.denseLimit, count * 4)
      guard !product.overflow, product.partialValue <= limit else { return leaveDense() }
      size = product.partialValue
    }
    // The old table is given up before the new one is made.
    index = .dense([])
    var slots = [UInt32](repeating: 0, count: size)
    for number in 0..<count {
      var at: UInt32 = 0
      for column in columns {
        let isNull = column.fillsWord && self.isNull(number, column.place)
        let word = words[number * width + column.place]
        at &+= (column.code(ofWord: word, isNull: isNull) ?? 0) &* column.stride
      }
      slots[Int(at)] = UInt32(number) + 1
    }
    index = .dense(slots)
  }

  /// Goes over to hashes for good. Never back: keys that came and went over the limit would be laid out
  /// again and again.
  private func leaveDense() {
    if columns.count == 1 {
      var single = OneWordIndex()
      for number in 0..<count {
        if nullWords > 0, isNull(number, 0) {
          single.null = UInt32(number) + 1
        } else {
          single.insert(words[number * width], UInt32(number))
        }
      }
      index = .single(single)
    } else {
      var wide = ManyWordIndex()
      words.withUnsafeBufferPointer { words in
        guard let base = words.baseAddress else { return }
        for number in 0..<count {
          wide.insert(ManyWordIndex.hash(base + number * width, width), UInt32(number))
        }
      }
      index = .wide(wide)
    }
  }
}
