internal import Labels
internal import Synchronization

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A program of the system that writes a format for us.
struct ExternalProgram: Sendable {
  /// How a run ended.
  enum Ending: Hashable {
    case finished(code: Int32)
    /// It was ended by a signal that was not ours.
    case killed
    /// It took longer than it may, and was ended with everything that it had started.
    case timedOut
    /// Somebody wants us to end; it was ended with everything that it had started.
    case interrupted
    case notStarted(errno: Int32)
  }

  let path: String

  /// A program at a place.
  init(path: String) { self.path = path }

  /// The program that a variable of the environment names, or the first of some names on the path.
  init?(_ names: [String], variable: String) {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment[variable], !named.isEmpty {
      guard let found = Self.found(named, environment) else { return nil }
      path = found
      return
    }
    guard let found = names.lazy.compactMap({ Self.found($0, environment) }).first else {
      return nil
    }
    path = found
  }

  private static func found(_ name: String, _ environment: [String: String]) -> String? {
    if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
    let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    return folders.lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Runs the program and waits for it. It gets no input; what it says goes to `log`.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments.
  ///   - variables: What its environment has beside ours.
  ///   - seconds: How long it may take.
  ///   - log: A file for what it says.
  /// - Returns: How it ended.
  func run(
    _ arguments: [String], variables: [String: String] = [:], atMost seconds: Int, log: String
  ) -> Ending {
    var environment = ProcessInfo.processInfo.environment
    environment.merge(variables) { $1 }
    var actions = posix_spawn_file_actions_t.empty
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    var attributes = posix_spawnattr_t.empty
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own: what it starts is ended with it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    let words = ([path] + arguments).map { strdup($0) }
    let settings = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for word in words + settings { free(word) } }
    var process: pid_t = 0
    var failure: Int32 = 0
    // A program that somebody is just writing is there in a moment.
    for _ in 0..<100 {
      failure = posix_spawn(
        &process, path, &actions, &attributes, words + [nil], settings + [nil])
      guard failure == ETXTBSY else { break }
      usleep(5000)
    }
    guard failure == 0 else { return .notStarted(errno: failure) }
    return Self.wait(for: process, atMost: seconds)
  }

  private static func wait(for process: pid_t, atMost seconds: Int) -> Ending {
    EndRequest.watch()
    defer { EndRequest.unwatch() }
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    var pause: UInt32 = 1000
    while true {
      var status: Int32 = 0
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process || ended < 0 && errno != EINTR {
        // What it left running ends too.
        kill(-process, SIGKILL)
        let signal = status & 0x7F
        return signal == 0 ? .finished(code: (status >> 8) & 0xFF) : .killed
      }
      if clock.now >= deadline || EndRequest.hasCome {
        kill(-process, SIGKILL)
        waitpid(process, &status, 0)
        return EndRequest.hasCome ? .interrupted : .timedOut
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }
}

/// Notices that somebody wants us to end while programs run, several at one time perhaps, so that they and
/// their files go first.
private enum EndRequest {
  private static let signal = Atomic<Int32>(0)
  /// How many watch, and which signals the first of them has taken over.
  private static let state = Mutex<(watchers: Int, taken: [Int32])>((0, []))

  static var hasCome: Bool { signal.load(ordering: .relaxed) != 0 }

  /// Takes over the signals that would end us. One that whoever started us has us ignore, or that
  /// somebody else looks at, stays theirs.
  static func watch() {
    state.withLock { state in
      state.watchers += 1
      guard state.watchers == 1 else { return }
      state.taken = [SIGINT, SIGTERM, SIGHUP].filter(take)
    }
  }

  private static func take(_ number: Int32) -> Bool {
    var (current, action) = (sigaction(), sigaction())
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = { EndRequest.signal.store($0, ordering: .relaxed) }
      let isUsual = { $0.__sigaction_handler.sa_handler == nil } as (sigaction) -> Bool
    #else
      action.__sigaction_u.__sa_handler = { EndRequest.signal.store($0, ordering: .relaxed) }
      let isUsual = { $0.__sigaction_u.__sa_handler == nil } as (sigaction) -> Bool
    #endif
    guard sigaction(number, nil, &current) == 0, isUsual(current) else { return false }
    return sigaction(number, &action, nil) == 0
  }

  /// The last to watch gives the signals back, and lets one that has come end the process: nothing is
  /// left behind.
  static func unwatch() {
    state.withLock { state in
      state.watchers -= 1
      guard state.watchers == 0 else { return }
      for number in state.taken {
        var usual = sigaction()
        sigaction(number, &usual, nil)
      }
      state.taken = []
      let came = signal.exchange(0, ordering: .relaxed)
      if came != 0 { kill(getpid(), came) }
    }
  }
}

/// A folder for the files of a program that runs, removed with all that is in it.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws(RenderingProblem) {
    let environment = ProcessInfo.processInfo.environment
    let parent = environment["TMPDIR"].flatMap { access($0, W_OK) == 0 ? $0 : nil } ?? "/tmp"
    // mkdtemp asks for six X at the end and puts its own letters there.
    guard let template = strdup("\(parent)/nyckeltal-XXXXXX") else { throw Self.problem(parent) }
    defer { free(template) }
    guard let made = mkdtemp(template) else { throw Self.problem(parent) }
    path = String(cString: made)
    EndRequest.watch()
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    EndRequest.unwatch()
  }

  /// The path of a file in it.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file.
  func write(_ bytes: [UInt8], to name: String) throws(RenderingProblem) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    } catch {
      throw Self.problem(path)
    }
  }

  /// The bytes of a file; `nil` where there is none.
  func read(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(fileURLWithPath: file(name)))).map { Array($0) }
  }

  private static func problem(_ folder: String) -> RenderingProblem {
    RenderingProblem(
      code: "temporary-files",
      Label(
        "i mappen för tillfälliga filer, '\(folder)', kan ingenting skrivas",
        "nothing can be written in the folder of temporary files, '\(folder)'"),
      fixes: [Label("nämn en annan mapp   TMPDIR=/mappen", "name another folder   TMPDIR=/folder")])
  }
}

extension posix_spawn_file_actions_t {
  #if canImport(Glibc)
    fileprivate static var empty: Self { Self() }
  #else
    fileprivate static var empty: Self? { nil }
  #endif
}

extension posix_spawnattr_t {
  #if canImport(Glibc)
    fileprivate static var empty: Self { Self() }
  #else
    fileprivate static var empty: Self? { nil }
  #endif
}
