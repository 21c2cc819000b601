#ifndef OPPORTUNE_SQLITE_H
#define OPPORTUNE_SQLITE_H

#include <sqlite3.h>

/// SQLITE_TRANSIENT is a cast macro, which Swift does not import: SQLite copies the bytes before returning.
static inline sqlite3_destructor_type opportune_sqlite_transient(void) {
  return SQLITE_TRANSIENT;
}

#endif
