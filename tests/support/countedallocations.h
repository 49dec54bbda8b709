// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <new>

// Replaces the global operator new by one that counts: for tests of what must not allocate. Include it in one
// file of a program only. The nothrow form is there because the library's own would call ours and could be
// paired with the wrong delete.
namespace noonmark::support {

inline std::size_t allocations = 0;

} // namespace noonmark::support

void *operator new(std::size_t size)
{
    ++noonmark::support::allocations;
    if (void *memory = std::malloc(size))
        return memory;
    std::abort();
}
void *operator new(std::size_t size, const std::nothrow_t &) noexcept
{
    ++noonmark::support::allocations;
    return std::malloc(size);
}
void operator delete(void *memory, const std::nothrow_t &) noexcept
{
    std::free(memory);
}
void operator delete(void *memory) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}
