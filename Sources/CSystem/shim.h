// What Swift's Glibc module does not offer of Linux. _GNU_SOURCE must not be defined here: it changes system types, and
// a file could not import this and Glibc.
#pragma once
#include "crc32c.h"
#include <langinfo.h>
#include <locale.h>
#include <malloc.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/vfs.h>
#include <time.h>
#include <wchar.h>

// glibc declares wcwidth only for X/Open sources, which Swift's importer does not ask for.
extern int wcwidth(wchar_t character);
// And memmem only for GNU sources.
extern void *memmem(const void *bytes, size_t count, const void *sought, size_t length);

// Its header brings along a structure of which Glibc has its own.
extern int timerfd_create(int clock, int flags);

// The width of a character in UTF-8, whatever the process's locale is. The handle is postui_utf8_locale's.
static inline void *postui_utf8_locale(void) { return newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }
static inline int postui_column_width(uint32_t character, void *handle) {
    locale_t previous = uselocale((locale_t)handle);
    int width = wcwidth((wchar_t)character);
    uselocale(previous);
    return width;
}

// Which module owns struct timespec depends on what else is imported, and where.
static inline int64_t postui_clock_nanoseconds(int32_t clock) {
    struct timespec time = {0};
    clock_gettime(clock, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

// prctl is variadic.
static inline int postui_forbid_core_dump(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

// Asks for 256 bytes that will be read soon.
static inline void postui_prefetch(const void *bytes)
{
    for (int line = 0; line < 256; line += 64) __builtin_prefetch((const char *)bytes + line);
}

// Touches so much of the calling thread's stack, a whole mebibyte, that it need not grow later: where it may not, the
// process dies of a fault.
__attribute__((noinline)) static void postui_touch_stack(void)
{
    volatile char room[1 << 20];
    for (size_t place = 0; place < sizeof room; place += 1024) room[place] = 0;
}

// Keeps free memory with the process: `bytes` of address space, of which nothing is used yet. One arena, so that every
// thread finds it there; nothing is given back.
static inline int postui_keep_memory(size_t bytes)
{
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 16 << 20);
    mallopt(M_TOP_PAD, (int)bytes);
    void *first = malloc(1 << 20);
    mallopt(M_TOP_PAD, 128 << 10);
    free(first);
    return first != NULL;
}

// Words that two processes share through a mapping; Swift's atomics can't be placed over foreign memory.
static inline uint64_t postui_load_shared(const uint64_t *word) { return __atomic_load_n(word, __ATOMIC_ACQUIRE); }
static inline void postui_store_shared(uint64_t *word, uint64_t value)
{
    __atomic_store_n(word, value, __ATOMIC_RELEASE);
}
// The name of the encoding of the process's locale; CODESET is an enumeration behind a macro.
static inline const char *postui_codeset(void) { return nl_langinfo(CODESET); }
