// SHA-256 by its own functions, which OpenSSL 3 counts as old: by the new ones everything that OpenSSL
// can do goes into the program, a tenth of it.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
