#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include "CTerminal.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

// Names of capabilities that hide ordinary words.
#undef columns
#undef lines

// The owner of the terminal is one thread. Only what handlers touch is volatile.
static SCREEN *screen = NULL;
static WINDOW *keyboard = NULL;
static bool mouse_wanted = false;
static bool title_saved = false;
static int cursor_shown = 0;
static volatile sig_atomic_t is_active = 0;
static volatile sig_atomic_t pending = 0;
static int signal_descriptor = -1;
static struct termios shell_modes;
static bool has_shell_modes = false;

static const int noted_signals[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
static const int crash_signals[] = {SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGABRT};
#define COUNT(array) ((int)(sizeof(array) / sizeof(array[0])))
static struct sigaction previous_noted[COUNT(noted_signals)];
static struct sigaction previous_crash[COUNT(crash_signals)];
static bool has_noted = false, has_crash = false, chains_crash = false;
static char crash_stack[32768];

// What a crash writes: the terminal's own strings, made ready while all is well.
static char farewell[512];
static size_t farewell_length = 0;

static void send_text(const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t sent = write(STDOUT_FILENO, text, left);
    if (sent < 0) {
      if (errno == EINTR) continue;
      return;
    }
    text += sent;
    left -= (size_t)sent;
  }
}

// MARK: Opening

