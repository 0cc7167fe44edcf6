internal import CMarkGFM

extension MarkdownTree {
  /// Makes links of images that a browser would fetch from elsewhere: a page needs nothing else, and tells
  /// nobody that it is read. Images at relative addresses, and those that the text itself holds, stay.
  func linkRemoteImages() {
    guard let root, let iterator = cmark_iter_new(root) else { return }
    var images: [OpaquePointer] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      // On the way out those within the words of others come first.
      guard event == CMARK_EVENT_EXIT, let node = cmark_iter_get_node(iterator),
        cmark_node_get_type(node) == CMARK_NODE_IMAGE, let url = cmark_node_get_url(node),
        Self.isRemote(String(cString: url))
      else { continue }
      images.append(node)
    }
    cmark_iter_free(iterator)
    for image in images { Self.replaceByLink(image) }
  }

  private static func replaceByLink(_ image: OpaquePointer) {
    guard let url = cmark_node_get_url(image) else { return }
    if cmark_node_first_child(image) == nil, let text = cmark_node_new(CMARK_NODE_TEXT) {
      cmark_node_set_literal(text, url)
      cmark_node_append_child(image, text)
    }
    // There is no link within a link, nor within the words for an image: they are a part of the outer one.
    if !isInWords(image), let link = cmark_node_new(CMARK_NODE_LINK) {
      cmark_node_set_url(link, url)
      cmark_node_insert_before(image, link)
      while let child = cmark_node_first_child(image) { cmark_node_append_child(link, child) }
    }
    while let child = cmark_node_first_child(image) { cmark_node_insert_before(image, child) }
    cmark_node_unlink(image)
    cmark_node_free(image)
  }

  private static func isInWords(_ node: OpaquePointer) -> Bool {
    var parent = cmark_node_parent(node)
    while let above = parent {
      let type = cmark_node_get_type(above)
      if type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE { return true }
      parent = cmark_node_parent(above)
    }
    return false
  }

  /// Whether an address leads out of the page and its folder: RFC 3986, section 4.2, with the backslashes
  /// that browsers take for slashes.
  private static func isRemote(_ url: String) -> Bool {
    let start = url.prefix(2)
    if start.count == 2, start.allSatisfy({ $0 == "/" || $0 == "\\" }) { return true }
    guard let colon = url.firstIndex(of: ":") else { return false }
    let scheme = url[..<colon]
    let isScheme = scheme.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0))
    }
    return isScheme && !scheme.isEmpty && scheme.lowercased() != "data"
  }
}
