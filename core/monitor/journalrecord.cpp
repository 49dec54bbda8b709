// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/journalrecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::monitor {

namespace {

template <typename Kind> struct Name
{
    Kind kind;
    QLatin1StringView name;
};

using engine::EventKind;
using engine::SourceKind;

constexpr std::array EventNames{
    Name<EventKind>{EventKind::FrequencyNotSet, "frequency-not-set"_L1},
    Name<EventKind>{EventKind::FrequencySet, "frequency-set"_L1},
    Name<EventKind>{EventKind::Spike, "spike"_L1},
    Name<EventKind>{EventKind::FrequencyMode, "frequency-mode"_L1},
    Name<EventKind>{EventKind::ClockSync, "clock-sync"_L1},
    Name<EventKind>{EventKind::Restart, "restart"_L1},
    Name<EventKind>{EventKind::PanicStop, "panic-stop"_L1},
    Name<EventKind>{EventKind::NoSystemPeer, "no-system-peer"_L1},
    Name<EventKind>{EventKind::LeapArmed, "leap-armed"_L1},
    Name<EventKind>{EventKind::LeapDisarmed, "leap-disarmed"_L1},
    Name<EventKind>{EventKind::LeapEvent, "leap-event"_L1},
    Name<EventKind>{EventKind::ClockStep, "clock-step"_L1},
    Name<EventKind>{EventKind::ClockDisturbed, "clock-disturbed"_L1},
    Name<EventKind>{EventKind::ClockSlept, "clock-slept"_L1},
    Name<EventKind>{EventKind::ClockContested, "clock-contested"_L1},
    Name<EventKind>{EventKind::Mobilised, "mobilised"_L1},
    Name<EventKind>{EventKind::Demobilised, "demobilised"_L1},
    Name<EventKind>{EventKind::Unreachable, "unreachable"_L1},
    Name<EventKind>{EventKind::Reachable, "reachable"_L1},
    Name<EventKind>{EventKind::NoReply, "no-reply"_L1},
    Name<EventKind>{EventKind::RateExceeded, "rate-exceeded"_L1},
    Name<EventKind>{EventKind::AccessDenied, "access-denied"_L1},
    Name<EventKind>{EventKind::BecameSystemPeer, "became-system-peer"_L1},
    Name<EventKind>{EventKind::Popcorn, "popcorn"_L1},
    Name<EventKind>{EventKind::NameUnresolved, "name-unresolved"_L1},
    Name<EventKind>{EventKind::NameResolved, "name-resolved"_L1},
    Name<EventKind>{EventKind::KeyUntrusted, "key-untrusted"_L1},
    Name<EventKind>{EventKind::KeyMissing, "key-missing"_L1},
};

// Of a source; "server" is not written.
constexpr std::array RoleNames{
    Name<SourceKind>{SourceKind::Server, "server"_L1},
    Name<SourceKind>{SourceKind::Pool, "pool"_L1},
    Name<SourceKind>{SourceKind::Peer, "peer"_L1},
    Name<SourceKind>{SourceKind::LocalClock, "local-clock"_L1},
    Name<SourceKind>{SourceKind::Broadcast, "broadcast"_L1},
    Name<SourceKind>{SourceKind::BroadcastClient, "broadcast-client"_L1},
    Name<SourceKind>{SourceKind::ManycastClient, "manycast-client"_L1},
};

constexpr std::array KindNames{
    Name<JournalKind>{JournalKind::DaemonEvent, "event"_L1},
    Name<JournalKind>{JournalKind::TargetAnswers, "answers"_L1},
    Name<JournalKind>{JournalKind::TargetSilent, "silent"_L1},
    Name<JournalKind>{JournalKind::FileOpened, "file-opened"_L1},
    Name<JournalKind>{JournalKind::Edited, "edited"_L1},
    Name<JournalKind>{JournalKind::EditTakenBack, "edit-taken-back"_L1},
    Name<JournalKind>{JournalKind::ModeSwitched, "mode-switched"_L1},
    Name<JournalKind>{JournalKind::Applied, "applied"_L1},
};

constexpr std::array ModeNames{
    Name<config::SourceMode>{config::SourceMode::Upstream, "upstream"_L1},
    Name<config::SourceMode>{config::SourceMode::Fallback, "fallback"_L1},
    Name<config::SourceMode>{config::SourceMode::Isolated, "isolated"_L1},
    Name<config::SourceMode>{config::SourceMode::Sourceless, "sourceless"_L1},
};

// Why a daemon is silent.
constexpr std::array FailureNames{
    Name<Failure>{Failure::System, "system"_L1},
    Name<Failure>{Failure::Malformed, "malformed"_L1},
    Name<Failure>{Failure::NotPermitted, "not-permitted"_L1},
    Name<Failure>{Failure::NameUnresolved, "name-unresolved"_L1},
    Name<Failure>{Failure::NoAnswer, "no-answer"_L1},
    Name<Failure>{Failure::Refused, "refused"_L1},
    Name<Failure>{Failure::QueriesForbidden, "queries-forbidden"_L1},
    Name<Failure>{Failure::Unsupported, "unsupported"_L1},
};

template <typename Table, typename Kind> QLatin1StringView nameIn(const Table &table, Kind kind)
{
    const auto found = std::ranges::find(table, kind, &Name<Kind>::kind);
    return found == table.end() ? ""_L1 : found->name;
}

// False if the name is there and unknown.
template <typename Table, typename Kind> bool read(const Table &table, const QJsonValue &value, Kind &kind)
{
    if (value.isUndefined())
        return true;
    const QString name = value.toString();
    const auto found = std::ranges::find_if(table, [&name](const auto &row) { return row.name == name; });
    if (found != table.end())
        kind = found->kind;
    return found != table.end();
}

QJsonObject toJson(const engine::Event &event)
{
    QJsonObject object{{u"kind"_s, QString(nameOf(event.kind))}};
    if (!event.source.empty())
        object[u"source"_s] = QString::fromStdString(event.source);
    if (event.value != 0)
        object[u"value"_s] = event.value;
    if (event.role != SourceKind::Server)
        object[u"role"_s] = QString(nameIn(RoleNames, event.role));
    return object;
}

QJsonObject toJson(const Error &trouble)
{
    QJsonArray arguments;
    for (const std::string &argument : trouble.arguments)
        arguments += QString::fromStdString(argument);
    return {{u"failure"_s, QString(nameIn(FailureNames, trouble.failure))}, {u"arguments"_s, arguments}};
}

void readTrouble(const QJsonObject &object, Error &trouble)
{
    if (!read(FailureNames, object[u"failure"_s], trouble.failure))
        trouble.failure = Failure::System;
    for (const QJsonValue &argument : object[u"arguments"_s].toArray())
        trouble.arguments.push_back(argument.toString().toStdString());
}

} // namespace

