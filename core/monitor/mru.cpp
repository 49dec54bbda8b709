// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/mru.h"

#include "core/transport/controlquery.h"
#include "core/transport/resolver.h"

#include <QElapsedTimer>

#include <algorithm>
#include <deque>
#include <optional>

namespace noonmark::monitor {

using protocol::ControlError;
using protocol::ControlOpcode;

namespace {

constexpr int MostRestarts = 8;
constexpr int MostStandstills = 8; // answers in a row that bring neither rows nor an end
constexpr int MostLosses = 4;      // answers in a row that never came
constexpr int FewestFragments = 4; // with one there is room for the nonce only
constexpr std::size_t MostAnchors = 64;
constexpr qint64 NonceAge = 12'000; // ms; the daemons take one for 16 s

} // namespace

class MruReader::Private : public QObject
{
public:
    Private(MruReader &reader, MruOptions options);

    void start(const transport::Place &where);
    void stop();
    bool isReading = false;

private:
    void resolved(const engine::NameAnswer &answer);
    void tryNextAddress();
    void askForNonce();
    void askForRows();
    void answered(const transport::ControlAnswer &answer);
    void unanswered(Failure why);
    void takeNonce(const transport::ControlAnswer &answer);
    void takeRows(const MruAnswer &answer);
    void refused(ControlError error);
    void goBack();
    void finish(bool isCut);
    void fail(Failure why);