bool opportune_terminal_set_locale(void) {
  setlocale(LC_CTYPE, "");
  const char *set = nl_langinfo(CODESET);
  if (strcmp(set, "UTF-8") == 0) return true;
  // Plain C says nothing about the terminal; any other set is meant.
  if (strcmp(set, "ANSI_X3.4-1968") != 0) return false;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool opportune_terminal_is_interactive(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

static void append_farewell(const char *text) {
  if (text == NULL || text == (char *)-1) return;
  size_t length = strlen(text);
  if (farewell_length + length > sizeof farewell) return;
  memcpy(farewell + farewell_length, text, length);
  farewell_length += length;
}

// Synchronized output off, paste marks off, mouse off, then what terminfo says; padding has no place in a crash.
static void prepare_farewell(void) {
  farewell_length = 0;
  append_farewell("\033[?2026l\033[?2004l\033[?1000l\033[?1002l\033[?1003l\033[?1006l");
  append_farewell(exit_attribute_mode);
  append_farewell(orig_pair);
  append_farewell(cursor_normal);
  append_farewell(keypad_local);
  append_farewell(exit_ca_mode);
  append_farewell("\r\n");
}

static void note(int number) {
  int saved = errno;
  int bit = 0;
  switch (number) {
    case SIGWINCH: bit = OPPORTUNE_SIGNAL_RESIZE; break;
    case SIGTSTP: bit = OPPORTUNE_SIGNAL_SUSPEND; break;
    case SIGCONT: bit = OPPORTUNE_SIGNAL_RESUME; break;
    default: bit = OPPORTUNE_SIGNAL_QUIT; break;
  }
  pending |= bit;
  uint64_t one = 1;
  (void)!write(signal_descriptor, &one, sizeof one);
  errno = saved;
}

// Leaves a sane terminal, then lets the crash be a crash.
static void crash(int number, siginfo_t *information, void *context) {
  (void)context;
  if (is_active) {
    is_active = 0;
    (void)!write(STDOUT_FILENO, farewell, farewell_length);
    if (has_shell_modes) tcsetattr(STDIN_FILENO, TCSANOW, &shell_modes);
  }
  for (int index = 0; index < COUNT(crash_signals); index++) {
    if (crash_signals[index] != number) continue;
    struct sigaction plain;
    memset(&plain, 0, sizeof plain);
    plain.sa_handler = SIG_DFL;
    sigaction(number, chains_crash ? &previous_crash[index] : &plain, NULL);
  }
  // A fault happens again when the handler returns, now with the handler before this one. Anything else is sent again.
  bool repeats = information != NULL && information->si_code > 0 && number != SIGTRAP && number != SIGABRT;
  if (!repeats) raise(number);
}

static void take_signals(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  for (int index = 0; index < COUNT(noted_signals); index++) {
    sigaction(noted_signals[index], &action, has_noted ? NULL : &previous_noted[index]);
  }
  has_noted = true;
}

static void take_crashes(void) {
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack, .ss_flags = 0};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_sigaction = crash;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  for (int index = 0; index < COUNT(crash_signals); index++) {
    sigaction(crash_signals[index], &action, &previous_crash[index]);
  }
  has_crash = true;
}

static void give_signals_back(void) {
  for (int index = 0; has_noted && index < COUNT(noted_signals); index++) {
    sigaction(noted_signals[index], &previous_noted[index], NULL);
  }
  for (int index = 0; has_crash && index < COUNT(crash_signals); index++) {
    sigaction(crash_signals[index], &previous_crash[index], NULL);
  }
  has_noted = has_crash = false;
}

// What curses does not switch itself.
static void enter_modes(void) {
  send_text("\033[?2004h");
  if (mouse_wanted) opportune_terminal_set_mouse(true);
  is_active = 1;
}

static void leave_modes(void) {
  if (mouse_wanted) mousemask(0, NULL);
  send_text("\033[?2004l");
}

opportune_terminal_status opportune_terminal_open(bool keeps_crash_handlers) {
  if (screen != NULL) return OPPORTUNE_TERMINAL_OPEN;
  const char *name = getenv("TERM");
  if (name == NULL || *name == '\0' || strcmp(name, "unknown") == 0) return OPPORTUNE_TERMINAL_UNKNOWN;
  int error = 0;
  if (setupterm(name, STDOUT_FILENO, &error) != OK) return OPPORTUNE_TERMINAL_UNKNOWN;
  if (cursor_address == NULL || clear_screen == NULL) return OPPORTUNE_TERMINAL_UNSUITABLE;
  has_shell_modes = tcgetattr(STDIN_FILENO, &shell_modes) == 0;
  if (signal_descriptor < 0) signal_descriptor = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  if (signal_descriptor < 0) return OPPORTUNE_TERMINAL_FAILED;
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) return OPPORTUNE_TERMINAL_UNKNOWN;
  set_term(screen);
  prepare_farewell();
  raw();
  noecho();
  nonl();
  scrollok(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  set_escdelay(25);
  curs_set(0);
  cursor_shown = 0;
  // Reading from the standard window would show it half drawn; this one is never shown.
  keyboard = newpad(1, 1);
  if (keyboard == NULL) {
    opportune_terminal_close();
    return OPPORTUNE_TERMINAL_FAILED;
  }
  keypad(keyboard, TRUE);
  nodelay(keyboard, TRUE);
  define_key("\033[200~", OPPORTUNE_KEY_PASTE_START);
  define_key("\033[201~", OPPORTUNE_KEY_PASTE_END);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  take_signals();
  chains_crash = keeps_crash_handlers;
  take_crashes();
  enter_modes();
  return OPPORTUNE_TERMINAL_OPEN;
}

// MARK: Leaving and coming back

void opportune_terminal_close(void) {
  if (screen == NULL) return;
  leave_modes();
  if (title_saved) send_text("\033[23;2t");
  title_saved = false;
  curs_set(1);
  endwin();
  is_active = 0;
  if (keyboard != NULL) delwin(keyboard);
  keyboard = NULL;
  delscreen(screen);
  screen = NULL;
  if (has_shell_modes) tcsetattr(STDIN_FILENO, TCSADRAIN, &shell_modes);
  give_signals_back();
}

void opportune_terminal_suspend(void) {
  if (screen == NULL) return;
  leave_modes();
  curs_set(1);
  endwin();
  is_active = 0;
  struct sigaction plain, noted;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &plain, &noted);
  pending &= ~OPPORTUNE_SIGNAL_SUSPEND;
  // The whole job: make or a script that started this one must stop with it.
  kill(0, SIGTSTP);
  // Here again after SIGCONT.
  sigaction(SIGTSTP, &noted, NULL);
  opportune_terminal_resume();
}

void opportune_terminal_resume(void) {
  if (screen == NULL) return;
  pending &= ~OPPORTUNE_SIGNAL_RESUME;
  // Whoever stopped the process may have changed the modes: curses puts its own back at the next flush.
  endwin();
  curs_set(0);
  cursor_shown = 0;
  enter_modes();
  opportune_terminal_resize();
  opportune_terminal_forget();
}

// MARK: Size and colours

int32_t opportune_terminal_colours(void) { return has_colors() && COLORS > 0 ? COLORS : 0; }

void opportune_terminal_set_pair(int32_t pair, int32_t foreground) {
  init_extended_pair(pair, foreground, -1);
}

void opportune_terminal_size(int32_t *columns, int32_t *rows) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
    *columns = size.ws_col;
    *rows = size.ws_row;
  } else {
    *columns = COLS > 0 ? COLS : 80;
    *rows = LINES > 0 ? LINES : 24;
  }
}

