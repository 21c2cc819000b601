// What the files of this shim share. One terminal, one thread that owns it; only what signal handlers touch is volatile.
#ifndef OPPORTUNE_TERMINAL_INTERNAL_H
#define OPPORTUNE_TERMINAL_INTERNAL_H

#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "CTerminal.h"

// The screen while the terminal is open, and the pad that keys are read from.
extern SCREEN *opportune_screen;
extern WINDOW *opportune_keyboard;

// What curses was told last.
extern bool opportune_mouse_wanted;
extern int opportune_cursor_shown;

// Readable when a signal was noted.
extern int opportune_signal_descriptor;

// Writes a control sequence past curses.
void opportune_send(const char *text);

// Remembers how the shell had the terminal, and what a crash has to write; after terminfo is known.
void opportune_signals_prepare(void);

// Notes signals instead of obeying them, and leaves a sane terminal when the process crashes.
void opportune_signals_take(bool keeps_crash_handlers);

// Everything as it was before.
void opportune_signals_give_back(void);

// Stops the whole job until it is continued.
void opportune_signals_stop(void);

// While another program has the terminal: the keys that interrupt are for that program alone, those that stop it stop
// the whole job, and a request to end is passed on to it. `child` is 0 when the terminal is back.
void opportune_signals_lend(int32_t child);

// Whether a crash finds the terminal taken over.
void opportune_signals_set_active(bool active);

// The terminal's modes as the shell had them.
void opportune_signals_restore_modes(void);

#endif
