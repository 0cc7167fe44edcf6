internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads lines with editing, history and completion, by GNU readline or libedit, whichever is
/// there; without either it reads plain lines.
///
/// The library is opened when the shell starts: a query on the command line must not wait for it.
///
/// Used by one thread only. The library keeps its state in global variables, so there is one
/// editor a process.
final class LineEditor {
  private typealias ReadLine =
    @convention(c) (UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>?
  private typealias TakeText = @convention(c) (UnsafePointer<CChar>?) -> Void
  private typealias TakeTextForStatus = @convention(c) (UnsafePointer<CChar>?) -> Int32
  private typealias TakeNumber = @convention(c) (Int32) -> Void
  private typealias ReadKey = @convention(c) (UnsafeMutableRawPointer?) -> Int32
  fileprivate typealias Replace = @convention(c) (UnsafePointer<CChar>?, Int32) -> Void
  fileprivate typealias Complete =
    @convention(c) (UnsafePointer<CChar>?, Int32, Int32) -> UnsafeMutablePointer<
      UnsafeMutablePointer<CChar>?
    >?

  private static let libraries = [
    "libreadline.so.8", "libreadline.so.7", "libreadline.so", "libedit.so.2", "libedit.so.0",
    "libedit.so", "libedit.3.dylib", "/usr/lib/libedit.3.dylib",
  ]

  private let library: UnsafeMutableRawPointer?
  private let historyPath: String?

  /// Opens the library.
  ///
  /// - Parameters:
  ///   - historyPath: The file of earlier lines; `nil` keeps none.
  ///   - completions: What a word may become.
  init(
    historyPath: String?, completions: @escaping @Sendable (_ word: String) -> [String]
  ) {
    library = Self.libraries.lazy.compactMap { dlopen($0, RTLD_NOW | RTLD_LOCAL) }.first
    self.historyPath = library == nil ? nil : historyPath
    LineEditorState.completions.withLock { $0 = completions }
    configure()
  }

  /// What was typed.
  enum Entry: Hashable {
    case line(String)
    /// Ctrl-C: what was typed so far is to be forgotten.
    case interrupted
    case end
  }

  /// Reads a line, without its end.
  func entry(prompt: String) -> Entry {
    let line = line(prompt: prompt)
    let wasInterrupted = LineEditorState.wasInterrupted.withLock { flag in
      defer { flag = false }
      return flag
    }
    return wasInterrupted ? .interrupted : line.map { .line($0) } ?? .end
  }

  private func line(prompt: String) -> String? {
    guard let read = function("readline", as: ReadLine.self) else {
      SystemFile.complain(prompt)
      return readLine()
    }
    guard let line = read(prompt) else { return nil }
    defer { free(line) }
    return String(cString: line)
  }

  /// Remembers a statement, and keeps it in the history's file.
  func remember(_ text: String) {
    guard let historyPath, !text.isEmpty else { return }
    function("add_history", as: TakeText.self)?(text)
    // Answers may stand in queries: nobody else may read the file, not even for a moment.
    let mask = umask(0o077)
    _ = function("write_history", as: TakeTextForStatus.self)?(historyPath)
    umask(mask)
    chmod(historyPath, 0o600)
  }

  private func configure() {
    set("rl_readline_name", UnsafePointer(strdup("nyckeltal")))
    // Names with dots and slashes are completed whole, also within quotes.
    set("rl_basic_word_break_characters", UnsafePointer(strdup(" \t\n()[]{},;=<>+*|&!:")))
    set("rl_completer_word_break_characters", UnsafePointer(strdup(" \t\n()[]{},;=<>+*|&!:")))
    let complete: Complete = { word, _, _ in completionMatches(word) }
    set("rl_attempted_completion_function", complete)
    // After Ctrl-C the line is dropped, as in every shell.
    // The library would notice Ctrl-C only with the next key.
    set("rl_catch_signals", Int32(0))
    LineEditorState.replaceLine.withLock { $0 = address("rl_replace_line") }
    let read: ReadKey = { _ in nextKey() }
    set("rl_getc_function", read)
    guard let historyPath else { return }
    function("stifle_history", as: TakeNumber.self)?(10_000)
    _ = function("read_history", as: TakeTextForStatus.self)?(historyPath)
  }

  private func function<Function>(_ name: String, as type: Function.Type) -> Function? {
    guard let library, let symbol = dlsym(library, name) else { return nil }
    return unsafeBitCast(symbol, to: Function.self)
  }

  private func address(_ name: String) -> Int? {
    library.flatMap { dlsym($0, name) }.map { Int(bitPattern: $0) }
  }

  /// Sets a global variable of the library, if it has it.
  private func set<Value>(_ name: String, _ value: Value) {
    guard let library, let symbol = dlsym(library, name) else { return }
    symbol.assumingMemoryBound(to: Value.self).pointee = value
  }
}

/// What the library's callbacks need, which are plain functions of C.
private enum LineEditorState {
  static let completions = Mutex<(@Sendable (String) -> [String])?>(nil)
  /// The address of the library's function that replaces the line.
  static let replaceLine = Mutex<Int?>(nil)
  /// Whether Ctrl-C ended the line that was returned last.
  static let wasInterrupted = Mutex(false)
}

/// The next byte that is typed; Ctrl-C empties the line and ends it.
private func nextKey() -> Int32 {
  var byte: UInt8 = 0
  while true {
    let count = read(SystemFile.standardInput, &byte, 1)
    if count == 1 { return Int32(byte) }
    guard count < 0, errno == EINTR else { return -1 }
    guard Interruption.shared.take() else { continue }
    LineEditorState.wasInterrupted.withLock { $0 = true }
    SystemFile.complain("^C")
    let replace = LineEditorState.replaceLine.withLock { $0 }
    if let replace = replace.flatMap({ UnsafeRawPointer(bitPattern: $0) }) {
      unsafeBitCast(replace, to: LineEditor.Replace.self)("", 0)
    }
    return 10
  }
}

/// The words that may stand in a place, as the library wants them: what they have in common, then
/// each; `nil` lets it complete file names.
private func completionMatches(
  _ word: UnsafePointer<CChar>?
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
  guard let word, let complete = LineEditorState.completions.withLock({ $0 }) else { return nil }
  let typed = String(cString: word)
  let matches = complete(typed)
  guard let first = matches.first else { return nil }
  let common = matches.dropFirst().reduce(first) { commonPrefix($0, $1) }
  let texts = matches.count == 1 ? [first] : [common.isEmpty ? typed : common] + matches
  // The library frees the list and its texts with `free`.
  guard
    let memory = calloc(texts.count + 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
  else { return nil }
  let result = memory.bindMemory(
    to: UnsafeMutablePointer<CChar>?.self, capacity: texts.count + 1)
  for (index, text) in texts.enumerated() { result[index] = strdup(text) }
  return result
}

/// What two words begin with, whatever the case of the second.
private func commonPrefix(_ a: String, _ b: String) -> String {
  var prefix = ""
  for (x, y) in zip(a, b) {
    guard x == y || x.lowercased() == y.lowercased() else { break }
    prefix.append(x)
  }
  return prefix
}
