import Diagnostics
import Testing

@testable import nyckeltal

/// Where a query finds the workspace.
@Suite struct WorkspaceFolderTests {
  @Test func noWorkspace() {
    #expect {
      _ = try WorkspaceFolder.find(named: "/no/such")
    } throws: { error in
      (error as? Diagnostic)?.formatted() == """
        /no/such: error[no-workspace]: the folder is not a workspace
          it holds no nyckeltal.yaml
          fix: name another folder with --workspace
          fix: leave --workspace out to query files
        """
    }
  }
}
