#ifndef OPPORTUNE_JSON_H
#define OPPORTUNE_JSON_H

#include <jansson.h>

/// jansson's iteration and release are macros or inline in ways Swift does not import.
static inline int opportune_json_type(const json_t *value) {
  return (int)json_typeof(value);
}

static inline void opportune_json_release(json_t *value) {
  json_decref(value);
}

#endif
