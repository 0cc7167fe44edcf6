internal import Tables

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Whether two texts have the same bytes.
@inline(__always)
func sameBytes(_ a: TextPool.Bytes, _ b: TextPool.Bytes) -> Bool {
  guard a.count == b.count else { return false }
  guard let x = a.baseAddress, let y = b.baseAddress else { return true }
  return memcmp(x, y, a.count) == 0
}

/// Whether a text comes before another by its bytes.
func precedesByBytes(_ a: TextPool.Bytes, _ b: TextPool.Bytes) -> Bool {
  if let x = a.baseAddress, let y = b.baseAddress {
    let order = memcmp(x, y, min(a.count, b.count))
    if order != 0 { return order < 0 }
  }
  return a.count < b.count
}
