// Overwrites each block of memory that the process gives back, whoever had it: payment codes and PINs pass through
// buffers of libcurl, OpenSSL, ncurses and the JSON encoder, none of which overwrites them all.
//
// A program's own free and realloc take the place of glibc's in all of its libraries; both hand the block on to glibc.
// mallopt's M_PERTURB is no substitute: blocks that glibc keeps for the same thread are not touched by it.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
// The sanitizers bring their own.
#define POSTUI_KEEPS_ITS_MALLOC
#endif
#endif

#ifndef POSTUI_KEEPS_ITS_MALLOC
#define _GNU_SOURCE
#include "CWipe.h"
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

extern void __libc_free(void *block);

void free(void *block)
{
    if (!block) return;
    // A plain memset of memory that is about to go may be left out by the compiler.
    explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
}

// glibc's own would move a block and leave the old one as it is.
void *realloc(void *block, size_t size)
{
    if (!block) return malloc(size);
    if (size == 0) {
        free(block);
        return NULL;
    }
    size_t room = malloc_usable_size(block);
    if (size <= room && size >= room / 2) {
        explicit_bzero((char *)block + size, room - size);
        return block;
    }
    void *moved = malloc(size);
    if (!moved) return NULL;
    memcpy(moved, block, size < room ? size : room);
    free(block);
    return moved;
}
#endif
