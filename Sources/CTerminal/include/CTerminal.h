/// A terminal through ncursesw: the few things Opportune needs, as functions that Swift can call.
///
/// One process has one terminal and one thread that owns it; nothing here is safe from another thread, except that
/// signals may arrive at any time.
#ifndef OPPORTUNE_TERMINAL_H
#define OPPORTUNE_TERMINAL_H

#include <stdbool.h>
#include <stdint.h>

/// How opening ended.
typedef enum {
  OPPORTUNE_TERMINAL_OPEN = 0,
  /// TERM names nothing that terminfo knows.
  OPPORTUNE_TERMINAL_UNKNOWN,
  /// The terminal cannot place its cursor.
  OPPORTUNE_TERMINAL_UNSUITABLE,
  /// A descriptor or memory could not be had.
  OPPORTUNE_TERMINAL_FAILED,
} opportune_terminal_status;

/// What happened while nobody looked, as bits of `opportune_terminal_signals`.
enum {
  OPPORTUNE_SIGNAL_RESIZE = 1,
  OPPORTUNE_SIGNAL_QUIT = 2,
  OPPORTUNE_SIGNAL_SUSPEND = 4,
  OPPORTUNE_SIGNAL_RESUME = 8,
};

/// Why waiting ended, as bits of `opportune_terminal_wait`.
enum {
  OPPORTUNE_READY_INPUT = 1,
  OPPORTUNE_READY_WAKE = 2,
  OPPORTUNE_READY_SIGNAL = 4,
  /// The other side of the terminal is gone.
  OPPORTUNE_READY_HANGUP = 8,
};

/// Looks of a run, as bits.
enum {
  OPPORTUNE_LOOK_BOLD = 1,
  OPPORTUNE_LOOK_DIM = 2,
  OPPORTUNE_LOOK_REVERSE = 4,
  OPPORTUNE_LOOK_UNDERLINE = 8,
};

/// What one read from the keyboard gave.
typedef enum {
  OPPORTUNE_READ_NOTHING = 0,
  /// A scalar of text or a control character.
  OPPORTUNE_READ_CHARACTER,
  /// A curses key code, or one of the codes below.
  OPPORTUNE_READ_CODE,
} opportune_read_kind;

/// Key codes that curses does not define itself; above KEY_MAX.
enum {
  OPPORTUNE_KEY_PASTE_START = 2001,
  OPPORTUNE_KEY_PASTE_END,
};

/// One press or turn of the mouse.
typedef struct {
  int32_t column;
  int32_t row;
  /// 1 to 3, or 4 and 5 for the wheel up and down; 0 for what is of no use.
  int32_t button;
} opportune_mouse;

/// Chooses the character set: the environment's, else C.UTF-8 where the environment asks for plain C.
/// Returns whether it is UTF-8.
bool opportune_terminal_set_locale(void);

/// Whether both standard input and standard output are a terminal.
bool opportune_terminal_is_interactive(void);

/// Takes over the terminal: raw keys, alternate screen, no cursor, signals noted instead of obeyed.
/// A crash leaves a sane terminal and goes on to the handlers there were when `keeps_crash_handlers`, else ends at once.
opportune_terminal_status opportune_terminal_open(bool keeps_crash_handlers);

/// Gives the terminal back as it was. Does nothing when it is not open.
void opportune_terminal_close(void);

/// Lets the shell have the terminal, stops the whole job, and takes over again when it is continued.
void opportune_terminal_suspend(void);

/// Lets the person's editor have the terminal until it ends: `command`, words as the shell reads them, with `path` as the
/// last one. Returns its exit status, 128 and the signal's number if a signal ended it, -1 if it could not be begun.
int32_t opportune_terminal_edit(const char *command, const char *path);

/// A file, and the folder it lies in, that a crash takes away; null for both when they are gone.
void opportune_terminal_forsake(const char *path, const char *folder);

/// Takes over again after someone else stopped and continued the process.
void opportune_terminal_resume(void);

/// Colours the terminal has, or 0.
int32_t opportune_terminal_colours(void);

/// Gives number `pair` a foreground, -1 for the terminal's own. The background is the terminal's.
void opportune_terminal_set_pair(int32_t pair, int32_t foreground);

/// Columns and rows at this moment.
void opportune_terminal_size(int32_t *columns, int32_t *rows);

/// Takes the present size as the size to draw on.
void opportune_terminal_resize(void);

/// Waits for input, a wake-up on `wake_descriptor` or a signal; at most `milliseconds`, forever when negative.
/// Returns the bits of what is ready, 0 when the time is over.
int32_t opportune_terminal_wait(int32_t wake_descriptor, int32_t milliseconds);

/// The signals since the last call.
int32_t opportune_terminal_signals(void);

/// The next scalar or key code, without waiting.
opportune_read_kind opportune_terminal_read(int32_t *value);

/// What the mouse did, after KEY_MOUSE was read.
opportune_mouse opportune_terminal_read_mouse(void);

/// Asks for the mouse, or gives it back so that text can be selected.
void opportune_terminal_set_mouse(bool wanted);

/// Draws `count` scalars from a cell on. Text whose width the C library sees otherwise than `width` is drawn so that
/// nothing behind it moves.
void opportune_terminal_draw(
    int32_t row, int32_t column, const int32_t *scalars, int32_t count, int32_t width, int32_t looks, int32_t pair);

/// Shows what was drawn in one go. The cursor is hidden when `cursor_row` is negative.
void opportune_terminal_flush(int32_t cursor_row, int32_t cursor_column);

/// Forgets what the terminal shows, so that the next flush sends everything.
void opportune_terminal_forget(void);

/// Names the window; only printable ASCII and UTF-8 without controls may be handed in.
void opportune_terminal_set_title(const char *title);

/// Puts text, already in base64, on the clipboard of whoever looks at the terminal (OSC 52), also through tmux.
void opportune_terminal_copy(const char *base64);

/// A wake-up that any thread may ring: a descriptor, or -1.
int32_t opportune_waker_open(void);

/// Rings a waker. Safe from any thread.
void opportune_waker_ring(int32_t descriptor);

/// Silences a waker that was rung.
void opportune_waker_clear(int32_t descriptor);

/// Frees a waker.
void opportune_waker_close(int32_t descriptor);

/// Milliseconds of a clock that never jumps.
int64_t opportune_monotonic_milliseconds(void);

#endif
