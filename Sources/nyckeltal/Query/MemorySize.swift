/// An amount of memory as people write it: `500MB`, `1.5 GB`.
struct MemorySize: Hashable {
  let bytes: Int

  /// Reads a size; units count by 1024, as the other programs that ask for memory do.
  ///
  /// - Returns: `nil` for anything but a number above 0 and a unit.
  init?(_ text: String) {
    let units: [(String, Double)] = [
      ("KB", 1024), ("MB", 1_048_576), ("GB", 1_073_741_824), ("TB", 1_099_511_627_776),
    ]
    let upper = text.uppercased().filter { $0 != " " }
    guard let unit = units.first(where: { upper.hasSuffix($0.0) }),
      let number = Double(upper.dropLast(2)), number > 0, number * unit.1 < 1e15
    else { return nil }
    // `Double` reads "0x10", "1e3" and "inf" as well: nobody means those.
    guard upper.dropLast(2).allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
    bytes = max(1, Int(number * unit.1))
  }
}
