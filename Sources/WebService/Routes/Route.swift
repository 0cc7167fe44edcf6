internal import HTTPTypes
internal import Hummingbird

/// One page or action: its address, what it needs, and how it is answered. ``Routes/all`` is the whole table.
struct Route: Sendable {
  typealias Handler = @Sendable (Exchange) async throws -> Response

  /// What comes with a request.
  enum Body: Sendable {
    case none
    /// The fields of a form.
    case form
    /// A form with a file, which the handler reads as it comes.
    case file
  }

  let method: HTTPRequest.Method
  /// The pattern of its address, such as `/years/:year/units/:unit`.
  let path: String
  let permission: Permission
  let body: Body
  /// Whether files of the workspace or accounts are changed, which a demonstration refuses.
  let changes: Bool
  let handler: Handler

  /// A page.
  static func get(
    _ path: String, _ permission: Permission, _ handler: @escaping Handler
  ) -> Route {
    Route(
      method: .get, path: path, permission: permission, body: .none, changes: false,
      handler: handler)
  }

  /// An action.
  static func post(
    _ path: String, _ permission: Permission, body: Body = .form, changes: Bool = true,
    _ handler: @escaping Handler
  ) -> Route {
    Route(
      method: .post, path: path, permission: permission, body: body, changes: changes,
      handler: handler)
  }
}
