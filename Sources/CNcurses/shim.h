// What Swift cannot import from ncurses: macros and mutable globals, one static inline function each.
#pragma once
// Wide characters are only declared with this.
#define NCURSES_WIDECHAR 1
#include <locale.h>
#include <curses.h>

// stdscr is a mutable global.
static inline WINDOW *postui_stdscr(void) { return stdscr; }
