// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/associationdetails.h"

#include "core/monitor/recenthistory.h"
#include "core/protocol/refid.h"
#include "core/wording/wording.h"

#include "ui/plaintext.h"
#include "ui/tables.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

using engine::AssociationSnapshot;
using engine::FilterStage;
using engine::SystemSnapshot;

constexpr std::size_t MostOthers = 100; // variables; no daemon has half as many
constexpr double Empty = 16; // seconds of dispersion of a place of the filter that holds nothing

class Rows
{
public:
    Rows(const AssociationSnapshot &association, QString strange)
        : m_association(association)
        , m_strange(std::move(strange))
    {}

    std::vector<DetailRow> take(const protocol::ControlVariables &variables, const SystemSnapshot &system)
    {
        addresses();
        header();
        measurements();
        if (m_association.id != 0 && m_association.id == system.peer)
            clock(system);
        counters();
        addOthers(variables);
        return std::move(m_rows);
    }

private:
    // What the daemon tells beyond that, in its own words.
    void addOthers(const protocol::ControlVariables &variables)
    {
        const std::size_t most = m_rows.size() + MostOthers;
        for (const auto &[name, value] : variables) {
            const QString shown = wording::plain(name);
            const bool isKnown = std::ranges::find(m_rows, shown, &DetailRow::variable) != m_rows.end();
            if (isKnown || m_rows.size() == most)
                continue;
            const QString explanation = wording::explanationOfColumn(name);
            m_rows.push_back({shown, wording::plain(value), explanation.isEmpty() ? m_strange : explanation});
        }
    }
    void add(std::string_view variable, const QString &value, const QString &here = {})
    {
        const QString explanation = wording::explanationOfColumn(variable);
        m_rows.push_back({QString::fromUtf8(variable.data(), static_cast<qsizetype>(variable.size())), value,
                          here.isEmpty() ? explanation : QString(here + u' ' + explanation)});
    }
    void addMilliseconds(std::string_view variable, double seconds, bool sign = false)
    {
        add(variable, wording::milliseconds(seconds, 3, sign) + QChar::Nbsp + u"ms"_s);
    }
    void addTime(std::string_view variable, NtpTimestamp time)
    {
        if (time.isZero())
            return add(variable, u"\u2013"_s);
        const auto seconds = static_cast<qint64>(time.units() >> 32) - NtpTimestamp::UnixEpoch;
        add(variable, QDateTime::fromSecsSinceEpoch(seconds).toString(u"yyyy-MM-dd HH:mm:ss"_s));
    }
    void addPower(std::string_view variable, int exponent)
    {
        add(variable, u"%1 (%2)"_s.arg(exponent).arg(wording::span(std::ldexp(1.0, exponent))));
    }
    void addFilter(std::string_view variable, double FilterStage::*field)
    {
        QStringList values;
        for (const FilterStage &stage : m_association.filter)
            if (stage.dispersion < Empty)
                values.append(wording::milliseconds(stage.*field, 3, field == &FilterStage::offset));
        add(variable, values.isEmpty() ? u"\u2013"_s : values.join(u"  "_s));
    }

    void addresses()
    {
        add("associd", QString::number(m_association.id));
        add("srcadr", wording::plain(m_association.remote.address.toString()));
        add("srcport", QString::number(m_association.remote.port));
        if (!m_association.local.isUnspecified())
            add("dstadr", wording::plain(m_association.local.toString()));
        add("t", QString(wording::typeLetter(m_association)));
        add("auth", wording::authentication(m_association));
        add("keyid", QString::number(m_association.source.key));
        QStringList options;
        const auto option = [&options](bool on, const QString &name) {
            if (on)
                options.append(name);
        };
        option(m_association.source.iburst, u"iburst"_s);
        option(m_association.source.burst, u"burst"_s);
        option(m_association.source.prefer, u"prefer"_s);
        option(m_association.source.noSelect, u"noselect"_s);
        option(m_association.source.trueChimer, u"true"_s);
        if (!options.isEmpty())
            add("prefer", options.join(u' '));
    }

    void header()
    {
        add("leap", QString::number(m_association.leap));
        add("stratum", QString::number(m_association.stratum));
        addPower("precision", m_association.precision);
        addMilliseconds("rootdelay", m_association.rootDelay);
        addMilliseconds("rootdisp", m_association.rootDispersion);
        addMilliseconds("rootdist", m_association.rootDistance);
        add("refid", wording::refid(m_association), wording::explanationOfRefid(m_association));
        addTime("reftime", m_association.reftime);
        addTime("rec", m_association.received);
        add("hmode", QString::number(m_association.hostMode));
        add("pmode", QString::number(m_association.peerMode));
        addPower("hpoll", m_association.hostPoll);
        addPower("ppoll", m_association.peerPoll);
    }

    void measurements()
    {
        addMilliseconds("offset", m_association.offset, true);
        addMilliseconds("delay", m_association.delay);
        addMilliseconds("dispersion", m_association.dispersion);
        addMilliseconds("jitter", m_association.jitter);
        addFilter("filtoffset", &FilterStage::offset);
        addFilter("filtdelay", &FilterStage::delay);
        addFilter("filtdisp", &FilterStage::dispersion);
    }

