// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/controlclient.h"

#include "core/transport/controlquery.h"

#include <QHostInfo>

#include <algorithm>
#include <deque>
#include <string_view>
#include <utility>

namespace noonmark::transport {

namespace {

using protocol::ControlError;
using protocol::ControlOpcode;

// More than any daemon has; a lying one must not keep us busy for ever.
constexpr std::size_t MostAssociations = 256;
constexpr int LongestReading = 30'000; // ms

// Names that both families know, and those that only Noonmark does: asked for apart, because one unknown name
// fails a whole request.
constexpr auto CounterNames = "ss_uptime,ss_received,ss_badformat,ss_restricted,ss_limited,ss_kodsent";
constexpr auto OwnNames = "nm_observing,nm_state,nm_uncertainty,nm_expected_error,nm_frequency_uncertainty,nm_panic,"
                          "nm_maxdist,nm_minsane,nm_orphanwait,nm_answered,ss_numctlreq";
constexpr auto OwnPeerNames = "nm_kind,nm_name,nm_resolution,nm_kiss,nm_noselect,nm_prefer,nm_rootdist,nm_key,sent,"
                              "received,bogusorg";

constexpr std::string_view ReferenceClocks = "127.127.";

Error failure(Failure kind, const QString &host)
{
    return {kind, {host.toStdString()}};
}

} // namespace

class ControlClient::Private : public QObject
{
public:
    Private(ControlClient &client, int patienceMilliseconds);

    void start(const QString &host, quint16 port);
    void stop();

    ControlReading last;
    bool isReading = false;

private:
    void resolved(const QHostInfo &info);
    void tryNextAddress();
    void answered(const ControlAnswer &answer);
    void unanswered(Failure why);
    void take(const ControlAnswer &answer);
    void takeList(const ControlAnswer &answer);
    void takeVariables(const ControlAnswer &answer);
    void takeAssociation(const ControlAnswer &answer);
    void takeClock(const ControlAnswer &answer);
    void next();
    void fail(const Error &error);

    ControlClient &m_client;
    ControlQuery m_query;
    QTimer m_deadline;
    QString m_host;
    quint16 m_port = 0;
    int m_lookup = -1;
    std::deque<QHostAddress> m_addresses;
    std::deque<ControlQuestion> m_questions; // the first is being asked
    ControlReading m_reading;
    bool m_knowsOwnNames = false;
};

ControlClient::Private::Private(ControlClient &client, int patienceMilliseconds)
    : m_client(client)
    , m_query(patienceMilliseconds)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(LongestReading);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(failure(Failure::NoAnswer, m_host)); });
    connect(&m_query, &ControlQuery::answered, this, &Private::answered);
    connect(&m_query, &ControlQuery::unanswered, this, &Private::unanswered);
}

void ControlClient::Private::start(const QString &host, quint16 port)
{
    stop();
    isReading = true;
    m_host = host;
    m_port = port;
    m_deadline.start();
    if (const QHostAddress address(host); !address.isNull()) {
        m_addresses = {address};
        tryNextAddress();
        return;
    }
    m_lookup = QHostInfo::lookupHost(host, this, [this](const QHostInfo &info) { resolved(info); });
}

void ControlClient::Private::stop()
{
    if (m_lookup != -1)
        QHostInfo::abortHostLookup(m_lookup);
    m_lookup = -1;
    m_deadline.stop();
    m_query.stop();
    m_addresses.clear();
    m_questions.clear();
    isReading = false;
}

void ControlClient::Private::resolved(const QHostInfo &info)
{ // An aborted lookup may still deliver; its answer belongs to no reading.
    if (info.lookupId() != m_lookup)
        return;
    m_lookup = -1;
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
        fail({Failure::NameUnresolved, {m_host.toStdString(), info.errorString().toStdString()}});
        return;
    }
    const QList<QHostAddress> addresses = info.addresses();
    m_addresses.assign(addresses.begin(), addresses.end());
    tryNextAddress();
}

