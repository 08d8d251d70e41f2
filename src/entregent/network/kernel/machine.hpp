// Functions compiled twice, for what most machines can do and for what all can; the answers agree.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && defined(__gnu_linux__)
#define ENTREGENT_WIDE __attribute__((target_clones("avx2", "default")))
#define ENTREGENT_FUSED __attribute__((target_clones("fma", "default")))
#else
#define ENTREGENT_WIDE
#define ENTREGENT_FUSED
#endif
