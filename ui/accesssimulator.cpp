// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accesssimulator.h"

#include "core/wording/wording.h"
#include "ui/accessmodel.h"
#include "ui/configurationsession.h"
#include "ui/tables.h"
#include "ui/theme.h"
#include "ui/whenseen.h"

#include <QComboBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace noonmark::ui {

namespace {

constexpr int AnswerRows = 8;

// A sentence of two lines at most. Without a height that depends on its width, or the whole page would scroll
// where the lists should shrink.
class SentenceLabel : public QLabel
{
public:
    using QLabel::QLabel;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
};

} // namespace

void AnswerModel::setAnswer(const std::optional<config::AccessAnswer> &answer)
{
    std::vector<AnswerRow> rows;
    const auto add = [&rows](const QString &question, bool yes, bool good) {
        rows.push_back({question, yes, good, yes ? tr("yes") : tr("no")});
    };
    if (answer) {
        add(tr("Get the time"), answer->mayGetTime, true);
        add(tr("Ask for state (ntpq)"), answer->mayQuery, true);
        add(tr("Change settings with the control key"), answer->mayModify, true);
        add(tr("Become a peer without a key"), answer->mayPeer, true);
        add(tr("Receive traps"), answer->mayTrap, true);
        add(tr("Read the list of clients"), answer->mayReadClients, true);
        add(tr("Must show a key"), answer->needsKey, false);
        add(tr("Is rate limited"), answer->rateLimited, false);
        if (answer->rateLimited && answer->toldWhenLimited)
            rows.back().answer = tr("yes, and is told so");
        if (answer->version4Only)
            add(tr("Must speak NTP version 4"), true, false);
    }
    setRows(std::move(rows));
}

int AnswerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AnswerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AnswerRow &answer = row(index.row());
    const Meaning meaning = !answer.good ? (answer.yes ? Meaning::Warning : Meaning::Neutral)
                                         : (answer.yes ? Meaning::Good : Meaning::Bad);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == QuestionColumn)
            return answer.question;
        //: A sign and "yes" or "no"
        return tr("%1 %2").arg(sign(meaning), answer.answer);
    case Qt::ForegroundRole:
        return index.column() == AnswerColumn ? QVariant(color(meaning, QGuiApplication::palette()))
                                              : QVariant();
    default:
        return {};
    }
}

QVariant AnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == QuestionColumn ? tr("May it", "head of a column such as 'get the time'") : tr("Answer");
}

AccessSimulator::AccessSimulator(ConfigurationSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_answers(new AnswerModel(this))
    , m_ranges(new AccessEntryModel(session, this))
    , m_hostLabel(new QLabel(this))
    , m_host(new QLineEdit(this))
    , m_answerView(new QTableView(this))
    , m_decision(new SentenceLabel(this))
    , m_jump(new QPushButton(this))
    , m_rightLabel(new QLabel(this))
    , m_right(new QComboBox(this))
    , m_rangeView(new QTableView(this))
{
    m_hostGroup = hostGroup();
    m_rightGroup = rightGroup();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_hostGroup);
    layout->addWidget(m_rightGroup, 1);
    new WhenSeen(session, *this, [this] { answer(); });
    connect(m_host, &QLineEdit::textChanged, this, &AccessSimulator::showHost);
    connect(m_right, &QComboBox::currentIndexChanged, this, &AccessSimulator::showRight);
    connect(m_jump, &QPushButton::clicked, this, [this] { emit lineRequested(m_decidingLine); });
    retranslate();
}

QGroupBox *AccessSimulator::hostGroup()
{
    auto *group = new QGroupBox(this);
    m_host->setObjectName(QStringLiteral("access-host"));
    m_host->setClearButtonEnabled(true);
    m_hostLabel->setBuddy(m_host);
    m_answerView->setObjectName(QStringLiteral("access-answers"));
    m_answerView->setModel(m_answers);
    makeDense(*m_answerView);
    m_answerView->setFixedHeight(AnswerRows * m_answerView->verticalHeader()->defaultSectionSize() +
                                 m_answerView->horizontalHeader()->sizeHint().height() +
                                 2 * m_answerView->frameWidth());
    m_answerView->horizontalHeader()->setSectionResizeMode(AnswerModel::QuestionColumn, QHeaderView::Stretch);
    m_answerView->horizontalHeader()->setSectionResizeMode(AnswerModel::AnswerColumn,
                                                           QHeaderView::ResizeToContents);
    m_decision->setObjectName(QStringLiteral("access-decision"));
    m_decision->setTextFormat(Qt::PlainText);
    m_decision->setWordWrap(true);
    m_decision->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_decision->setAlignment(Qt::AlignTop);
    m_jump->setObjectName(QStringLiteral("access-jump"));
    auto *layout = new QGridLayout(group);
    layout->addWidget(m_hostLabel, 0, 0);
    layout->addWidget(m_host, 0, 1, 1, 2);
    layout->addWidget(m_answerView, 1, 0, 1, 3);
    layout->addWidget(m_decision, 2, 0, 1, 2);
    layout->addWidget(m_jump, 2, 2, Qt::AlignTop);
    layout->setColumnStretch(1, 1);
    return group;
}

