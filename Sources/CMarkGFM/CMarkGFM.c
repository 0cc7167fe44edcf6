#include "CMarkGFM.h"

#include <cmark-gfm-core-extensions.h>
#include <pthread.h>

static pthread_once_t registered = PTHREAD_ONCE_INIT;

static void register_extensions(void) { cmark_gfm_core_extensions_ensure_registered(); }

static const char *const extensions[] = {"table", "strikethrough", "autolink"};

cmark_node *cmarkgfm_parse(const char *bytes, size_t count, int extended) {
  pthread_once(&registered, register_extensions);
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_SOURCEPOS);
  if (parser == NULL) return NULL;
  for (size_t i = 0; extended && i < sizeof extensions / sizeof *extensions; i++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(extensions[i]);
    if (extension != NULL) cmark_parser_attach_syntax_extension(parser, extension);
  }
  cmark_parser_feed(parser, bytes, count);
  cmark_node *root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return root;
}

char *cmarkgfm_html(cmark_node *node) { return cmark_render_html(node, CMARK_OPT_DEFAULT, NULL); }

int cmarkgfm_fence(cmark_node *node, int *length, char *sign) {
  int offset = 0;
  return cmark_node_get_fenced(node, length, &offset, sign);
}
