#ifndef OPPORTUNE_SQLITE_H
#define OPPORTUNE_SQLITE_H

#include <sqlite3.h>
#include <stdint.h>

/// SQLITE_TRANSIENT is a cast macro, which Swift does not import: SQLite copies the bytes before returning.
static inline sqlite3_destructor_type opportune_sqlite_transient(void) {
  return SQLITE_TRANSIENT;
}

/// What one connection remembers while it waits for another's lock.
typedef struct {
  /// State of the random sleeps, never zero.
  uint64_t random;
  /// The longest wait before giving up, in nanoseconds.
  int64_t limit;
  /// When the current wait began, on the monotonic clock.
  int64_t began;
  /// How long the last wait took, finished or given up, in nanoseconds.
  int64_t waited;
} opportune_wait;

/// A wait of at most `limit_milliseconds`, its sleeps drawn from a seed of this process, thread and moment.
opportune_wait opportune_wait_make(int64_t limit_milliseconds);

/// Installs the random sleeps as the connection's busy handler; `wait` must outlive the connection.
int opportune_wait_install(sqlite3 *connection, opportune_wait *wait);

/// One short random sleep, for whoever has just held a lock that others wait for.
void opportune_wait_yield(opportune_wait *wait);

/// Counts the pages of the write-ahead log after each commit into `pages`, in place of SQLite's own checkpoints;
/// `pages` must outlive the connection.
void opportune_count_log_pages(sqlite3 *connection, int *pages);

#endif
