internal import Tables

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The order of texts by their bytes: negative, zero or positive.
func byteOrder(_ a: TextPool.Bytes, _ b: TextPool.Bytes) -> Int {
  let common = min(a.count, b.count)
  if common > 0, let x = a.baseAddress, let y = b.baseAddress {
    let order = memcmp(x, y, common)
    if order != 0 { return Int(order) }
  }
  return a.count - b.count
}

/// The order of strings by their bytes.
func byteOrder(_ a: String, _ b: String) -> Int {
  var (a, b) = (a, b)
  return a.withUTF8 { a in b.withUTF8 { b in byteOrder(a, b) } }
}

/// Whether a text comes before another by its bytes.
func precedesByBytes(_ a: TextPool.Bytes, _ b: TextPool.Bytes) -> Bool { byteOrder(a, b) < 0 }
