// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/hostaddresses.h"

#include <QNetworkInterface>

#include <algorithm>

namespace noonmark::system {

namespace {

bool isReachable(const QNetworkAddressEntry &entry)
{
    const QHostAddress address = entry.ip();
    // The system marks temporary addresses as not fit for a name: they change, so no client may be told them.
    const bool temporary = entry.dnsEligibility() == QNetworkAddressEntry::DnsIneligible;
    return !address.isLoopback() && !address.isLinkLocal() && !address.isMulticast() && !temporary;
}

// IPv4 first.
QList<QNetworkAddressEntry> reachableEntries()
{
    QList<QNetworkAddressEntry> v4;
    QList<QNetworkAddressEntry> v6;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            const bool isV4 = entry.ip().protocol() == QAbstractSocket::IPv4Protocol;
            if (isReachable(entry))
                (isV4 ? v4 : v6).append(entry);
        }
    }
    return v4 + v6;
}

} // namespace

QStringList hostAddresses()
{
    QStringList addresses;
    for (const QNetworkAddressEntry &entry : reachableEntries())
        addresses.append(entry.ip().toString());
    return addresses;
}

std::vector<AddressMask> hostNetworks()
{
    std::vector<AddressMask> networks;
    for (const QNetworkAddressEntry &entry : reachableEntries()) {
        const auto address = IpAddress::parse(entry.ip().toString().toStdString());
        if (!address || entry.prefixLength() < 0)
            continue;
        const AddressMask network = AddressMask::prefix(*address, entry.prefixLength());
        if (!network.isHost() && std::ranges::find(networks, network) == networks.end())
            networks.push_back(network);
    }
    return networks;
}

} // namespace noonmark::system
