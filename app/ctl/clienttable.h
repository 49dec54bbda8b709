// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/monitor/mrurows.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace noonmark::ctl {

enum class ClientForm
{
    Table, // as ntpq's mrulist, with the program behind the address
    Comma,
    Tab
};

struct ClientWish
{
    QString key = QStringLiteral("last");
    bool isReversed = false;
    QString filter;
    std::size_t limit = 0; // 0: all
    ClientForm form = ClientForm::Table;
};

[[nodiscard]] Result<ClientWish> clientWish(const QCommandLineParser &parser);
// The rows that are wanted, in the order that is wanted.
[[nodiscard]] std::vector<monitor::MruRow> chosenClients(std::vector<monitor::MruRow> rows, NtpTimestamp now,
                                                         const ClientWish &wish);
[[nodiscard]] QStringList clientTable(const std::vector<monitor::MruRow> &rows, NtpTimestamp now,
                                      ClientForm form);
[[nodiscard]] QJsonObject clientObject(const monitor::MruRow &row, NtpTimestamp now);

} // namespace noonmark::ctl
