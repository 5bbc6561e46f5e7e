// CRC-32C by the processor's own instruction. Swift has no way to ask for an instruction that not every processor has.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>

static inline int postui_has_crc32c(void)
{
    unsigned int a, b, c, d;
    return __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSE4_2);
}

__attribute__((target("sse4.2")))
static inline uint32_t postui_crc32c(uint32_t checksum, const void *bytes, size_t count)
{
    const unsigned char *at = (const unsigned char *)bytes;
    uint64_t value = (uint32_t)~checksum, word;
    for (; count >= 8; at += 8, count -= 8) {
        memcpy(&word, at, 8);
        value = __builtin_ia32_crc32di(value, word);
    }
    uint32_t rest = (uint32_t)value;
    for (; count > 0; at++, count--) rest = __builtin_ia32_crc32qi(rest, *at);
    return ~rest;
}

#elif defined(__aarch64__)
#include <sys/auxv.h>

static inline int postui_has_crc32c(void)
{
    return (getauxval(AT_HWCAP) & (1UL << 7)) != 0; // HWCAP_CRC32
}

__attribute__((target("crc")))
static inline uint32_t postui_crc32c(uint32_t checksum, const void *bytes, size_t count)
{
    const unsigned char *at = (const unsigned char *)bytes;
    uint32_t value = ~checksum;
    uint64_t word;
    for (; count >= 8; at += 8, count -= 8) {
        memcpy(&word, at, 8);
        value = __builtin_arm_crc32cd(value, word);
    }
    for (; count > 0; at++, count--) value = __builtin_arm_crc32cb(value, *at);
    return ~value;
}

#else
static inline int postui_has_crc32c(void) { return 0; }
static inline uint32_t postui_crc32c(uint32_t checksum, const void *bytes, size_t count)
{
    (void)bytes;
    (void)count;
    return checksum;
}
#endif
