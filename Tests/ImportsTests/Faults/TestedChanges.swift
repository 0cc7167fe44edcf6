internal import Foundation
internal import Synchronization

@testable import TableFiles

/// A change of what is on disk, as it was asked for.
enum RecordedChange: Hashable, Sendable {
  case create(String)
  case write(String, [UInt8])
  case sync(String)
  case syncFolder(String)
  case makeFolder(String)
  case setMode(String)
  case link(String, String)
  case rename(String, String)
  case exchange(String, String)
  case removeFile(String)
  case removeFolder(String)
}

/// The calls of the system until the process is killed, with a record of them: after a number of calls nothing
/// happens any more.
final class TestedChanges: FileChanges {
  private struct State {
    var record: [RecordedChange] = []
    var names: [Int32: String] = [:]
  }

  private let system = SystemFileChanges()
  private let state = Mutex(State())
  /// How many calls are made before the process is killed; `nil` for all.
  private let limit: Int?
  /// Whether half of the bytes are written by the call at which it is killed.
  private let writesHalf: Bool
  /// Whether the process lives on, and only the call behind the limit fails, as on a full disk.
  private let goesOn: Bool

  init(limit: Int? = nil, writesHalf: Bool = false, goesOn: Bool = false) {
    (self.limit, self.writesHalf, self.goesOn) = (limit, writesHalf, goesOn)
  }

  var record: [RecordedChange] { state.withLock(\.record) }

  private func perform(_ change: RecordedChange, _ call: () -> Bool) -> Bool {
    let isAlive = state.withLock { state in
      state.record.append(change)
      guard let limit else { return true }
      return goesOn ? state.record.count != limit + 1 : state.record.count <= limit
    }
    guard isAlive else {
      errno = ENOSPC
      return false
    }
    return call()
  }

  func create(_ path: String, mode: UInt32) -> Int32 {
    var file: Int32 = -1
    _ = perform(.create(path)) {
      file = system.create(path, mode: mode)
      return file >= 0
    }
    state.withLock { $0.names[file] = path }
    return file
  }

  private func name(_ file: Int32) -> String { state.withLock { $0.names[file] ?? "" } }

  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let isDone = perform(.write(name(file), Array(bytes))) { system.write(file, bytes) }
    if !isDone, writesHalf, state.withLock({ $0.record.count == (limit ?? -1) + 1 }) {
      _ = system.write(file, UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]))
      errno = EIO
    }
    return isDone
  }

  func sync(_ file: Int32) -> Bool { perform(.sync(name(file))) { system.sync(file) } }

  func syncFolder(_ path: String) -> Bool {
    perform(.syncFolder(path)) { system.syncFolder(path) }
  }

  func makeFolder(_ path: String, mode: UInt32) -> Bool {
    perform(.makeFolder(path)) { system.makeFolder(path, mode: mode) }
  }

  func setMode(_ path: String, _ mode: UInt32) -> Bool {
    perform(.setMode(path)) { system.setMode(path, mode) }
  }

  func link(_ path: String, to other: String) -> Bool {
    perform(.link(path, other)) { system.link(path, to: other) }
  }

  func symbolicLink(_ target: String, at path: String) -> Bool {
    perform(.link(target, path)) { system.symbolicLink(target, at: path) }
  }

  func rename(_ path: String, to other: String) -> Bool {
    perform(.rename(path, other)) { system.rename(path, to: other) }
  }

  func renameNew(_ path: String, to other: String) -> Bool {
    perform(.rename(path, other)) { system.renameNew(path, to: other) }
  }

  func exchange(_ path: String, with other: String) -> Bool {
    perform(.exchange(path, other)) { system.exchange(path, with: other) }
  }

  func removeFile(_ path: String) -> Bool { perform(.removeFile(path)) { system.removeFile(path) } }

  func removeFolder(_ path: String) -> Bool {
    perform(.removeFolder(path)) { system.removeFolder(path) }
  }
}

/// A system that lets go of no file.
struct KeepingFolders: FileChanges {
  private let system = SystemFileChanges()

  func create(_ path: String, mode: UInt32) -> Int32 { system.create(path, mode: mode) }
  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool { system.write(file, bytes) }
  func sync(_ file: Int32) -> Bool { system.sync(file) }
  func syncFolder(_ path: String) -> Bool { system.syncFolder(path) }
  func makeFolder(_ path: String, mode: UInt32) -> Bool { system.makeFolder(path, mode: mode) }
  func setMode(_ path: String, _ mode: UInt32) -> Bool { system.setMode(path, mode) }
  func link(_ path: String, to other: String) -> Bool { system.link(path, to: other) }
  func symbolicLink(_ target: String, at path: String) -> Bool {
    system.symbolicLink(target, at: path)
  }
  func rename(_ path: String, to other: String) -> Bool { system.rename(path, to: other) }
  func renameNew(_ path: String, to other: String) -> Bool { system.renameNew(path, to: other) }
  func exchange(_ path: String, with other: String) -> Bool { system.exchange(path, with: other) }

  func removeFile(_ path: String) -> Bool {
    errno = EBUSY
    return false
  }

  func removeFolder(_ path: String) -> Bool {
    errno = EBUSY
    return false
  }
}
