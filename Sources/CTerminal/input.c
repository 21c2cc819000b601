#include "internal.h"

#include <poll.h>

int32_t opportune_terminal_wait(int32_t wake_descriptor, int32_t milliseconds) {
  struct pollfd descriptors[] = {
      {.fd = STDIN_FILENO, .events = POLLIN},
      {.fd = opportune_signal_descriptor, .events = POLLIN},
      {.fd = wake_descriptor, .events = POLLIN},
  };
  int ready = poll(descriptors, 3, milliseconds);
  // Interrupted by a signal: its descriptor says so next time.
  if (ready <= 0) return 0;
  int32_t result = 0;
  if (descriptors[0].revents & POLLIN) result |= OPPORTUNE_READY_INPUT;
  if (descriptors[0].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= OPPORTUNE_READY_HANGUP;
  if (descriptors[1].revents & POLLIN) result |= OPPORTUNE_READY_SIGNAL;
  if (descriptors[2].revents & POLLIN) result |= OPPORTUNE_READY_WAKE;
  return result;
}

opportune_read_kind opportune_terminal_read(int32_t *value) {
  if (opportune_keyboard == NULL) return OPPORTUNE_READ_NOTHING;
  wint_t read = 0;
  switch (wget_wch(opportune_keyboard, &read)) {
    case OK: *value = (int32_t)read; return OPPORTUNE_READ_CHARACTER;
    case KEY_CODE_YES: *value = (int32_t)read; return OPPORTUNE_READ_CODE;
    default: return OPPORTUNE_READ_NOTHING;
  }
}

opportune_mouse opportune_terminal_read_mouse(void) {
  MEVENT event;
  opportune_mouse result = {0, 0, 0};
  if (getmouse(&event) != OK) return result;
  result.column = event.x;
  result.row = event.y;
  if (event.bstate & BUTTON1_PRESSED) result.button = 1;
  if (event.bstate & BUTTON2_PRESSED) result.button = 2;
  if (event.bstate & BUTTON3_PRESSED) result.button = 3;
  if (event.bstate & BUTTON4_PRESSED) result.button = 4;
  if (event.bstate & BUTTON5_PRESSED) result.button = 5;
  return result;
}

void opportune_terminal_set_mouse(bool wanted) {
  if (opportune_screen == NULL) return;
  opportune_mouse_wanted = wanted;
  mouseinterval(0);
  mousemask(wanted ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}
