// What Swift cannot import from ncurses: macros and mutable globals, one static inline function each.
#pragma once
// Wide characters are only declared with this.
#define NCURSES_WIDECHAR 1
#include <locale.h>
#include <stdio.h>
#include <curses.h>
#include <term.h>

// stdscr, stdin, stdout, COLORS and the current terminal's strings are mutable globals or macros over them.
static inline WINDOW *postui_stdscr(void) { return stdscr; }
static inline SCREEN *postui_newterm(const char *name) { return newterm(name, stdout, stdin); }
static inline int postui_colours(void) { return COLORS; }
static inline int postui_can_move_cursor(void) { return cursor_address != NULL; }

// Casts in the macros keep Swift from importing them.
static inline attr_t postui_bold(void) { return A_BOLD; }
static inline attr_t postui_dim(void) { return A_DIM; }
static inline attr_t postui_reverse(void) { return A_REVERSE; }
static inline attr_t postui_underline(void) { return A_UNDERLINE; }
