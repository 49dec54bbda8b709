// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/observation.h"
#include "core/monitor/verdict.h"
#include "core/protocol/control.h"

#include <QObject>
#include <QString>

#include <optional>

namespace noonmark::monitor {

// One look at a target: at most four a second.
struct Frame
{
    qint64 unixMilliseconds = 0;        // by this machine's clock
    bool answered = false;              // false: nobody there; snapshot and verdict are empty
    engine::Snapshot snapshot;
    Verdict verdict;
    std::optional<Error> trouble;       // why nobody answered, if that is known
};

// A daemon that the window watches: the engine inside, or one that answers mode 6. Lives in the window's thread; what
// it does elsewhere comes back as these signals.
class Target : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QString address() const = 0;      // "127.0.0.1:11123"
    [[nodiscard]] virtual bool isBuiltIn() const = 0;
    virtual void start() = 0;
    virtual void stop() = 0;
    // Hands over a new configuration. Only a target that isBuiltIn() or is this machine's noonmarkd can.
    virtual void applyConfiguration(const QByteArray &ntpConf) = 0;
    // Whether somebody looks at this one: of the others a look every quarter of a minute is enough.
    virtual void lookOften(bool /*often*/) {}
    // All that the daemon told of one association (0: of itself) at the last look, word for word: also what
    // nothing here interprets. Nothing for a target that is not asked in words.
    [[nodiscard]] virtual protocol::ControlVariables variablesOf(std::uint16_t /*association*/) const { return {}; }

signals:
    void frameArrived(const noonmark::monitor::Frame &frame);
    void eventHappened(const noonmark::engine::Event &event);
    void failed(const noonmark::Error &error);              // it could not start, or had to stop
};

} // namespace noonmark::monitor
