// What Swift's Glibc module does not offer of Linux.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/vfs.h>
#include <wchar.h>

// glibc declares wcwidth only for X/Open sources, which Swift's importer does not ask for.
extern int wcwidth(wchar_t character);

// prctl is variadic.
static inline int postui_forbid_core_dump(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
static inline int postui_end_with_parent(int signal) { return prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0); }

// Words that two processes share through a mapping; Swift's atomics can't be placed over foreign memory.
static inline uint64_t postui_load_shared(const uint64_t *word) { return __atomic_load_n(word, __ATOMIC_ACQUIRE); }
static inline void postui_store_shared(uint64_t *word, uint64_t value)
{
    __atomic_store_n(word, value, __ATOMIC_RELEASE);
}
