#ifndef OPPORTUNE_CRYPTO_H
#define OPPORTUNE_CRYPTO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Bytes of a SHA-256 digest.
#define OPPORTUNE_SHA256_SIZE 32

/// Writes the SHA-256 (FIPS 180-4) of `count` bytes into the 32 at `digest`; false if OpenSSL fails.
bool opportune_sha256(const uint8_t *bytes, size_t count, uint8_t *digest);

/// Whether two stretches of `count` bytes are the same, in a time that does not tell where they differ.
bool opportune_is_same(const uint8_t *one, const uint8_t *other, size_t count);

#endif