void ControlClient::Private::tryNextAddress()
{
    m_query.connectTo(m_addresses.front(), m_port);
    m_addresses.pop_front();
    m_reading = {};
    m_knowsOwnNames = false;
    m_questions = {{ControlOpcode::ReadVariables, 0, {}},
                   {ControlOpcode::ReadVariables, 0, CounterNames},
                   {ControlOpcode::ReadVariables, 0, OwnNames},
                   {ControlOpcode::ReadStatus, 0, {}}};
    m_query.ask(m_questions.front());
}

void ControlClient::Private::answered(const ControlAnswer &answer)
{ // A name that is unknown, or an association that went meanwhile, is no failure of the reading.
    if (!answer.error)
        take(answer);
    if (m_reading.system.empty())
        unanswered(Failure::NoAnswer);
    else
        next();
}

void ControlClient::Private::take(const ControlAnswer &answer)
{
    if (m_questions.front().opcode == ControlOpcode::ReadStatus)
        takeList(answer);
    else if (m_questions.front().opcode == ControlOpcode::ReadClock)
        takeClock(answer);
    else if (m_questions.front().association != 0)
        takeAssociation(answer);
    else
        takeVariables(answer);
}

void ControlClient::Private::takeList(const ControlAnswer &answer)
{
    m_reading.systemStatus = answer.status;
    auto list = protocol::parseStatusList(answer.data);
    list.resize(std::min(list.size(), MostAssociations));
    for (const protocol::AssociationStatus &entry : list) {
        m_questions.push_back({ControlOpcode::ReadVariables, entry.association, {}});
        if (m_knowsOwnNames)
            m_questions.push_back({ControlOpcode::ReadVariables, entry.association, OwnPeerNames});
    }
}

void ControlClient::Private::takeVariables(const ControlAnswer &answer)
{
    const auto variables = protocol::parseControlVariables(answer.data);
    m_reading.systemStatus = answer.status;
    m_knowsOwnNames = m_knowsOwnNames || m_questions.front().names == OwnNames;
    m_reading.system.insert(m_reading.system.end(), variables.begin(), variables.end());
}

void ControlClient::Private::takeAssociation(const ControlAnswer &answer)
{
    const ControlQuestion &question = m_questions.front();
    const auto variables = protocol::parseControlVariables(answer.data);
    auto &associations = m_reading.associations;
    if (associations.empty() || associations.back().id != question.association)
        associations.push_back({question.association, answer.status, {}});
    auto &known = associations.back().variables;
    known.insert(known.end(), variables.begin(), variables.end());
    const std::string *address = protocol::findVariable(variables, "srcadr");
    if (address != nullptr && address->starts_with(ReferenceClocks))
        m_questions.push_back({ControlOpcode::ReadClock, question.association, {}});
}

void ControlClient::Private::takeClock(const ControlAnswer &answer)
{
    const auto found =
        std::ranges::find(m_reading.associations, m_questions.front().association, &AssociationReading::id);
    if (found == m_reading.associations.end())
        return;
    found->clockStatus = answer.status;
    found->clock = protocol::parseControlVariables(answer.data);
}

void ControlClient::Private::next()
{
    m_questions.pop_front();
    if (!m_questions.empty()) {
        m_query.ask(m_questions.front());
        return;
    }
    last = std::exchange(m_reading, {});
    stop();
    emit m_client.snapshotRead(snapshotFromVariables(last));
}

void ControlClient::Private::unanswered(Failure why)
{
    const bool isClock = !m_questions.empty() && m_questions.front().opcode == ControlOpcode::ReadClock;
    if (isClock && why == Failure::NoAnswer) // what a clock says of itself is an extra
        next();
    else if (m_reading.system.empty() && !m_addresses.empty())
        tryNextAddress();
    else
        fail(failure(why, m_host));
}

void ControlClient::Private::fail(const Error &error)
{
    stop();
    emit m_client.failed(error);
}

ControlClient::ControlClient(QObject *parent, int patienceMilliseconds)
    : QObject(parent)
    , m_d(std::make_unique<Private>(*this, patienceMilliseconds))
{}

ControlClient::~ControlClient() = default;

void ControlClient::read(const QString &host, quint16 port)
{
    m_d->start(host, port);
}

void ControlClient::stop()
{
    m_d->stop();
}

bool ControlClient::isReading() const
{
    return m_d->isReading;
}

const ControlReading &ControlClient::lastReading() const
{
    return m_d->last;
}

} // namespace noonmark::transport
