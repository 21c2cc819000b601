#include "CZlib.h"

#include <stdlib.h>
#include <zlib.h>

struct opportune_gunzip {
  z_stream stream;
};

opportune_gunzip *opportune_gunzip_open(void) {
  opportune_gunzip *gunzip = calloc(1, sizeof *gunzip);
  // The largest window, and a gzip header in place of zlib's own.
  if (gunzip != NULL && inflateInit2(&gunzip->stream, 15 + 16) != Z_OK) {
    free(gunzip);
    gunzip = NULL;
  }
  return gunzip;
}

opportune_gunzip_result opportune_gunzip_step(
    opportune_gunzip *gunzip, const uint8_t *bytes, size_t count, size_t *used, uint8_t *unpacked, size_t room,
    size_t *made) {
  z_stream *stream = &gunzip->stream;
  stream->next_in = (Bytef *)bytes;
  stream->avail_in = (uInt)count;
  stream->next_out = unpacked;
  stream->avail_out = (uInt)room;
  int result = inflate(stream, Z_NO_FLUSH);
  *used = count - stream->avail_in;
  *made = room - stream->avail_out;
  if (result == Z_STREAM_END) {
    return inflateReset(stream) == Z_OK ? opportune_gunzip_end : opportune_gunzip_damaged;
  }
  return result == Z_OK || result == Z_BUF_ERROR ? opportune_gunzip_more : opportune_gunzip_damaged;
}

void opportune_gunzip_close(opportune_gunzip *gunzip) {
  inflateEnd(&gunzip->stream);
  free(gunzip);
}
