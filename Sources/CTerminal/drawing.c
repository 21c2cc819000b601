#include "internal.h"

#include <sys/ioctl.h>
#include <wchar.h>

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

void opportune_terminal_draw(
    int32_t row, int32_t column, const int32_t *scalars, int32_t count, int32_t width, int32_t looks, int32_t pair) {
  if (opportune_screen == NULL) return;
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
  if (opportune_screen == NULL) return;
  int wanted = cursor_row >= 0;
  if (wanted) move(cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  opportune_send("\033[?2026h");
  if (opportune_cursor_shown != wanted) {
    curs_set(wanted);
    opportune_cursor_shown = wanted;
  }
  doupdate();
  opportune_send("\033[?2026l");
}

void opportune_terminal_forget(void) {
  if (opportune_screen == NULL) return;
  clearok(curscr, TRUE);
  werase(stdscr);
}
