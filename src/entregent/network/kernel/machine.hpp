// What differs between machines and compilers.
#pragma once

#if defined(__GNUC__)
#define ENTREGENT_FETCH(place) __builtin_prefetch(place)
#else
#define ENTREGENT_FETCH(place) static_cast<void>(place)
#endif

// Functions compiled twice, for what most machines can do and for what all can; the answers agree.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && defined(__gnu_linux__)
#define ENTREGENT_WIDE __attribute__((target_clones("avx2", "default")))
#define ENTREGENT_FUSED __attribute__((target_clones("fma", "default")))
#else
#define ENTREGENT_WIDE
#define ENTREGENT_FUSED
#endif
