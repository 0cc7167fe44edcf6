#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the state machine of the tokenizer knows between two bytes.
///
/// A quote opens a field only at the start of the field; elsewhere it belongs to the text.
enum QuoteState: UInt8 {
  /// At the start of a field.
  case fieldStart
  /// In a field, outside quotes.
  case outside
  /// In quotes.
  case inside
  /// After a quote that closes, unless another one follows.
  case afterQuote
  /// After a closing quote and blanks.
  case afterBlanks

  /// The state after one more byte.
  ///
  /// - Parameters:
  ///   - byte: The byte.
  ///   - delimiter: The byte between fields.
  ///   - isFault: Becomes `true` if text follows a closing quote.
  /// - Returns: The state behind the byte.
  @inline(__always)
  func after(_ byte: UInt8, _ delimiter: UInt8, isFault: inout Bool) -> QuoteState {
    if self == .inside { return byte == .quote ? .afterQuote : .inside }
    if byte == delimiter || byte == .lf || byte == .cr { return .fieldStart }
    switch self {
    case .fieldStart: return byte == .quote ? .inside : .outside
    case .outside, .inside: return .outside
    case .afterQuote, .afterBlanks:
      if byte == .quote, self == .afterQuote { return .inside }
      if byte == .space || byte == .tab { return .afterBlanks }
      isFault = true
      return .outside
    }
  }
}

/// The masks of 64 bytes that decide about quotes.
struct QuoteMasks {
  /// Quotes.
  var quotes: UInt64
  /// Delimiters and line ends, also those in quotes.
  var ends: UInt64

  /// What the 64 bytes do to a state, if the quotes in them come in order, so that counting them
  /// says which bytes are inside.
  ///
  /// - Parameter state: The state before; not ``QuoteState/afterBlanks``.
  /// - Returns: The bytes after which the state is inside, and the state after the last byte;
  ///   `nil` if a quote stands where it neither opens, doubles nor closes, or if anything but an
  ///   end follows a closing quote.
  @inline(__always)
  func applied(to state: QuoteState) -> (inside: UInt64, state: QuoteState)? {
    let inside = quotes.runningParity ^ (state == .inside ? ~0 : 0)
    let closing = quotes & ~inside
    let afterClosing = closing << 1 | (state == .afterQuote ? 1 : 0)
    let afterEnd = ends << 1 | (state == .fieldStart ? 1 : 0)
    let strayQuotes = quotes & inside & ~(afterEnd | afterClosing)
    let strayTexts = afterClosing & ~(ends | quotes)
    if strayQuotes | strayTexts != 0 { return nil }
    let last: UInt64 = 1 << 63
    let next: QuoteState =
      inside & last != 0
      ? .inside : ends & last != 0 ? .fieldStart : closing & last != 0 ? .afterQuote : .outside
    return (inside, next)
  }
}

/// What a stretch of text does to the state, whatever the state before it: so parts can be looked
/// at in any order.
struct QuoteTransfer {
  private var results: [QuoteState]

  /// The state after the stretch.
  subscript(state: QuoteState) -> QuoteState { results[Int(state.rawValue)] }

  /// Looks through `count` bytes. All states but those that the text cannot be in run side by side
  /// until they meet, which they do soon where there are quotes.
  ///
  /// - Parameters:
  ///   - bytes: The stretch; 64 readable bytes must follow it.
  ///   - count: Its length.
  ///   - delimiter: The byte between fields.
  ///   - known: The state before, if it is known already.
  init(
    _ bytes: UnsafePointer<UInt8>, count: Int, delimiter: UInt8, known: QuoteState? = nil
  ) {
    var states: [QuoteState] =
      known.map { [$0, $0, $0, $0, $0] }
      ?? [.fieldStart, .outside, .inside, .afterQuote, .afterBlanks]
    let (quote, lf, cr) = (ByteMasks.all(.quote), ByteMasks.all(.lf), ByteMasks.all(.cr))
    let end = ByteMasks.all(delimiter)
    var i = 0
    var pending = 0
    // Text without quotes changes nothing but where it ends, so it is put off.
    while i + 64 <= count {
      let block = ByteMasks(bytes + i)
      let quotes = block.equal(quote)
      if quotes == 0 {
        let next = memchr(bytes + i + 64, Int32(UInt8.quote), count - i - 64)
        i = next.map { UnsafeRawPointer($0) - UnsafeRawPointer(bytes) } ?? count
        continue
      }
      if i > pending { Self.skip(&states, last: bytes[i - 1], delimiter) }
      let ends = block.equal(end) | block.equal(lf) | block.equal(cr)
      let masks = QuoteMasks(quotes: quotes, ends: ends)
      if states.allSatisfy({ $0 == states[0] }), states[0] != .afterBlanks,
        let (_, next) = masks.applied(to: states[0])
      {
        for state in states.indices { states[state] = next }
      } else {
        Self.walk(&states, bytes + i, 64, delimiter)
      }
      i += 64
      pending = i
    }
    if i > pending { Self.skip(&states, last: bytes[i - 1], delimiter) }
    Self.walk(&states, bytes + i, count - i, delimiter)
    results = states
  }

  /// Steps over text without quotes.
  private static func skip(_ states: inout [QuoteState], last: UInt8, _ delimiter: UInt8) {
    let isEnd = last == delimiter || last == .lf || last == .cr
    for state in states.indices where states[state] != .inside {
      states[state] = isEnd ? .fieldStart : .outside
    }
  }

  private static func walk(
    _ states: inout [QuoteState], _ bytes: UnsafePointer<UInt8>, _ count: Int, _ delimiter: UInt8
  ) {
    var ignored = false
    for i in 0..<count {
      let byte = bytes[i]
      for state in states.indices {
        states[state] = states[state].after(byte, delimiter, isFault: &ignored)
      }
    }
  }
}
