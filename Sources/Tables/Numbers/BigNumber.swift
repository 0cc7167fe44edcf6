/// A whole number of any size, for the exact end of a calculation: sign and magnitude.
package struct BigNumber: Sendable {
  /// From the lowest; the highest is not 0.
  package var limbs: [UInt64]
  package private(set) var isNegative: Bool

  package init(limbs: [UInt64], isNegative: Bool) {
    self.limbs = limbs
    self.isNegative = isNegative
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  package init(_ value: Int128) {
    let magnitude = value.magnitude
    self.init(
      limbs: [
        UInt64(truncatingIfNeeded: magnitude), UInt64(truncatingIfNeeded: magnitude >> 64),
      ], isNegative: value < 0)
  }

  /// A number of so many words in two's complement.
  package init(twosComplement words: UnsafePointer<UInt64>, count: Int) {
    var limbs = Array(UnsafeBufferPointer(start: words, count: count))
    let isNegative = (limbs.last ?? 0) >> 63 == 1
    if isNegative {
      var carry = true
      for place in limbs.indices {
        let sum = (~limbs[place]).addingReportingOverflow(carry ? 1 : 0)
        (limbs[place], carry) = (sum.partialValue, sum.overflow)
      }
    }
    self.init(limbs: limbs, isNegative: isNegative)
  }

  /// A sum of digits of 32 bits, each with a sign of its own.
  package init(digits: [Int64]) {
    var carry: Int64 = 0
    var plain = digits.map { digit -> UInt32 in
      let sum = digit + carry
      carry = sum >> 32
      return UInt32(truncatingIfNeeded: sum)
    }
    let isNegative = carry < 0
    if isNegative {
      // What was borrowed beyond the top is -1 there, for sums far from their bounds.
      var borrow = true
      for place in plain.indices {
        let sum = (~plain[place]).addingReportingOverflow(borrow ? 1 : 0)
        (plain[place], borrow) = (sum.partialValue, sum.overflow)
      }
    }
    var limbs: [UInt64] = []
    for place in stride(from: 0, to: plain.count, by: 2) {
      limbs.append(
        UInt64(plain[place]) | (place + 1 < plain.count ? UInt64(plain[place + 1]) << 32 : 0))
    }
    self.init(limbs: limbs, isNegative: isNegative)
  }

  package var isZero: Bool { limbs.isEmpty }

  package var bitCount: Int {
    limbs.last.map { limbs.count * 64 - $0.leadingZeroBitCount } ?? 0
  }

  package static func + (a: BigNumber, b: BigNumber) -> BigNumber {
    if a.isNegative == b.isNegative {
      var sum = a.limbs.count >= b.limbs.count ? a.limbs : b.limbs
      let other = a.limbs.count >= b.limbs.count ? b.limbs : a.limbs
      var carry: UInt64 = 0
      for place in sum.indices {
        let first = sum[place].addingReportingOverflow(
          place < other.count ? other[place] : 0)
        let second = first.partialValue.addingReportingOverflow(carry)
        sum[place] = second.partialValue
        carry = first.overflow || second.overflow ? 1 : 0
      }
      if carry > 0 { sum.append(carry) }
      return BigNumber(limbs: sum, isNegative: a.isNegative)
    }
    let isLess = precedes(a.limbs, b.limbs)
    let (large, small) = isLess ? (b, a) : (a, b)
    var difference = large.limbs
    var borrow: UInt64 = 0
    for place in difference.indices {
      let first = difference[place].subtractingReportingOverflow(
        place < small.limbs.count ? small.limbs[place] : 0)
      let second = first.partialValue.subtractingReportingOverflow(borrow)
      difference[place] = second.partialValue
      borrow = first.overflow || second.overflow ? 1 : 0
    }
    return BigNumber(limbs: difference, isNegative: large.isNegative)
  }

  package static func - (a: BigNumber, b: BigNumber) -> BigNumber {
    a + BigNumber(limbs: b.limbs, isNegative: !b.isNegative)
  }

  package static func * (a: BigNumber, b: BigNumber) -> BigNumber {
    var product = [UInt64](repeating: 0, count: a.limbs.count + b.limbs.count)
    for (i, x) in a.limbs.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.limbs.enumerated() {
        let full = x.multipliedFullWidth(by: y)
        let first = product[i + j].addingReportingOverflow(full.low)
        let second = first.partialValue.addingReportingOverflow(carry)
        product[i + j] = second.partialValue
        carry = full.high &+ (first.overflow ? 1 : 0) &+ (second.overflow ? 1 : 0)
      }
      product[i + b.limbs.count] = carry
    }
    return BigNumber(limbs: product, isNegative: a.isNegative != b.isNegative)
  }

  package static func << (a: BigNumber, bits: Int) -> BigNumber {
    let (whole, part) = (bits / 64, bits % 64)
    var shifted = [UInt64](repeating: 0, count: whole)
    var carry: UInt64 = 0
    for limb in a.limbs {
      shifted.append(limb << UInt64(part) | carry)
      carry = part == 0 ? 0 : limb >> UInt64(64 - part)
    }
    shifted.append(carry)
    return BigNumber(limbs: shifted, isNegative: a.isNegative)
  }

  package static func precedes(_ a: [UInt64], _ b: [UInt64]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    for place in a.indices.reversed() where a[place] != b[place] { return a[place] < b[place] }
    return false
  }
}
