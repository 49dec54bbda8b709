// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace noonmark {

using Bytes = std::span<const std::byte>;
using MutableBytes = std::span<std::byte>;

// Reads big-endian numbers from a datagram. Reading past the end gives zeros and makes ok() false for ever, so a
// decoder reads its whole layout and checks once.
class ByteReader
{
public:
    explicit ByteReader(Bytes bytes) : m_rest(bytes) {}

    std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
    std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
    std::uint64_t u64() { return number(8); }
    Bytes take(std::size_t count)
    {
        if (count > m_rest.size()) {
            m_ok = false;
            count = 0;
        }
        const Bytes head = m_rest.first(count);
        m_rest = m_rest.subspan(count);
        return head;
    }
    [[nodiscard]] Bytes rest() const { return m_rest; }
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    std::uint64_t number(std::size_t width)
    {
        std::uint64_t value = 0;
        for (const std::byte b : take(width))
            value = value << 8 | static_cast<std::uint64_t>(b);
        return value;
    }
    Bytes m_rest;
    bool m_ok = true;
};

// Writes big-endian numbers into a buffer that the caller owns. What does not fit is dropped and ok() turns false.
class ByteWriter
{
public:
    explicit ByteWriter(MutableBytes bytes) : m_bytes(bytes) {}

    void u8(std::uint8_t value) { number(value, 1); }
    void u16(std::uint16_t value) { number(value, 2); }
    void u32(std::uint32_t value) { number(value, 4); }
    void u64(std::uint64_t value) { number(value, 8); }
    void put(Bytes bytes)
    {
        for (const std::byte b : bytes)
            one(b);
    }
    [[nodiscard]] std::size_t size() const { return m_used; }
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    void number(std::uint64_t value, int width)
    {
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8)
            one(static_cast<std::byte>(value >> shift & 0xff));
    }
    void one(std::byte b)
    {
        if (m_used == m_bytes.size()) {
            m_ok = false;
            return;
        }
        m_bytes[m_used++] = b;
    }
    MutableBytes m_bytes;
    std::size_t m_used = 0;
    bool m_ok = true;
};

} // namespace noonmark