void opportune_terminal_resize(void) {
  int32_t columns = 0, rows = 0;
  opportune_terminal_size(&columns, &rows);
  resize_term(rows, columns);
  opportune_terminal_forget();
}

// MARK: Waiting and reading

int32_t opportune_terminal_wait(int32_t wake_descriptor, int32_t milliseconds) {
  struct pollfd descriptors[] = {
      {.fd = STDIN_FILENO, .events = POLLIN},
      {.fd = signal_descriptor, .events = POLLIN},
      {.fd = wake_descriptor, .events = POLLIN},
  };
  int ready = poll(descriptors, 3, milliseconds);
  // Interrupted by a signal: its bit is set, and the descriptor says so next time.
  if (ready <= 0) return ready < 0 && pending != 0 ? OPPORTUNE_READY_SIGNAL : 0;
  int32_t result = 0;
  if (descriptors[0].revents & POLLIN) result |= OPPORTUNE_READY_INPUT;
  if (descriptors[0].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= OPPORTUNE_READY_HANGUP;
  if (descriptors[1].revents & POLLIN) result |= OPPORTUNE_READY_SIGNAL;
  if (descriptors[2].revents & POLLIN) result |= OPPORTUNE_READY_WAKE;
  return result;
}

int32_t opportune_terminal_signals(void) {
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &before);
  int32_t result = pending;
  pending = 0;
  opportune_waker_clear(signal_descriptor);
  sigprocmask(SIG_SETMASK, &before, NULL);
  return result;
}

opportune_read_kind opportune_terminal_read(int32_t *value) {
  if (keyboard == NULL) return OPPORTUNE_READ_NOTHING;
  wint_t read = 0;
  switch (wget_wch(keyboard, &read)) {
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
  if (screen == NULL) return;
  mouse_wanted = wanted;
  mouseinterval(0);
  mousemask(wanted ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

// MARK: Drawing

void opportune_terminal_draw(
    int32_t row, int32_t column, const int32_t *scalars, int32_t count, int32_t width, int32_t looks, int32_t pair) {
  if (screen == NULL) return;
  attr_t attributes = A_NORMAL;
  if (looks & OPPORTUNE_LOOK_BOLD) attributes |= A_BOLD;
  if (looks & OPPORTUNE_LOOK_DIM) attributes |= A_DIM;
  if (looks & OPPORTUNE_LOOK_REVERSE) attributes |= A_REVERSE;
  if (looks & OPPORTUNE_LOOK_UNDERLINE) attributes |= A_UNDERLINE;
  attr_set(attributes, (short)pair, NULL);
  int known = 0;
  for (int32_t index = 0; index < count; index++) {
    int columns = wcwidth((wchar_t)scalars[index]);
    known = columns < 0 ? width + 1 : known + columns;
    if (known > width) break;
  }
  if (known == width) {
    mvaddnwstr(row, column, (const wchar_t *)scalars, count);
    return;
  }
  // The C library disagrees: what it knows is drawn, and the rest of the run is blank.
  mvhline(row, column, ' ', width);
  int used = 0;
  for (int32_t index = 0; index < count; index++) {
    wchar_t scalar = (wchar_t)scalars[index];
    int columns = wcwidth(scalar);
    if (columns < 0) {
      scalar = L'?';
      columns = 1;
    }
    if (used + columns > width) break;
    // A mark joins the cell before it.
    if (columns > 0) move(row, column + used);
    if (columns > 0 || used > 0) addnwstr(&scalar, 1);
    used += columns;
  }
}

void opportune_terminal_flush(int32_t cursor_row, int32_t cursor_column) {
  if (screen == NULL) return;
  int wanted = cursor_row >= 0;
  if (wanted) move(cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  send_text("\033[?2026h");
  if (cursor_shown != wanted) {
    curs_set(wanted);
    cursor_shown = wanted;
  }
  doupdate();
  send_text("\033[?2026l");
}

void opportune_terminal_forget(void) {
  if (screen == NULL) return;
  clearok(curscr, TRUE);
  werase(stdscr);
}

void opportune_terminal_set_title(const char *title) {
  if (screen == NULL || tigetflag("XT") != 1) return;
  // Kept on the terminal's own stack, and taken from it at the end.
  if (!title_saved) send_text("\033[22;2t");
  title_saved = true;
  send_text("\033]2;");
  send_text(title);
  send_text("\007");
}

// MARK: Wakers and time

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
