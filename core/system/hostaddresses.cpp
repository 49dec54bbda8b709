// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/hostaddresses.h"

#include <QNetworkInterface>

namespace noonmark::system {

namespace {

bool isReachable(const QNetworkAddressEntry &entry)
{
    const QHostAddress address = entry.ip();
    // The system marks temporary addresses as not fit for a name: they change, so no client may be told them.
    const bool temporary = entry.dnsEligibility() == QNetworkAddressEntry::DnsIneligible;
    return !address.isLoopback() && !address.isLinkLocal() && !address.isMulticast() && !temporary;
}

} // namespace

QStringList hostAddresses()
{
    QStringList v4;
    QStringList v6;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            const bool isV4 = entry.ip().protocol() == QAbstractSocket::IPv4Protocol;
            if (isReachable(entry))
                (isV4 ? v4 : v6).append(entry.ip().toString());
        }
    }
    return v4 + v6;
}

} // namespace noonmark::system
