// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knownhosts.h"

#include "core/config/addressguess.h"
#include "core/config/statement.h"
#include "core/system/hostaddresses.h"
#include "ui/configurationsession.h"

namespace noonmark::ui {

namespace {

// More than a list that opens under the cursor can show.
constexpr qsizetype MostHosts = 200;

// The addresses that the lines of some directives name, each once, in the order of the file.
template <typename Read> QStringList named(const config::Document &document, Read read)
{
    QStringList hosts;
    for (const config::Line &line : document.lines()) {
        const QString host = QString::fromStdString(read(line));
        if (!host.isEmpty() && !hosts.contains(host))
            hosts.append(host);
        if (hosts.size() >= MostHosts)
            break;
    }
    return hosts;
}

QStringList namedSources(const config::Document &document, Dialect dialect)
{
    return named(document, [dialect](const config::Line &line) {
        const auto source = config::readSource(line, dialect);
        return source && !source->localClock && source->keyword != "refclock" ? source->address : std::string();
    });
}

QStringList namedRanges(const config::Document &document, Dialect dialect)
{
    return named(document, [dialect](const config::Line &line) {
        const auto restriction = config::readRestrict(line, dialect);
        const bool named = restriction && restriction->target == config::RestrictStatement::Target::Address;
        if (!named)
            return std::string();
        return restriction->address + (restriction->mask.empty() ? "" : " mask " + restriction->mask);
    });
}

} // namespace

KnownHosts &KnownHosts::of(ConfigurationSession &session)
{
    auto *hosts = session.findChild<KnownHosts *>({}, Qt::FindDirectChildrenOnly);
    return hosts ? *hosts : *new KnownHosts(session);
}

KnownHosts::KnownHosts(ConfigurationSession &session)
    : QObject(&session)
    , m_session(session)
{}

void KnownHosts::setWatched(const QStringList &hosts)
{
    m_watched = hosts;
}

QStringList KnownHosts::sources() const
{
    QStringList hosts = namedSources(m_session.document(), m_session.dialect()) + m_watched;
    hosts.removeDuplicates();
    return hosts;
}

QStringList KnownHosts::restrictable() const
{
    QStringList hosts;
    for (const AddressMask &network : system::hostNetworks())
        hosts.append(QString::fromStdString(config::asRestrictTarget(network)));
    hosts += system::hostAddresses();
    hosts += namedRanges(m_session.document(), m_session.dialect());
    hosts += sources();
    hosts.removeDuplicates();
    return hosts;
}

} // namespace noonmark::ui
