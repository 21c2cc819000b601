#ifndef OPPORTUNE_ZLIB_H
#define OPPORTUNE_ZLIB_H

#include <stddef.h>
#include <stdint.h>

/// A gzip file (RFC 1952) that is being unpacked, piece by piece.
typedef struct opportune_gunzip opportune_gunzip;

/// What a step came to.
typedef enum {
  /// All that was given is used, or all that there was room for is made.
  opportune_gunzip_more,
  /// A member of the file ended; another may follow.
  opportune_gunzip_end,
  /// The bytes are no gzip, or damaged.
  opportune_gunzip_damaged,
} opportune_gunzip_result;

/// Begins to unpack; NULL without memory.
opportune_gunzip *opportune_gunzip_open(void);

/// Unpacks as much of `count` bytes as there is `room` for; says how many were used and how many were made.
opportune_gunzip_result opportune_gunzip_step(
    opportune_gunzip *gunzip, const uint8_t *bytes, size_t count, size_t *used, uint8_t *unpacked, size_t room,
    size_t *made);

/// Gives back what was taken by opening.
void opportune_gunzip_close(opportune_gunzip *gunzip);

#endif