QLatin1StringView nameOf(JournalKind kind)
{
    return nameIn(KindNames, kind);
}

QLatin1StringView nameOf(EventKind kind)
{
    return nameIn(EventNames, kind);
}

QByteArray toRecord(const JournalEntry &entry)
{
    QJsonObject object{{u"kind"_s, QString(nameOf(entry.kind))}};
    if (!entry.target.isEmpty())
        object[u"target"_s] = entry.target;
    if (!entry.detail.isEmpty())
        object[u"detail"_s] = entry.detail;
    if (entry.count != 0)
        object[u"count"_s] = entry.count;
    if (entry.kind == JournalKind::DaemonEvent)
        object[u"event"_s] = toJson(entry.event);
    if (entry.kind == JournalKind::ModeSwitched)
        object[u"mode"_s] = QString(nameIn(ModeNames, entry.mode));
    if (entry.kind == JournalKind::TargetSilent)
        object[u"trouble"_s] = toJson(entry.trouble);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<JournalEntry> fromRecord(const QByteArray &record)
{
    const QJsonObject object = QJsonDocument::fromJson(record).object();
    const QJsonObject event = object[u"event"_s].toObject();
    JournalEntry entry;
    const bool known = object.contains(u"kind"_s) && read(KindNames, object[u"kind"_s], entry.kind) &&
                       read(EventNames, event[u"kind"_s], entry.event.kind) &&
                       read(RoleNames, event[u"role"_s], entry.event.role) &&
                       read(ModeNames, object[u"mode"_s], entry.mode);
    if (!known)
        return {};
    entry.target = object[u"target"_s].toString();
    entry.detail = object[u"detail"_s].toString();
    entry.count = object[u"count"_s].toInt();
    entry.event.source = event[u"source"_s].toString().toStdString();
    entry.event.value = event[u"value"_s].toDouble();
    if (object.contains(u"trouble"_s))
        readTrouble(object[u"trouble"_s].toObject(), entry.trouble);
    return entry;
}

namespace {

JournalTopic topicOf(EventKind kind)
{
    switch (kind) {
    case EventKind::Restart:
        return JournalTopic::Daemon;
    case EventKind::FrequencyNotSet:
    case EventKind::FrequencySet:
    case EventKind::Spike:
    case EventKind::FrequencyMode:
    case EventKind::PanicStop:
    case EventKind::LeapArmed:
    case EventKind::LeapDisarmed:
    case EventKind::LeapEvent:
    case EventKind::ClockStep:
    case EventKind::ClockDisturbed:
    case EventKind::ClockSlept:
    case EventKind::ClockContested:
        return JournalTopic::Clock;
    default:
        return JournalTopic::Sources;
    }
}

} // namespace

JournalTopic topicOf(const JournalEntry &entry)
{
    switch (entry.kind) {
    case JournalKind::DaemonEvent:
        return topicOf(entry.event.kind);
    case JournalKind::TargetAnswers:
    case JournalKind::TargetSilent:
        return JournalTopic::Daemon;
    default:
        return JournalTopic::File;
    }
}

} // namespace noonmark::monitor
