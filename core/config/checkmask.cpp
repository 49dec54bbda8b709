// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/addressguess.h"
#include "core/config/checkfixes.h"
#include "core/config/checkrestrict.h"

#include <optional>

namespace noonmark::config {

namespace {

// The mask of a numeric address.
class MaskCheck
{
public:
    MaskCheck(CheckContext &context, const RestrictWords &words, const IpAddress &address)
        : m_context(context)
        , m_words(words)
        , m_address(address)
    {}

    bool run();

private:
    void judgeShape(const IpAddress &mask);
    void judgeHostBits(const IpAddress &mask);
    void replace(Diagnostic &found, const std::optional<IpAddress> &mask) const;

    CheckContext &m_context;
    const RestrictWords &m_words;
    const IpAddress &m_address;
};

void MaskCheck::replace(Diagnostic &found, const std::optional<IpAddress> &mask) const
{
    if (mask)
        found.fixes.push_back(replaceWordFix(m_context.document, m_words.mask->range, mask->toString()));
}

bool MaskCheck::run()
{
    if (!m_words.mask) {
        if (!m_context.isCut(*m_words.line))
            m_context.report(m_words.maskWord->range, Severity::Error, Finding::MissingArgument, {"mask"})
                .fixes.push_back(removeWordFix(m_context.document, m_words.maskWord->range));
        return false;
    }
    const std::string &text = m_words.mask->text;
    const auto mask = IpAddress::parse(text);
    if (!mask) {
        replace(m_context.report(m_words.mask->range, Severity::Error, Finding::MaskInvalid, {text}),
                repairedMask(text, m_address.family()));
        return false;
    }
    if (mask->family() != m_address.family()) {
        replace(m_context.report(m_words.mask->range, Severity::Error, Finding::MaskFamily,
                                 {text, m_address.toString()}),
                likelyMask(m_address));
        return false;
    }
    judgeShape(*mask);
    return true;
}

void MaskCheck::judgeShape(const IpAddress &mask)
{
    const std::string &text = m_words.mask->text;
    if (AddressMask(m_address, mask).prefixLength()) {
        judgeHostBits(mask);
        return;
    }
    const IpAddress inverse = inverted(mask);
    if (AddressMask(m_address, inverse).prefixLength()) {
        replace(m_context.report(m_words.mask->range, Severity::Error, Finding::WildcardMask,
                                 {text, inverse.toString()}),
                inverse);
        return;
    }
    const IpAddress likely = nearestContiguous(mask);
    replace(m_context.report(m_words.mask->range, Severity::Warning, Finding::MaskNotContiguous,
                             {text, likely.toString()}),
            likely);
}

void MaskCheck::judgeHostBits(const IpAddress &mask)
{
    const AddressMask range(m_address, mask);
    if (range.address() == m_address || m_address.isReferenceClock())
        return;
    // "127.0.0.1 mask 255.0.0.0" is how many write the loopback network, and it hits nobody else.
    const Severity severity = m_address.isLoopback() ? Severity::Info : Severity::Warning;
    m_context
        .report(m_words.address->range, severity, Finding::HostBitsBeyondMask,
                {m_address.toString(), mask.toString(), range.toString()})
        .fixes.push_back(
            replaceWordFix(m_context.document, m_words.address->range, range.address().toString()));
}

} // namespace

bool checkMask(CheckContext &context, const RestrictWords &words, const IpAddress &address)
{
    return MaskCheck(context, words, address).run();
}

} // namespace noonmark::config
