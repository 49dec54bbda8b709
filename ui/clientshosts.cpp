// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clientshosts.h"

#include "core/system/privilegedfile.h"
#include "core/transport/resolver.h"
#include "core/wording/watching.h"
#include "core/wording/wording.h"

#include "ui/tables.h"
#include "ui/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

using monitor::HostPresence;
using monitor::Presence;

namespace {

constexpr std::size_t MostRows = 5000; // on the screen; more is a matter for noonmarkctl

Meaning meaningOf(Presence presence)
{
    switch (presence) {
    case Presence::Asks:
        return Meaning::Good;
    case Presence::Stopped:
        return Meaning::Warning;
    case Presence::Silent:
        return Meaning::Bad;
    case Presence::Unlisted:
        return Meaning::Neutral;
    }
    return Meaning::Neutral;
}

// Those that need a look first.
int rank(Presence presence)
{
    static constexpr std::array Ranks = {2, 1, 0, 3};
    return Ranks.at(static_cast<std::size_t>(presence));
}

} // namespace

ClientsHosts::ClientsHosts(QWidget *parent)
    : QWidget(parent)
    , m_resolver(std::make_unique<transport::Resolver>())
    , m_hint(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_open(new QPushButton(this))
    , m_table(new QTableWidget(0, 3, this))
    , m_summary(new QLabel(this))
{
    createLayout();
    connect(m_text, &QPlainTextEdit::textChanged, this, &ClientsHosts::readList);
    connect(m_open, &QPushButton::clicked, this, &ClientsHosts::openFile);
    connect(m_resolver.get(), &transport::Resolver::answered, this, [this](const engine::NameAnswer &answer) {
        const std::size_t index = answer.question - m_firstQuestion; // wraps for those of an earlier list
        if (index >= m_list.hosts.size())
            return;
        m_list.hosts[index].addresses = answer.addresses;
        compare();
    });
}

ClientsHosts::~ClientsHosts() = default;

void ClientsHosts::createLayout()
{
    m_text->setObjectName(u"hosts-text"_s);
    m_text->setTabChangesFocus(true);
    m_table->setObjectName(u"hosts-table"_s);
    makeDense(*m_table);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_hint);
    left->addWidget(m_text, 1);
    left->addWidget(m_open, 0, Qt::AlignLeft);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_summary);
    right->addWidget(m_table, 1);
    auto *both = new QHBoxLayout(this);
    both->setContentsMargins(0, 8, 0, 0);
    both->setSpacing(16);
    both->addLayout(left, 1);
    both->addLayout(right, 2);
}

void ClientsHosts::setText(const QString &text)
{
    m_text->setPlainText(text);
}

QString ClientsHosts::text() const
{
    return m_text->toPlainText();
}

void ClientsHosts::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a list of hosts"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto file = system::readFile(path);
        if (file)
            m_text->setPlainText(QString::fromUtf8(file->bytes));
        else
            emit problemOccurred(saying(file.error()));
    });
    dialog->open();
}

void ClientsHosts::readList()
{
    m_firstQuestion += static_cast<std::uint32_t>(m_list.hosts.size());
    m_list = monitor::parseHosts(m_text->toPlainText().toStdString());
    for (std::size_t i = 0; i < m_list.hosts.size(); ++i)
        if (m_list.hosts[i].isName)
            m_resolver->ask({m_firstQuestion + static_cast<std::uint32_t>(i), m_list.hosts[i].text, {}});
    compare();
}

void ClientsHosts::showClients(const std::vector<monitor::MruRow> &clients, NtpTimestamp now)
{
    m_clients = clients;
    m_now = now;
    compare();
}

void ClientsHosts::compare()
{
    if (m_list.hosts.empty())
        showRows({});
    else
        showRows(monitor::compareHosts(m_list.hosts, m_clients, m_now));
}

void ClientsHosts::showRows(const std::vector<HostPresence> &hosts)
{
    std::vector<const HostPresence *> rows;
    std::array<int, 4> counts{};
    for (const HostPresence &host : hosts) {
        rows.push_back(&host);
        ++counts.at(static_cast<std::size_t>(host.presence));
    }
    std::ranges::stable_sort(rows, {}, [](const auto *host) { return rank(host->presence); });
    rows.resize(std::min(rows.size(), MostRows));
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const HostPresence &host = *rows[static_cast<std::size_t>(i)];
        const Meaning meaning = meaningOf(host.presence);
        auto *state = new QTableWidgetItem(sign(meaning) + u' ' + wording::name(host.presence));
        state->setForeground(color(meaning, palette()));
        const bool wasSeen = host.presence != Presence::Silent;
        const double age = std::max((m_now - host.row.last).toSeconds(), 0.0);
        m_table->setItem(i, 0, new QTableWidgetItem(wording::plain(host.text)));
        m_table->setItem(i, 1, state);
        m_table->setItem(i, 2, new QTableWidgetItem(wasSeen ? wording::when(age) : QString()));
    }
    if (m_list.hosts.empty()) {
        m_summary->clear();
        return;
    }
    QString text = tr("Asking: %1 · stopped: %2 · silent: %3 · not in the list: %4")
                       .arg(counts[0])
                       .arg(counts[1])
                       .arg(counts[2])
                       .arg(counts[3]);
    if (!m_list.unreadable.empty())
        text += u'\n' + tr("%n line(s) could not be understood, the first is line %1.", nullptr,
                           static_cast<int>(m_list.unreadable.size()))
                            .arg(m_list.unreadable.front());
    m_summary->setText(text);
}

void ClientsHosts::retranslate()
{
    m_hint->setText(tr("One host a line: an address, a name, or a network such as 192.168.31.0/24. A line of "
                       "/etc/hosts or a table "
                       "with addresses in its first column will do."));
    m_text->setPlaceholderText(tr("Paste the hosts that ought to ask this daemon for time"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_open->setText(tr("Open a &list…"));
    m_table->setHorizontalHeaderLabels({tr("Host"), tr("State"), tr("Last seen")});
    m_table->setAccessibleName(tr("My hosts"));
    constexpr std::array figures{32, 24};
    fitColumns(*m_table, figures);
    compare();
}

} // namespace noonmark::ui
