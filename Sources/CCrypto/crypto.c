#include "CCrypto.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

bool opportune_sha256(const uint8_t *bytes, size_t count, uint8_t *digest) {
  unsigned int size = 0;
  return EVP_Digest(bytes, count, digest, &size, EVP_sha256(), NULL) == 1 && size == OPPORTUNE_SHA256_SIZE;
}

bool opportune_is_same(const uint8_t *one, const uint8_t *other, size_t count) {
  return CRYPTO_memcmp(one, other, count) == 0;
}
