internal import Labels
internal import Workspace

/// Says at the top of a page that figures of fewer than three are shown, where the workspace allows it.
struct DisclosureNote {
  let workspace: LoadedWorkspace

  /// Nothing where the limit is at least three.
  var blocks: [Block] {
    guard workspace.disclosure.isBelowThree else { return [] }
    let least = Fact(.count(workspace.disclosure.minimumAnswers))
    return [
      .note(
        Sentence(
          """
          Svagt skydd: tal om svar visas redan från \(least) svar, så enskildas svar kan framgå. \
          Sidan är inte till för spridning.
          """,
          """
          Weak protection: figures about answers are shown from \(least) on, so the answers of single \
          persons may show. The page is not for circulation.
          """))
    ]
  }
}
