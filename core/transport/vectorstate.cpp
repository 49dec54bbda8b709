// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/vectorstate.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace noonmark::transport {

#ifdef __x86_64__

namespace {

[[gnu::target("avx")]] void zeroUpperHalves()
{
    _mm256_zeroupper();
}

} // namespace

void releaseUpperHalves()
{
    if (__builtin_cpu_supports("avx"))
        zeroUpperHalves();
}

#else

void releaseUpperHalves() {}

#endif

} // namespace noonmark::transport