    // What came of following it, if the daemon tells how well it knows that.
    void clock(const SystemSnapshot &system)
    {
        if (!(system.expectedError > 0))
            return;
        const auto plusMinus = [](double seconds) { return QString(u"± "_s + wording::span(seconds)); };
        add("nm_uncertainty", plusMinus(system.uncertainty));
        add("frequency", wording::frequency(system.frequency, system.frequencyUncertainty));
        add("nm_expected_error", plusMinus(system.expectedError));
    }

    void counters()
    {
        const auto number = [](auto value) { return QLocale().toString(static_cast<qulonglong>(value)); };
        add("when", wording::when(m_association.sinceReceived));
        add("reach", u"%1 (%2)"_s.arg(wording::reach(m_association.reach))
                         .arg(m_association.reach, 8, 2, QLatin1Char('0')));
        add("unreach", QString::number(m_association.unreach));
        add("flash", u"0x%1"_s.arg(m_association.flash, 4, 16, QLatin1Char('0')),
            wording::explanationsOfFlash(m_association.flash).join(u' '));
        if (m_association.kissCode != 0)
            add("kiss", wording::plain(protocol::refidText(m_association.kissCode)));
        add("headway", QString::number(m_association.headway));
        add("sent", number(m_association.sent));
        add("received", number(m_association.accepted));
        add("bogusorg", number(m_association.bogus));
        add("badauth", number(m_association.badAuth));
    }

    const AssociationSnapshot &m_association;
    QString m_strange; // what is said of a variable that nobody here knows
    std::vector<DetailRow> m_rows;
};

} // namespace

std::vector<DetailRow> detailsOf(const AssociationSnapshot &association,
                                 const protocol::ControlVariables &variables, const SystemSnapshot &system)
{
    //: Meaning of a variable that only the daemon itself knows.
    return Rows(association, AssociationDetails::tr("Told by this daemon; Noonmark makes nothing of it."))
        .take(variables, system);
}

AssociationDetails::AssociationDetails(const QString &key, QWidget *parent)
    : QDialog(parent)
    , m_key(key)
    , m_head(new QLabel(this))
    , m_reasons(new QLabel(this))
    , m_table(new QTableWidget(0, 3, this))
    , m_copy(new QPushButton(this))
{
    setObjectName(u"source-details"_s);
    createLayout();
    resize(820, 620);
    retranslate();
}

void AssociationDetails::createLayout()
{
    m_head->setFont(headlineFont(font()));
    for (QLabel *label : {m_head, m_reasons}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_table->setObjectName(u"source-variables"_s);
    makeDense(*m_table);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_copy->setObjectName(u"source-details-copy"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    auto *all = new QVBoxLayout(this);
    all->addWidget(m_head);
    all->addWidget(m_reasons);
    all->addWidget(m_table, 1);
    all->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &AssociationDetails::copy);
}

void AssociationDetails::show(const AssociationSnapshot &association,
                              const protocol::ControlVariables &variables, const SystemSnapshot &system)
{
    m_association = association;
    m_variables = variables;
    m_system = system;
    m_isGone = false;
    showHead();
    const auto rows = detailsOf(association, variables, system);
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const DetailRow &detail = rows[static_cast<std::size_t>(row)];
        const QStringList cells{detail.variable, detail.value, detail.meaning};
        for (int column = 0; column < cells.size(); ++column) {
            if (m_table->item(row, column) == nullptr)
                m_table->setItem(row, column, new QTableWidgetItem);
            QTableWidgetItem *item = m_table->item(row, column);
            if (item->text() == cells[column])
                continue;
            item->setText(cells[column]);
            item->setToolTip(plainToolTip(cells[column]));
            item->setWhatsThis(item->toolTip());
        }
    }
}

void AssociationDetails::sayThatItIsGone()
{
    m_isGone = true;
    showHead();
}

void AssociationDetails::showHead()
{
    const QString name = wording::plain(monitor::RecentHistory::nameOf(m_association).toStdString());
    m_head->setText(tr("%1: %2").arg(name, wording::name(m_association.tally)));
    QStringList lines{wording::explanation(m_association.tally)};
    lines += wording::allReasonsNotUsed(m_association);
    if (m_isGone)
        lines = QStringList{tr("The daemon does not list this source any more; this was its last state.")};
    m_reasons->setText(lines.join(u'\n'));
    setWindowTitle(name);
}

QString AssociationDetails::asText() const
{
    QStringList lines;
    for (const DetailRow &row : detailsOf(m_association, m_variables, m_system))
        lines.append(row.variable + u'\t' + row.value + u'\t' + row.meaning);
    return lines.join(u'\n') + u'\n';
}

void AssociationDetails::copy() const
{
    QApplication::clipboard()->setText(asText());
}

void AssociationDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void AssociationDetails::retranslate()
{
    //: Heads of the table that tells everything about one source.
    m_table->setHorizontalHeaderLabels({tr("Variable"), tr("Value"), tr("Meaning")});
    for (int column = 0; column < 3; ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(0, fontMetrics().averageCharWidth() * 16);
    m_table->setColumnWidth(1, fontMetrics().averageCharWidth() * 34);
    m_table->setAccessibleName(tr("Variables of the source"));
    m_copy->setText(tr("&Copy"));
    if (m_association.id != 0)
        show(m_association, m_variables, m_system);
}

} // namespace noonmark::ui
