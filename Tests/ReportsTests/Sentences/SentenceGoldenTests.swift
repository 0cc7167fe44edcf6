import Foundation
import Labels
import Testing

@testable import Reports

/// Every form of every sentence as a reader hears it, in both languages. The goldens were read aloud;
/// whoever changes a sentence reads its forms again.
@Suite("Sentences for none, one and several")
struct SentenceGoldenTests {
  static let forms = Result { try SentenceForms().all }

  private static func text(_ forms: [(name: String, label: Label)]) -> String {
    forms.map { "\($0.name)\n  \($0.label.swedish)\n  \($0.label.english)\n" }.joined()
  }

  @Test("each form reads as its golden") func goldens() throws {
    let found = Self.text(try Self.forms.get())
    let wanted = SentenceGoldens.text + "\n"
    guard found != wanted else { return }
    let (new, old) = (found.split(separator: "\n"), wanted.split(separator: "\n"))
    for change in new.difference(from: old) {
      switch change {
      case .insert(_, let line, _): Issue.record("now: \(line)")
      case .remove(_, let line, _): Issue.record("golden: \(line)")
      }
    }
  }

  @Test("no form has a plural after 1, a gap or two full stops") func grammar() throws {
    for (name, label) in try Self.forms.get() {
      for text in [label.swedish, label.english] {
        #expect(
          !text.contains("  ") && !text.contains("..") && !text.contains(" ."), "\(name): \(text)")
        #expect(!text.hasPrefix(" ") && !text.hasSuffix(" "), "\(name): \(text)")
      }
      let swedish =
        #/(^|[^0-9.,])1 (?!har\b|ger\b|saknar|gäller|hör|avviker|par\b|villkor)[a-zåäö]+(or|ar|er|erna|orna|arna)\b/#
      let english = #/(^|[^0-9.,])1 (?!has|was|belongs|differs)[a-z]+[^s ]s\b/#
      #expect(label.swedish.firstMatch(of: swedish) == nil, "\(name): \(label.swedish)")
      #expect(label.english.firstMatch(of: english) == nil, "\(name): \(label.english)")
    }
  }
}
