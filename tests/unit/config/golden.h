// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/edits.h"

#include <functional>
#include <string>

#include <QtTest>

// given("server a\n").edit(addFlag, 1, "iburst").becomes("server a iburst\n")
namespace noonmark::config::test {

class Given
{
public:
    explicit Given(std::string bytes)
        : m_document(std::move(bytes))
        , m_before(m_document)
    {}

    template <typename Function, typename... Arguments>
    Given &edit(Function function, Arguments &&...arguments)
    {
        m_inverses.push_back(m_document.apply(function(m_document, std::forward<Arguments>(arguments)...)));
        return *this;
    }

    // Also takes every edit back: what cannot be undone is no edit.
    void becomes(const std::string &expected)
    {
        QCOMPARE(m_document.bytes(), expected);
        for (auto inverse = m_inverses.rbegin(); inverse != m_inverses.rend(); ++inverse)
            m_document.apply(*inverse);
        QCOMPARE(m_document.bytes(), m_before.bytes());
    }
    void stays() { becomes(m_before.bytes()); }

private:
    Document m_document;
    Document m_before;
    std::vector<Edits> m_inverses;
};

inline Given given(std::string bytes)
{
    return Given(std::move(bytes));
}

} // namespace noonmark::config::test
