#ifndef CMARKGFM_H
#define CMARKGFM_H

#include <cmark-gfm.h>

/// The tree of a Markdown text, with the extensions of GitHub's tables, links and strikethrough where
/// `extended` is not 0. The caller frees it with `cmark_node_free`; NULL where there is no memory.
cmark_node *cmarkgfm_parse(const char *bytes, size_t count, int extended);

/// The HTML of a node and what is below it, without HTML of the text's own. The caller frees it with
/// `free`.
char *cmarkgfm_html(cmark_node *node);

/// Whether a block of code stands between fences, and which: their number of signs and the sign.
int cmarkgfm_fence(cmark_node *node, int *length, char *sign);

#endif
