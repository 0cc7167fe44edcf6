package import Workspace

/// A server that shows pages: where their style and script lie, which a strict policy wants as files, and what
/// it puts around what a page says.
package struct HTMLHost: Sendable {
  /// Where the member of a dimension leads to; `nil` for nowhere.
  package typealias Links = @Sendable (Dimension, String) -> String?

  /// The address of the style sheet.
  package var style: String
  /// The address of the script.
  package var script: String
  /// Markup that is safe as it stands, before the header of a page.
  package var before: String
  /// Markup that is safe as it stands, behind what a page says.
  package var after: String
  /// Where the members in tables lead to.
  package var links: Links?

  /// A server.
  package init(
    style: String, script: String, before: String = "", after: String = "", links: Links? = nil
  ) {
    (self.style, self.script, self.before, self.after) = (style, script, before, after)
    self.links = links
  }

  /// The style sheet of the pages of a workspace, of reports and of texts with reports in them.
  package static func styleSheet(of workspace: LoadedWorkspace) -> String {
    plainStyleSheet + HTMLStyle.text(of: workspace.appearance)
  }

  /// The same for pages that belong to no workspace.
  package static let plainStyleSheet = HTMLStyle.text + HTMLRenderer.pieceStyle

  /// A text in which nothing is markup, as values of pages are written.
  package static func escaped(_ text: String) -> String { Markup.escaped(text) }

  /// The script of the pages.
  package static let scriptText = HTMLScript.text
}