QGroupBox *AccessSimulator::rightGroup()
{
    auto *group = new QGroupBox(this);
    m_right->setObjectName(QStringLiteral("access-right"));
    for (int right = 0; right <= static_cast<int>(config::Right::ReadClients); ++right)
        m_right->addItem(QString(), right);
    m_rightLabel->setBuddy(m_right);
    m_rangeView->setObjectName(QStringLiteral("access-ranges"));
    m_rangeView->setModel(m_ranges);
    m_rangeView->setMinimumHeight(6 * fontMetrics().height());
    makeDense(*m_rangeView);
    m_rangeView->horizontalHeader()->setStretchLastSection(true);
    m_rangeView->horizontalHeader()->setSectionResizeMode(AccessEntryModel::RangeColumn,
                                                          QHeaderView::ResizeToContents);
    m_rangeView->setColumnHidden(AccessEntryModel::FlagColumn, true);
    auto *layout = new QGridLayout(group);
    layout->addWidget(m_rightLabel, 0, 0);
    layout->addWidget(m_right, 0, 1);
    layout->addWidget(m_rangeView, 1, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    return group;
}

void AccessSimulator::retranslate()
{
    m_hostGroup->setTitle(tr("What may this host do?"));
    m_hostLabel->setText(tr("H&ost:"));
    m_host->setPlaceholderText(tr("192.168.31.7 or fd00::7"));
    m_answerView->setAccessibleName(tr("What the host may do"));
    m_rightGroup->setTitle(tr("Who may do this?"));
    m_rightLabel->setText(tr("Ri&ght:"));
    const std::array rights{tr("Get the time"), tr("Ask for state (ntpq)"),
                            tr("Change settings with the control key"), tr("Become a peer without a key"),
                            tr("Read the list of clients")};
    for (std::size_t i = 0; i < rights.size(); ++i)
        m_right->setItemText(static_cast<int>(i), rights[i]);
    m_rangeView->setAccessibleName(tr("Addresses that have the right"));
    m_jump->setToolTip(tr("Show the line that decides in the configuration"));
    m_ranges->retranslate();
    answer();
}

void AccessSimulator::answer()
{
    m_table = config::accessTableWithSources(m_session.whole(), m_session.dialect());
    showHost();
    showRight();
}

void AccessSimulator::showHost()
{
    const QString typed = m_host->text().trimmed();
    const auto host = IpAddress::parse(typed.toStdString());
    m_decidingLine = 0;
    m_jump->setVisible(false);
    if (host) {
        const auto answer = config::whatMay(m_table, *host);
        m_answers->setAnswer(answer);
        showDecision(answer);
        return;
    }
    m_answers->setAnswer(std::nullopt);
    m_decision->setText(typed.isEmpty() ? tr("Type the address of a host to see what it may do here.")
                                        : tr("Type a numeric address: names are not looked up."));
}

void AccessSimulator::showDecision(const config::AccessAnswer &answer)
{
    const QString range = AccessEntryModel::rangeText(answer.range);
    if (answer.lines.empty()) {
        //: %1 is a range of addresses such as "everybody else over IPv4"
        m_decision->setText(
            tr("The built-in entry for %1 decides: no line of the file speaks of this host.").arg(range));
        return;
    }
    const std::vector<int> &lines = answer.lines;
    m_decidingLine = lines.front();
    //: %1 is a range of addresses, %2 "line 12" or "lines 12, 14"
    m_decision->setText(tr("The entry for %1 decides alone; it was made by %2.")
                            .arg(range, AccessEntryModel::originText(m_session, lines)));
    m_jump->setText(tr("Show &line %1").arg(m_session.lineName(m_decidingLine)));
    m_jump->setVisible(true);
}

void AccessSimulator::showRight()
{
    m_ranges->setEntries(config::whoMay(m_table, static_cast<config::Right>(m_right->currentData().toInt())));
}

} // namespace noonmark::ui
