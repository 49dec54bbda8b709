// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/control.h"

#include <QDir>
#include <QFile>
#include <QString>

#include <vector>

// The recorded packets of tests/data/mode6; ORIGIN.md there says where they come from.
namespace captures {

using noonmark::protocol::ControlDatagram;

inline ControlDatagram read(const QString &name)
{
    QFile file(QStringLiteral(NOONMARK_TEST_DATA "/mode6/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    const QByteArray bytes = file.readAll();
    const auto *first = reinterpret_cast<const std::byte *>(bytes.constData());
    return {first, first + bytes.size()};
}

// All packets of a capture in the order they went by: "S-secq-p".
inline std::vector<ControlDatagram> readAll(const QString &capture, const QString &kind)
{
    const QStringList filter{capture + QStringLiteral("-[0-9][0-9]-") + kind + QStringLiteral(".bin")};
    std::vector<ControlDatagram> packets;
    const QDir folder(QStringLiteral(NOONMARK_TEST_DATA "/mode6"));
    for (const QString &name : folder.entryList(filter, QDir::Files, QDir::Name))
        packets.push_back(read(name));
    return packets;
}

struct Answer
{
    noonmark::protocol::ControlHeader header;
    std::string data;
};

// The answers of a capture, put together from their fragments.
inline std::vector<Answer> answers(const QString &capture)
{
    using namespace noonmark::protocol;
    std::vector<Answer> result;
    ControlReassembly reassembly;
    for (const ControlDatagram &packet : readAll(capture, QStringLiteral("resp"))) {
        const auto header = decodeControl(packet);
        if (reassembly.add(*header, *controlData(*header, packet)) != ControlReassembly::State::Complete)
            continue;
        result.push_back({*header, reassembly.data()});
        reassembly = {};
    }
    return result;
}

} // namespace captures
