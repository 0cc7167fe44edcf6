import Foundation
import NIOCore
import Synchronization
import Tables
import Testing
import Workspace

@testable import WebService

@Suite("The state of a site")
struct SiteTests {
  @Test("a file that is changed by hand is seen at the next request")
  func change() async throws {
    let fixture = try WebFixture()
    try await fixture.run { browser in
      _ = try await browser.logIn("rut")
      #expect(try await browser.get("/years/2012").text.contains("elever på temabesök"))
      let text = try fixture.read("navet/targets.csv")
      try fixture.write(
        text.replacing("elever på temabesök", with: "elever på nya temabesök"),
        to: "navet/targets.csv")
      try await Task.sleep(for: .milliseconds(30))
      #expect(try await browser.get("/years/2012").text.contains("elever på nya temabesök"))
    }
  }

  @Test("a damaged file keeps what was read before, and says what is wrong where")
  func damage() async throws {
    let fixture = try WebFixture()
    try await fixture.run { browser in
      _ = try await browser.logIn("rut")
      let before = try await browser.get("/years/2012")
      #expect(!before.text.contains("Filerna har fel"))
      let text = try fixture.read("navet/targets.csv")
      try fixture.write(text.replacing(",20000,", with: ",många,"), to: "navet/targets.csv")
      try await Task.sleep(for: .milliseconds(30))
      let damaged = try await browser.get("/years/2012")
      #expect(damaged.status == 200)
      #expect(damaged.text.contains("Filerna har fel"))
      #expect(damaged.text.contains("navet/targets.csv:2"))
      #expect(damaged.text.contains("20\u{A0}000"))
      // A workspace without its definition is damaged too.
      try FileManager.default.removeItem(atPath: "\(fixture.folder)/nyckeltal.yaml")
      try await Task.sleep(for: .milliseconds(30))
      #expect(try await browser.get("/years/2012").text.contains("the folder is not a workspace"))
    }
  }

  @Test("on another day the same files are told of as of that day, once")
  func otherDay() async throws {
    let fixture = try WebFixture()
    defer { try? FileManager.default.removeItem(atPath: fixture.folder) }
    let day = Mutex(CalendarDate(daysSince1970: 20_000))
    let site = Site(fixture.folder) { day.withLock { $0 } }
    let first = try await site.current()
    #expect(first.workspace.day.today == CalendarDate(daysSince1970: 20_000))
    day.withLock { $0 = CalendarDate(daysSince1970: 20_001) }
    try await Task.sleep(for: .milliseconds(30))
    let second = try await site.current()
    #expect(second.workspace.day.today == CalendarDate(daysSince1970: 20_001))
    try await Task.sleep(for: .milliseconds(30))
    #expect(try await site.current() === second)
  }

  @Test("no page waits behind what a program of the system writes")
  func queues() async throws {
    let fixture = try WebFixture()
    let (started, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    try await fixture.run { browser in
      let site = fixture.service.site
      _ = try await browser.logIn("rut")
      async let long: Void = site.programs.run {
        started.signal()
        gate.wait()
      }
      let page = try? await browser.get("/years/2012")
      gate.signal()
      try await long
      #expect(page?.status == 200)
      #expect(started.wait(timeout: .now()) == .success)
    }
  }

  @Test("a file that is only touched is not read anew")
  func touched() async throws {
    let fixture = try WebFixture()
    let site = fixture.service.site
    let first = try await site.current()
    let path = "\(fixture.folder)/navet/targets.csv"
    try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
    try await Task.sleep(for: .milliseconds(30))
    #expect(try await site.current() === first)
    try FileManager.default.removeItem(atPath: fixture.folder)
  }

  @Test("a new file in the folder of a unit is seen")
  func newFile() async throws {
    let fixture = try WebFixture()
    let site = fixture.service.site
    let first = try await site.current()
    try fixture.write("a,b\n1,2\n", to: "navet/ny.csv")
    try await Task.sleep(for: .milliseconds(30))
    #expect(try await site.current().generation > first.generation)
    try FileManager.default.removeItem(atPath: fixture.folder)
  }

  @Test("many who come at once wait for one reading")
  func together() async throws {
    let fixture = try WebFixture()
    let site = fixture.service.site
    let states = try await withThrowingTaskGroup(of: SiteState.self) { group in
      for _ in 0..<20 { group.addTask { try await site.current() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(states.map(\.generation)) == [1])
    try FileManager.default.removeItem(atPath: fixture.folder)
  }

  @Test("what was used longest ago goes when there is no room")
  func cache() {
    let cache = PageCache(limit: 100)
    func entry(_ count: Int) -> PageCache.Entry {
      PageCache.Entry(first: .init(repeating: 1, count: count), second: .init())
    }
    cache.keep(entry(40), as: "a")
    cache.keep(entry(40), as: "b")
    _ = cache.entry("a")
    cache.keep(entry(40), as: "c")
    #expect(cache.entry("a") != nil && cache.entry("b") == nil && cache.entry("c") != nil)
    cache.keep(entry(60), as: "d")
    #expect(cache.entry("d") == nil)
  }
}
