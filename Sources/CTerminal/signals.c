#include "internal.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <term.h>
#include <termios.h>

int opportune_signal_descriptor = -1;

static volatile sig_atomic_t is_active = 0;
static volatile sig_atomic_t pending = 0;
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

static void append_farewell(const char *text) {
  if (text == NULL || text == (char *)-1) return;
  size_t length = strlen(text);
  if (farewell_length + length > sizeof farewell) return;
  memcpy(farewell + farewell_length, text, length);
  farewell_length += length;
}

// Synchronized output off, paste marks off, mouse off, then what terminfo says; padding has no place in a crash.
void opportune_signals_prepare(void) {
  has_shell_modes = tcgetattr(STDIN_FILENO, &shell_modes) == 0;
  farewell_length = 0;
  append_farewell("\033[?2026l\033[?2004l\033[?1000l\033[?1002l\033[?1003l\033[?1006l");
  append_farewell(exit_attribute_mode);
  append_farewell(orig_pair);
  append_farewell(cursor_normal);
  append_farewell(keypad_local);
  append_farewell(exit_ca_mode);
  append_farewell("\r\n");
}

// A private file that must not outlive the process, and the folder it lies in.
static char private_file[512], private_folder[512];
static volatile sig_atomic_t has_private_file = 0;

// The program that has the terminal meanwhile.
static volatile sig_atomic_t tenant = 0;

void opportune_terminal_forsake(const char *path, const char *folder) {
  has_private_file = 0;
  if (path == NULL || folder == NULL) return;
  if (strlen(path) >= sizeof private_file || strlen(folder) >= sizeof private_folder) return;
  strcpy(private_file, path);
  strcpy(private_folder, folder);
  has_private_file = 1;
}

static void note(int number) {
  int saved = errno;
  if (tenant > 0 && (number == SIGTERM || number == SIGHUP)) kill((pid_t)tenant, number);
  int bit = 0;
  switch (number) {
    case SIGWINCH: bit = OPPORTUNE_SIGNAL_RESIZE; break;
    case SIGTSTP: bit = OPPORTUNE_SIGNAL_SUSPEND; break;
    case SIGCONT: bit = OPPORTUNE_SIGNAL_RESUME; break;
    default: bit = OPPORTUNE_SIGNAL_QUIT; break;
  }
  pending |= bit;
  uint64_t one = 1;
  (void)!write(opportune_signal_descriptor, &one, sizeof one);
  errno = saved;
}

// Leaves a sane terminal, then lets the crash be a crash.
static void crash(int number, siginfo_t *information, void *context) {
  (void)context;
  if (has_private_file) {
    unlink(private_file);
    rmdir(private_folder);
  }
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

void opportune_signals_take(bool keeps_crash_handlers) {
  chains_crash = keeps_crash_handlers;
  take_signals();
  take_crashes();
}

void opportune_signals_give_back(void) {
  for (int index = 0; has_noted && index < COUNT(noted_signals); index++) {
    sigaction(noted_signals[index], &previous_noted[index], NULL);
  }
  for (int index = 0; has_crash && index < COUNT(crash_signals); index++) {
    sigaction(crash_signals[index], &previous_crash[index], NULL);
  }
  has_noted = has_crash = false;
}

void opportune_signals_set_active(bool active) { is_active = active; }

void opportune_signals_restore_modes(void) {
  if (has_shell_modes) tcsetattr(STDIN_FILENO, TCSADRAIN, &shell_modes);
}

void opportune_signals_stop(void) {
  struct sigaction plain, noted;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &plain, &noted);
  pending &= ~OPPORTUNE_SIGNAL_SUSPEND;
  // The whole job: make or a script that started this one must stop with it.
  kill(0, SIGTSTP);
  // Here again after SIGCONT, which is no news then.
  sigaction(SIGTSTP, &noted, NULL);
  pending &= ~OPPORTUNE_SIGNAL_RESUME;
}

static struct sigaction kept_interrupt, kept_quit, kept_stop, kept_continue;

void opportune_signals_lend(int32_t child) {
  bool begins = child > 0 && tenant == 0;
  bool ends = child <= 0 && tenant != 0;
  tenant = child > 0 ? child : 0;
  struct sigaction other;
  memset(&other, 0, sizeof other);
  if (begins) {
    other.sa_handler = SIG_IGN;
    sigaction(SIGINT, &other, &kept_interrupt);
    sigaction(SIGQUIT, &other, &kept_quit);
    other.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &other, &kept_stop);
    sigaction(SIGCONT, &other, &kept_continue);
  }
  if (ends) {
    sigaction(SIGINT, &kept_interrupt, NULL);
    sigaction(SIGQUIT, &kept_quit, NULL);
    sigaction(SIGTSTP, &kept_stop, NULL);
    sigaction(SIGCONT, &kept_continue, NULL);
  }
}

int32_t opportune_terminal_signals(void) {
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &before);
  int32_t result = pending;
  pending = 0;
  opportune_waker_clear(opportune_signal_descriptor);
  sigprocmask(SIG_SETMASK, &before, NULL);
  return result;
}
