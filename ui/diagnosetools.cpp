// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnosetools.h"

#include "core/protocol/refid.h"
#include "core/wording/watching.h"
#include "core/wording/wording.h"

#include "ui/keychooser.h"
#include "ui/plaintext.h"
#include "ui/tables.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableWidget>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

using monitor::QueryResult;
using monitor::TraceHop;

DiagnoseTool::DiagnoseTool(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_bar(new QHBoxLayout)
    , m_hosts(new QLineEdit(this))
    , m_start(new QPushButton(this))
    , m_table(new QTableWidget(this))
    , m_sentence(new QLabel(this))
{
    m_hosts->setObjectName(name + u"-hosts"_s);
    m_hosts->setClearButtonEnabled(true);
    m_start->setObjectName(name + u"-start"_s);
    m_table->setObjectName(name + u"-table"_s);
    makeDense(*m_table);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_sentence->setObjectName(name + u"-sentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setSpacing(8);
    m_bar->addWidget(m_hosts, 1);
    m_bar->addWidget(m_start);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 8, 0, 0);
    all->setSpacing(8);
    all->addLayout(m_bar);
    all->addWidget(m_table, 1);
    all->addWidget(m_sentence);
    connect(m_start, &QPushButton::clicked, this, &DiagnoseTool::toggle);
    connect(m_hosts, &QLineEdit::returnPressed, this, &DiagnoseTool::toggle);
}

void DiagnoseTool::addToBar(QWidget *widget)
{
    m_bar->insertWidget(m_bar->count() - 1, widget);
    setTabOrder(m_hosts, widget);
    setTabOrder(widget, m_start);
}

void DiagnoseTool::toggle()
{
    if (isRunning())
        stop();
    else
        start();
    showRunning();
}

void DiagnoseTool::showRunning()
{
    m_start->setText(isRunning() ? tr("S&top") : m_startText);
}

void DiagnoseTool::setCell(int row, int column, const QString &text, bool isFigure)
{
    auto *item = new QTableWidgetItem(text);
    item->setTextAlignment((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    m_table->setItem(row, column, item);
}

void DiagnoseTool::setWidths(std::initializer_list<int> figures)
{
    fitColumns(*m_table, {figures.begin(), figures.size()});
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void DiagnoseTool::setHeads(const QStringList &heads, std::initializer_list<int> figures)
{
    m_table->setHorizontalHeaderLabels(heads);
    for (const int column : figures)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void DiagnoseTool::say(Saying saying)
{
    m_saying = std::move(saying);
    m_sentence->setText(m_saying());
}

void DiagnoseTool::retranslate()
{
    if (m_saying)
        m_sentence->setText(m_saying());
    showRunning();
}

QueryTool::QueryTool(const ConfigurationSession &session, QWidget *parent)
    : DiagnoseTool(u"query"_s, parent)
    , m_key(new KeyChooser(session, this))
{
    addToBar(m_key);
    connect(m_key, &KeyChooser::problemOccurred, this, [this](const Saying &problem) { say(problem); });
    table()->setColumnCount(9);
    connect(&m_query, &monitor::Query::advanced, this, &QueryTool::showResult);
    connect(&m_query, &monitor::Query::finished, this, &QueryTool::showRunning);
    connect(table(), &QTableWidget::itemSelectionChanged, this, &QueryTool::explain);
}

bool QueryTool::isRunning() const
{
    return m_query.isAsking();
}

void QueryTool::start()
{
    static const QRegularExpression gaps(u"[\\s,;]+"_s);
    std::vector<transport::Place> places;
    QStringList wrong;
    for (const QString &word : hosts()->text().split(gaps, Qt::SkipEmptyParts)) {
        if (const auto place = transport::parsePlace(word))
            places.push_back(*place);
        else
            wrong += word;
    }
    table()->setRowCount(static_cast<int>(places.size()));
    say([wrong] { return wrong.isEmpty() ? QString() : tr("Not understood: %1").arg(wrong.join(u' ')); });
    if (places.empty())
        return;
    m_query.setKey(m_key->key());
    m_query.ask(places);
    for (int i = 0; i < m_query.count(); ++i)
        showResult(i);
    table()->selectRow(0);
}

void QueryTool::stop()
{
    m_query.stop();
}

void QueryTool::showResult(int index)
{
    const QueryResult &result = m_query.result(index);
    const protocol::Packet &packet = result.figures.best.packet;
    const bool hasTime = result.gaveTime();
    const auto figure = [&](double seconds, bool sign) {
        return hasTime ? wording::milliseconds(seconds, 3, sign) : QString();
    };
    setCell(index, 0, wording::plain(transport::toText(result.place).toStdString()));
    setCell(index, 1, hasTime ? QString::number(packet.stratum) : QString(), true);
    setCell(index, 2, hasTime ? wording::refid(packet) : QString());
    setCell(index, 3, figure(result.figures.offset, true), true);
    setCell(index, 4, figure(result.figures.delay, false), true);
    setCell(index, 5, figure(result.figures.dispersion, false), true);
    setCell(index, 6, figure(result.figures.rootDistance, false), true);
    setCell(index, 7, u"%1/%2"_s.arg(result.samples.size()).arg(result.asked), true);
    const bool isGood = result.trouble == monitor::QueryTrouble::None;
    const Meaning meaning = !result.done ? Meaning::Neutral : isGood ? Meaning::Good : Meaning::Bad;
    setCell(index, 8,
            result.done ? sign(meaning) + u' ' + wording::shortly(result) : wording::shortly(result));
    table()->item(index, 8)->setForeground(color(meaning, palette()));
    table()->item(index, 8)->setToolTip(plainToolTip(wording::sentence(result)));
    explain();
}

void QueryTool::explain()
{
    const int row = table()->currentRow();
    if (row >= 0 && row < m_query.count())
        say([result = m_query.result(row)] { return wording::sentence(result); });
}

void QueryTool::retranslate()
{
    setStartText(tr("&Ask"));
    m_key->retranslate();
    hosts()->setPlaceholderText(tr("Servers to ask for the time, with blanks between them"));
    hosts()->setAccessibleName(hosts()->placeholderText());
    table()->setAccessibleName(tr("Answers"));
    setHeads({tr("Server"), tr("Stratum"), tr("Follows"), tr("Offset, ms"), tr("Delay, ms"),
              tr("Dispersion, ms"), tr("Root distance, ms"), tr("Answers"), tr("Result")},
             {1, 3, 4, 5, 6, 7});
    setWidths({22, 4, 14, 9, 8, 8, 8, 6, 20});
    for (int i = 0; i < m_query.count(); ++i)
        showResult(i);
    DiagnoseTool::retranslate();
}

TraceTool::TraceTool(QWidget *parent)
    : DiagnoseTool(u"trace"_s, parent)
{
    table()->setColumnCount(5);
    connect(&m_trace, &monitor::Trace::hopFound, this, &TraceTool::showHop);
    connect(&m_trace, &monitor::Trace::finished, this, &TraceTool::showRunning);
}

bool TraceTool::isRunning() const
{
    return m_trace.isTracing();
}

void TraceTool::start()
{
    const auto place = transport::parsePlace(hosts()->text());
    table()->setRowCount(0);
    say([isUnderstood = place.has_value(), text = hosts()->text()] {
        return isUnderstood ? QString() : tr("Not understood: %1").arg(text);
    });
    if (place)
        m_trace.start(*place);
}

void TraceTool::stop()
{
    m_trace.stop();
}

void TraceTool::showHop(int index)
{
    const TraceHop &hop = m_trace.hops().at(static_cast<std::size_t>(index));
    const bool isKnown = hop.answersQueries || hop.givesTime;
    table()->setRowCount(std::max(table()->rowCount(), index + 1));
    setCell(index, 0, wording::nameOf(hop));
    setCell(index, 1, isKnown ? QString::number(hop.stratum) : QString(), true);
    setCell(index, 2, isKnown ? wording::milliseconds(hop.offset, 3, true) : QString(), true);
    setCell(index, 3, isKnown ? wording::milliseconds(hop.rootDistance) : QString(), true);
    setCell(index, 4, wording::sentence(hop));
    table()->item(index, 4)->setToolTip(plainToolTip(wording::sentence(hop)));
    if (hop.end != monitor::TraceEnd::GoesOn)
        say([hop] { return u"%1: %2"_s.arg(wording::nameOf(hop), wording::sentence(hop)); });
}

void TraceTool::retranslate()
{
    setStartText(tr("T&race"));
    hosts()->setPlaceholderText(tr("Where the way to the root begins"));
    hosts()->setAccessibleName(hosts()->placeholderText());
    table()->setAccessibleName(tr("The way to the root"));
    setHeads({tr("Host"), tr("Stratum"), tr("Offset, ms"), tr("Root distance, ms"), tr("What it does")},
             {1, 2, 3});
    setWidths({30, 4, 10, 10, 40});
    for (std::size_t i = 0; i < m_trace.hops().size(); ++i)
        showHop(static_cast<int>(i));
    DiagnoseTool::retranslate();
}

} // namespace noonmark::ui
