// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accesstable.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace noonmark::exports {

enum class ClientFormat : unsigned char { NtpConf, ChronyConf, Timesyncd, StepTickers };

// What a client of this master needs to know.
struct ClientKit
{
    QStringList masters;                // addresses or names that clients shall ask; at least one
    Dialect dialect = Dialect::Ntpd;    // of the clients' ntpd, for NtpConf
    bool isolatedMaster = false;        // then a client must accept a master at stratum 11 and trust it alone
};

// An address or a name that may stand in such a file: nothing that would begin a comment, another word or another line.
[[nodiscard]] bool isHost(const QString &text);

// A complete file for a client, with a comment on each line's purpose in the language of the moment. Masters that are not
// isHost() are left out.
[[nodiscard]] QByteArray clientFile(const ClientKit &kit, ClientFormat format);
[[nodiscard]] QString fileName(ClientFormat format);        // "ntp.conf", "chrony.conf", "timesyncd.conf", "step-tickers"
[[nodiscard]] QString defaultPath(ClientFormat format);     // where it goes on the client

} // namespace noonmark::exports
