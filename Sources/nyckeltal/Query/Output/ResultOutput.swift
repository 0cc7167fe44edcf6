internal import Diagnostics
internal import TableFiles
internal import WorkspaceQuery

/// Collects bytes and writes them to standard output, or to a file that appears whole or not at
/// all.
final class ResultOutput: ByteSink {
  /// The columns of the terminal that shows the output; `nil` where it is none.
  let terminalWidth: Int?
  /// The file; `nil` for standard output.
  private let file: WholeFile?
  private var buffer: [UInt8] = []

  /// Opens the place.
  ///
  /// - Throws: A diagnostic `output` when nothing can be written there.
  init(_ place: OutputPlace) throws(Diagnostic) {
    switch place {
    case .standardOutput:
      file = nil
      terminalWidth =
        SystemFile.isTerminal(SystemFile.standardOutput)
        ? SystemFile.terminalSize(SystemFile.standardOutput)?.columns ?? 80 : nil
    case .file(let path):
      file = try WholeFile(path)
      terminalWidth = nil
    }
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(Diagnostic) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes out what is collected.
  func flush() throws(Diagnostic) {
    guard !buffer.isEmpty else { return }
    if let file {
      try file.write(buffer)
    } else {
      try Terminal.print(buffer)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes out everything and gives a file its name.
  func finish() throws(Diagnostic) {
    try flush()
    try file?.finish()
  }
}

/// Where results go.
enum OutputPlace: Hashable {
  case standardOutput
  case file(String)
}
