#include "internal.h"

#include <sys/eventfd.h>
#include <time.h>

int32_t opportune_waker_open(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void opportune_waker_ring(int32_t descriptor) {
  uint64_t one = 1;
  (void)!write(descriptor, &one, sizeof one);
}

void opportune_waker_clear(int32_t descriptor) {
  uint64_t count;
  (void)!read(descriptor, &count, sizeof count);
}

void opportune_waker_close(int32_t descriptor) { close(descriptor); }

int64_t opportune_monotonic_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
