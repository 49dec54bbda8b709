// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linereadings.h"

#include "core/wording/wording.h"
#include "ui/configurationsession.h"

#include <QStringList>

#include <chrono>
#include <memory>

namespace noonmark::ui {

namespace {

// Longer files would be felt at each keystroke.
constexpr std::size_t ReadAtOnce = 32'000;
constexpr auto Pause = std::chrono::milliseconds(300);

} // namespace

LineReadings &LineReadings::of(ConfigurationSession &session)
{
    auto *readings = session.findChild<LineReadings *>({}, Qt::FindDirectChildrenOnly);
    return readings ? *readings : *new LineReadings(session);
}

LineReadings::LineReadings(ConfigurationSession &session)
    : QObject(&session)
    , m_session(session)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(Pause);
    m_workers.setMaxThreadCount(1);
    connect(&m_timer, &QTimer::timeout, this, &LineReadings::readElsewhere);
    connect(&session, &ConfigurationSession::documentChanged, this, &LineReadings::follow);
    connect(&session, &ConfigurationSession::typed, this, &LineReadings::dropMisplaced);
    follow();
}

LineReadings::~LineReadings()
{
    m_workers.waitForDone();
}

const config::LineReading *LineReadings::at(int line) const
{
    const auto place = static_cast<std::size_t>(line - 1);
    return line >= 1 && place < m_readings.size() ? &m_readings[place] : nullptr;
}

bool LineReadings::departs(int line) const
{
    const auto *reading = at(line);
    return reading && config::departs(*reading);
}

QString LineReadings::departure(int line) const
{
    if (!departs(line))
        return {};
    const config::LineReading &reading = *at(line);
    //: what a daemon does with a line; %1 is the daemon such as "ntpd 4.2.8", %2 a sentence
    QStringList sentences{tr("%1: %2").arg(wording::name(m_dialect), wording::sentence(reading))};
    for (const config::Effect &effect : reading.effects)
        sentences.append(wording::sentence(effect));
    return sentences.join(u'\n');
}

void LineReadings::follow()
{
    const bool isSamePlace = m_session.currentFile() == m_file && m_session.dialect() == m_dialect;
    if (m_ofSession == m_session.revision() && isSamePlace)
        return; // only the findings are new
    ++m_revision;
    m_ofSession = m_session.revision();
    m_file = m_session.currentFile();
    m_dialect = m_session.dialect();
    if (m_session.whole().bytes().size() > ReadAtOnce) {
        m_readings.clear();
        m_timer.start();
    } else {
        m_timer.stop();
        m_readings = config::readings(*m_session.wholeTree(), static_cast<std::size_t>(m_file));
    }
    emit changed();
}

// A line came or went: what is known is beside the wrong lines until it is known anew.
void LineReadings::dropMisplaced()
{
    if (m_readings.empty() || m_readings.size() == m_session.document().lines().size())
        return;
    m_readings.clear();
    emit changed();
}

void LineReadings::readElsewhere()
{
    // The check leaves the tree behind that would have to be read here, in the window's thread.
    if (m_session.isChecking()) {
        m_timer.start();
        return;
    }
    m_workers.start([this, revision = m_revision, tree = m_session.wholeTree(), file = m_file] {
        auto readings = std::make_shared<std::vector<config::LineReading>>(
            config::readings(*tree, static_cast<std::size_t>(file)));
        const auto tell = [this, revision, readings] { take(revision, std::move(*readings)); };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void LineReadings::take(int revision, std::vector<config::LineReading> readings)
{
    if (revision != m_revision)
        return;
    m_readings = std::move(readings);
    emit changed();
}

} // namespace noonmark::ui
