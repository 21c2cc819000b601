#define _GNU_SOURCE
#include "CSQLite.h"

#include <errno.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

// SQLite's own busy handler sleeps longer the longer it has waited, so that whoever came last wins and one of eight
// writers starves. Here every waiter draws from the same short range, and from a shorter one the longer it waits.
static const int64_t longest_sleep = 400000;
static const int64_t shortest_sleep = 20000;
static const int64_t patience = 40000000;

static int64_t monotonic_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

// xorshift64* (Vigna 2016): enough to keep waiters out of step.
static uint64_t draw(opportune_wait *wait) {
  wait->random ^= wait->random >> 12;
  wait->random ^= wait->random << 25;
  wait->random ^= wait->random >> 27;
  return wait->random * 2685821657736338717u;
}

static void sleep_randomly(opportune_wait *wait, int64_t longest) {
  int64_t length = shortest_sleep + (int64_t)(draw(wait) % (uint64_t)(longest - shortest_sleep + 1));
  struct timespec rest = {.tv_sec = 0, .tv_nsec = length};
  // An interrupted sleep is only a shorter one.
  (void)nanosleep(&rest, NULL);
}

opportune_wait opportune_wait_make(int64_t limit_milliseconds) {
  uint64_t seed = 0;
  if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) != sizeof seed) {
    seed = (uint64_t)monotonic_now() ^ ((uint64_t)getpid() << 32);
  }
  opportune_wait wait = {.random = seed | 1, .limit = limit_milliseconds * 1000000, .began = 0, .waited = 0};
  return wait;
}

static int on_busy(void *context, int calls) {
  opportune_wait *wait = context;
  int64_t now = monotonic_now();
  if (calls == 0) wait->began = now;
  wait->waited = now - wait->began;
  if (wait->waited >= wait->limit) return 0;
  sleep_randomly(wait, wait->waited > patience ? longest_sleep / 8 : longest_sleep);
  return 1;
}

int opportune_wait_install(sqlite3 *connection, opportune_wait *wait) {
  return sqlite3_busy_handler(connection, on_busy, wait);
}

void opportune_wait_yield(opportune_wait *wait) {
  sleep_randomly(wait, longest_sleep);
}

static int on_log_written(void *context, sqlite3 *connection, const char *schema, int pages) {
  (void)connection;
  (void)schema;
  *(int *)context = pages;
  return SQLITE_OK;
}

void opportune_count_log_pages(sqlite3 *connection, int *pages) {
  sqlite3_wal_hook(connection, on_log_written, pages);
}