    MruReader &m_reader;
    MruOptions m_options;
    transport::Resolver m_resolver;
    transport::ControlQuery m_query;
    transport::Place m_place;
    std::uint32_t m_round = 0;
    std::deque<IpAddress> m_addresses;
    std::deque<MruRow> m_anchors; // the newest first
    std::string m_nonce;
    QElapsedTimer m_nonceAge, m_clock;
    MruWalk m_walk;
    bool m_asksForNonce = false, m_wasAnswered = false;
    int m_fragments = 0, m_standstills = 0, m_losses = 0;
};

MruReader::Private::Private(MruReader &reader, MruOptions options)
    : m_reader(reader)
    , m_options(options)
    , m_query(options.patienceMilliseconds)
{
    connect(&m_resolver, &transport::Resolver::answered, this, &Private::resolved);
    connect(&m_query, &transport::ControlQuery::answered, this, &Private::answered);
    connect(&m_query, &transport::ControlQuery::unanswered, this, &Private::unanswered);
}

void MruReader::Private::start(const transport::Place &where)
{
    stop();
    if (where != m_place)
        m_anchors.clear();
    m_place = where;
    m_walk = {};
    m_fragments = m_options.fragments;
    m_standstills = m_losses = 0;
    m_wasAnswered = false;
    m_clock.start();
    isReading = true;
    m_resolver.ask({++m_round, where.host.toStdString(), {}});
}

void MruReader::Private::stop()
{
    isReading = false;
    m_query.stop();
}

void MruReader::Private::resolved(const engine::NameAnswer &answer)
{
    if (!isReading || answer.question != m_round)
        return;
    m_addresses.assign(answer.addresses.begin(), answer.addresses.end());
    if (!m_addresses.empty()) {
        tryNextAddress();
        return;
    }
    stop();
    emit m_reader.failed({Failure::NameUnresolved, {m_place.host.toStdString(), answer.trouble}});
}

void MruReader::Private::tryNextAddress()
{
    const IpAddress address = m_addresses.front();
    m_addresses.pop_front();
    m_query.connectTo(QHostAddress(QString::fromStdString(address.toString())), m_place.port);
    askForNonce();
}

void MruReader::Private::askForNonce()
{
    m_asksForNonce = true;
    m_query.ask({ControlOpcode::RequestNonce, 0, {}});
}

void MruReader::Private::askForRows()
{
    if (m_nonceAge.elapsed() > NonceAge) {
        askForNonce();
        return;
    }
    ++m_walk.questions;
    m_asksForNonce = false;
    const MruQuestion question{m_nonce, m_fragments, {m_anchors.begin(), m_anchors.end()}};
    m_query.ask({ControlOpcode::ReadClients, 0, mruQuestionText(question)});
}

void MruReader::Private::answered(const transport::ControlAnswer &answer)
{
    m_wasAnswered = true;
    if (answer.error)
        refused(*answer.error);
    else if (m_asksForNonce)
        takeNonce(answer);
    else
        takeRows(parseMruAnswer(answer.data));
}

void MruReader::Private::takeNonce(const transport::ControlAnswer &answer)
{
    m_nonce = parseMruAnswer(answer.data).nonce;
    m_nonceAge.start();
    // It goes into our next question as it is: nothing but a nonce may.
    const bool isNonce = !m_nonce.empty() && m_nonce.size() <= 64 &&
                         m_nonce.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    if (isNonce)
        askForRows();
    else
        fail(Failure::NotPermitted);
}

void MruReader::Private::takeRows(const MruAnswer &answer)
{
    if (!answer.nonce.empty() && answer.nonce.size() == m_nonce.size()) {
        m_nonce = answer.nonce;
        m_nonceAge.start();
    }
    for (const MruRow &row : answer.rows)
        m_anchors.push_front(row);
    m_anchors.resize(std::min(m_anchors.size(), MostAnchors));
    m_losses = 0; // a nonce alone is no progress
    m_walk.rows += answer.rows.size();
    m_standstills = answer.rows.empty() ? m_standstills + 1 : 0;
    const std::uint32_t round = m_round;
    if (!answer.rows.empty())
        emit m_reader.rowsRead(answer.rows);
    if (!isReading || round != m_round) // who was told has had enough
        return;
    m_walk.now = answer.now.value_or(m_walk.now);
    if (answer.now)
        finish(false);
    else if (m_walk.rows >= m_options.mostRows)
        finish(true);
    else if (m_standstills >= MostStandstills)
        fail(Failure::NoAnswer);
    else
        askForRows();
}

void MruReader::Private::refused(ControlError error)
{
    // Of all the rows that we named none is as it was: they have asked again meanwhile, or were pushed out.
    const bool isLost = error == ControlError::UnknownVariable && !m_anchors.empty();
    if (isLost && !m_asksForNonce)
        goBack();
    else
        fail(Failure::NotPermitted);
}

void MruReader::Private::goBack()
{
    const std::size_t sent = std::min<std::size_t>(m_anchors.size(), 8);
    m_anchors.erase(m_anchors.begin(), m_anchors.begin() + static_cast<std::ptrdiff_t>(sent));
    if (m_anchors.empty() && ++m_walk.restarts > MostRestarts)
        fail(Failure::NoAnswer);
    else
        askForRows();
}

void MruReader::Private::unanswered(Failure why)
{
    if (!m_wasAnswered && !m_addresses.empty()) {
        tryNextAddress();
        return;
    }
    // A nonce that is too old, or a fragment that got lost, is answered by silence alike.
    const bool mayHelp = !m_asksForNonce && why != Failure::Refused && ++m_losses < MostLosses;
    m_fragments = std::max(m_fragments / 2, FewestFragments);
    if (mayHelp)
        askForNonce();
    else
        fail(m_asksForNonce || why == Failure::Refused || m_walk.rows > 0 ? why : Failure::NotPermitted);
}

void MruReader::Private::finish(bool isCut)
{
    stop();
    m_walk.isCut = isCut;
    m_walk.seconds = static_cast<double>(m_clock.elapsed()) / 1000;
    emit m_reader.finished(m_walk);
}

void MruReader::Private::fail(Failure why)
{
    stop();
    m_anchors.clear();
    emit m_reader.failed({why, {m_place.host.toStdString()}});
}

MruReader::MruReader(MruOptions options, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(*this, options))
{}

MruReader::~MruReader() = default;

void MruReader::read(const transport::Place &place)
{
    m_d->start(place);
}

void MruReader::stop()
{
    m_d->stop();
}

bool MruReader::isReading() const
{
    return m_d->isReading;
}

} // namespace noonmark::monitor
