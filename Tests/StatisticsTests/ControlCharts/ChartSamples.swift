/// Series with published control charts, and helpers to name what is expected.
enum ChartSamples {
  /// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.2: defective chips on 30 wafers of 50.
  static let wafers = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
    7, 13, 9, 6,
  ]

  /// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.1: defects on 25 wafers.
  static let defects = [
    16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31,
    13,
  ]

  /// Made-up events among cases of varying number, more spread than chance explains.
  static let events = [50, 61, 40, 72, 38, 66, 45, 80, 52, 59, 37, 70]
  static let cases = [512, 480, 530, 610, 455, 498, 520, 575, 601, 490, 505, 530]

  /// Up and down by turns, so that nothing is a signal: mean 0, moving ranges 2.
  static func quiet(_ count: Int) -> [Double] {
    (0..<count).map { $0 % 2 == 0 ? 1 : -1 }
  }
}
