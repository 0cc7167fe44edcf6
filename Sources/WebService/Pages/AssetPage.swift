internal import HTTPTypes
internal import Hummingbird

/// Style sheets and scripts: a few that are known by their addresses, and no file of any folder.
enum AssetPage {
  static func show(_ exchange: Exchange) async throws -> Response {
    let address = "/assets/\(exchange.parameter("file") ?? "")"
    let known = [exchange.state.style, .plain, .script, .completion]
    guard let asset = known.first(where: { $0.address == address }) else {
      throw WebProblem.notFound
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable",
      ], body: .init(byteBuffer: asset.content))
  }
}
