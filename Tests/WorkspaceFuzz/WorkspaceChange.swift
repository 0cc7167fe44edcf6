import TableFixtures

/// What is done to a file of a workspace.
enum WorkspaceChange: String, CaseIterable {
  case cut, noise, emptied, headerLost, rowsTwice, swapped, misspelt, lost, linkedToNothing
  case linkedToDevice, linkedElsewhere, folder, utf16, windowsLines, byteOrderMark

  /// Why a figure may change and nothing be said; `nil` where something must be.
  var reasonForSilence: String? {
    switch self {
    case .cut: "what is left is whole, and nothing says that there was more"
    case .noise: "what stands there now is as good as what stood there"
    case .rowsTwice: "a table may hold equal rows"
    case .swapped, .linkedElsewhere: "the other file is of the same kind"
    case .lost: "the file may be missing"
    case .emptied, .headerLost, .misspelt, .linkedToNothing, .linkedToDevice, .folder: nil
    // The same text in other bytes gives the same figures.
    case .utf16, .windowsLines, .byteOrderMark: nil
    }
  }

  /// The bytes after the change, for those that only change bytes.
  func applied(to bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    switch self {
    case .cut: return Array(bytes.prefix(random.below(bytes.count)))
    case .noise: return Self.noise(in: bytes, &random)
    case .emptied: return []
    case .headerLost: return Array(lines.dropFirst().joined(separator: [10]))
    case .rowsTwice:
      guard lines.count > 2 else { return bytes }
      let row = 1 + random.below(lines.count - 2)
      return Array((lines[...row] + lines[row...]).joined(separator: [10]))
    case .utf16:
      return [0xFF, 0xFE]
        + String(decoding: bytes, as: UTF8.self).utf16.flatMap {
          [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
    case .windowsLines: return Array(lines.joined(separator: [13, 10]))
    case .byteOrderMark: return [0xEF, 0xBB, 0xBF] + bytes
    default: return bytes
    }
  }

  /// Pieces that mean something in tables and definitions.
  private static let words = [
    "\"", ",", ";", "\n", "\t", ": ", "- ", "{", "[", "&a ", "*a", "#", "'", "\u{0}", "\u{1B}[2J",
    "\u{FFFD}", "å", "-1", "1e400", "99999999999999999999", "../", "\u{202E}", "NaN", "=1+1",
  ]

  private static func noise(in bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(3) {
      let place = random.below(bytes.count + 1)
      let end = min(bytes.count, place + random.below(20))
      switch random.below(4) {
      case 0: bytes.replaceSubrange(place..<end, with: Array(random.pick(words).utf8))
      case 1: bytes.insert(contentsOf: Array(random.pick(words).utf8), at: place)
      case 2: bytes.removeSubrange(place..<end)
      default:
        bytes.replaceSubrange(
          place..<end, with: (place..<end).map { _ in UInt8(random.below(256)) })
      }
    }
    return bytes
  }
}
