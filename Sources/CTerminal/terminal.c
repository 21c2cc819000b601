#include "internal.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <term.h>

SCREEN *opportune_screen = NULL;
WINDOW *opportune_keyboard = NULL;
bool opportune_mouse_wanted = false;
int opportune_cursor_shown = 0;

static bool title_saved = false;

void opportune_send(const char *text) {
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

bool opportune_terminal_set_locale(void) {
  setlocale(LC_CTYPE, "");
  const char *set = nl_langinfo(CODESET);
  if (strcmp(set, "UTF-8") == 0) return true;
  // Plain C says nothing about the terminal; any other set is meant.
  if (strcmp(set, "ANSI_X3.4-1968") != 0) return false;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool opportune_terminal_is_interactive(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

// What curses does not switch itself.
static void enter_modes(void) {
  opportune_send("\033[?2004h");
  if (opportune_mouse_wanted) opportune_terminal_set_mouse(true);
  opportune_signals_set_active(true);
}

static void leave_modes(void) {
  if (opportune_mouse_wanted) mousemask(0, NULL);
  opportune_send("\033[?2004l");
}

opportune_terminal_status opportune_terminal_open(bool keeps_crash_handlers) {
  if (opportune_screen != NULL) return OPPORTUNE_TERMINAL_OPEN;
  const char *name = getenv("TERM");
  if (name == NULL || *name == '\0' || strcmp(name, "unknown") == 0) return OPPORTUNE_TERMINAL_UNKNOWN;
  int error = 0;
  if (setupterm(name, STDOUT_FILENO, &error) != OK) return OPPORTUNE_TERMINAL_UNKNOWN;
  if (cursor_address == NULL || clear_screen == NULL) return OPPORTUNE_TERMINAL_UNSUITABLE;
  opportune_signals_prepare();
  if (opportune_signal_descriptor < 0) opportune_signal_descriptor = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  if (opportune_signal_descriptor < 0) return OPPORTUNE_TERMINAL_FAILED;
  opportune_screen = newterm(NULL, stdout, stdin);
  if (opportune_screen == NULL) return OPPORTUNE_TERMINAL_UNKNOWN;
  set_term(opportune_screen);
  raw();
  noecho();
  nonl();
  scrollok(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  set_escdelay(25);
  curs_set(0);
  opportune_cursor_shown = 0;
  // Reading from the standard window would show it half drawn; this one is never shown.
  opportune_keyboard = newpad(1, 1);
  if (opportune_keyboard == NULL) {
    opportune_terminal_close();
    return OPPORTUNE_TERMINAL_FAILED;
  }
  keypad(opportune_keyboard, TRUE);
  nodelay(opportune_keyboard, TRUE);
  define_key("\033[200~", OPPORTUNE_KEY_PASTE_START);
  define_key("\033[201~", OPPORTUNE_KEY_PASTE_END);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  opportune_signals_take(keeps_crash_handlers);
  enter_modes();
  return OPPORTUNE_TERMINAL_OPEN;
}

void opportune_terminal_close(void) {
  if (opportune_screen == NULL) return;
  leave_modes();
  if (title_saved) opportune_send("\033[23;2t");
  title_saved = false;
  curs_set(1);
  endwin();
  opportune_signals_set_active(false);
  if (opportune_keyboard != NULL) delwin(opportune_keyboard);
  opportune_keyboard = NULL;
  delscreen(opportune_screen);
  opportune_screen = NULL;
  opportune_signals_restore_modes();
  opportune_signals_give_back();
}

void opportune_terminal_suspend(void) {
  if (opportune_screen == NULL) return;
  leave_modes();
  curs_set(1);
  endwin();
  opportune_signals_set_active(false);
  opportune_signals_stop();
  opportune_terminal_resume();
}

// Begins a program with the signals as a program expects them.
static pid_t begin_program(char *const words[]) {
  sigset_t none, usual;
  sigemptyset(&none);
  sigfillset(&usual);
  posix_spawnattr_t attributes;
  if (posix_spawnattr_init(&attributes) != 0) return -1;
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t program = -1;
  if (posix_spawn(&program, "/bin/sh", NULL, &attributes, words, environ) != 0) program = -1;
  posix_spawnattr_destroy(&attributes);
  return program;
}

int32_t opportune_terminal_edit(const char *command, const char *path) {
  if (opportune_screen == NULL) return -1;
  char line[1024];
  if (snprintf(line, sizeof line, "%s \"$1\"", command) >= (int)sizeof line) return -1;
  leave_modes();
  curs_set(1);
  endwin();
  opportune_signals_set_active(false);
  char shell[] = "sh", option[] = "-c", name[] = "editor";
  char *words[] = {shell, option, line, name, (char *)path, NULL};
  pid_t program = begin_program(words);
  int32_t result = -1;
  if (program > 0) {
    opportune_signals_lend(program);
    int status = 0;
    pid_t ended;
    do ended = waitpid(program, &status, 0);
    while (ended < 0 && errno == EINTR);
    opportune_signals_lend(0);
    if (ended == program) result = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  opportune_terminal_resume();
  return result;
}

void opportune_terminal_resume(void) {
  if (opportune_screen == NULL) return;
  // Whoever stopped the process may have changed the modes: curses puts its own back at the next flush.
  endwin();
  curs_set(0);
  opportune_cursor_shown = 0;
  enter_modes();
  opportune_terminal_resize();
  opportune_terminal_forget();
}

void opportune_terminal_set_title(const char *title) {
  if (opportune_screen == NULL || tigetflag("XT") != 1) return;
  // Kept on the terminal's own stack, and taken from it at the end.
  if (!title_saved) opportune_send("\033[22;2t");
  title_saved = true;
  opportune_send("\033]2;");
  opportune_send(title);
  opportune_send("\007");
}

void opportune_terminal_copy(const char *base64) {
  // The console of Linux does not know the code and would show what it is made of.
  const char *name = getenv("TERM");
  if (opportune_screen == NULL || (name != NULL && strcmp(name, "linux") == 0)) return;
  opportune_send("\033]52;c;");
  opportune_send(base64);
  opportune_send("\033\\");
  // tmux takes that for its own buffer; where it lets sequences through, the terminal around it hears of it too.
  if (getenv("TMUX") == NULL) return;
  opportune_send("\033Ptmux;\033\033]52;c;");
  opportune_send(base64);
  opportune_send("\033\033\\\033\\");
}
