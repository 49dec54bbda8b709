// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findinglist.h"

#include "core/wording/wording.h"
#include "ui/configurationsession.h"
#include "ui/tables.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

namespace noonmark::ui {

namespace {

constexpr int RowsThatWrap = 200;

} // namespace

FindingList::FindingList(ConfigurationSession &session, FindingModel::Scope scope, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new FindingModel(session, scope, this))
    , m_summary(new QLabel(this))
    , m_view(new QTableView(this))
{
    createView();
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setBuddy(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_summary);
    layout->addWidget(m_view);
    connect(&session, &ConfigurationSession::documentChanged, this, &FindingList::showSummary);
    retranslate();
}

void FindingList::createView()
{
    m_view->setModel(m_model);
    m_view->setObjectName(QStringLiteral("finding-list"));
    makeDense(*m_view);
    m_view->setWordWrap(true);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(FindingModel::SentenceColumn, QHeaderView::Stretch);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QTableView::activated, this, &FindingList::choose);
    connect(m_view, &QTableView::doubleClicked, this, &FindingList::choose);
    connect(m_view, &QTableView::clicked, this, &FindingList::clicked);
    connect(m_view, &QTableView::customContextMenuRequested, this, &FindingList::showMenu);
}

void FindingList::retranslate()
{
    m_model->retranslate();
    m_view->setAccessibleName(tr("Findings"));
    showSummary();
}

// Measuring the wrapped sentences of thousands of rows would be felt at every key.
void FindingList::fitRows()
{
    const bool few = m_model->rowCount() <= RowsThatWrap;
    m_view->verticalHeader()->setSectionResizeMode(few ? QHeaderView::ResizeToContents : QHeaderView::Fixed);
}

void FindingList::showSummary()
{
    fitRows();
    const int errors = m_model->count(config::Severity::Error);
    const int warnings = m_model->count(config::Severity::Warning);
    const int hints = m_model->count(config::Severity::Info);
    if (m_session.isChecking()) {
        m_summary->setText(tr("Checking the file…"));
        return;
    }
    if (m_model->rowCount() == 0) {
        //: %1 is the name of a dialect of ntp.conf such as "ntpsec 1.2"
        m_summary->setText(
            tr("No findings: every line says what it does, for %1.").arg(wording::name(m_session.dialect())));
        return;
    }
    //: Each of the three is a counted noun such as "2 errors"
    m_summary->setText(tr("Fi&ndings: %1, %2, %3")
                           .arg(tr("%n error(s)", nullptr, errors), tr("%n warning(s)", nullptr, warnings),
                                tr("%n hint(s)", nullptr, hints)));
}

void FindingList::choose(const QModelIndex &index)
{
    if (index.isValid() && index.column() != FindingModel::FixColumn)
        goTo(m_model->row(index.row()));
}

// The row may go while its file is opened.
void FindingList::goTo(FindingRow row)
{
    if (m_session.file(row.file).role() == config::FileRole::Keys) {
        emit keysChosen(row.line);
        return;
    }
    m_session.setCurrentFile(row.file);
    emit placeChosen(row.diagnostic.range);
}

void FindingList::clicked(const QModelIndex &index)
{
    const FindingRow row = m_model->row(index.row());
    const bool isText = m_session.file(row.file).role() != config::FileRole::Keys;
    if (index.column() == FindingModel::FixColumn && !row.diagnostic.fixes.empty()) {
        applyFix(row, 0);
    } else if (isText) {
        m_session.setCurrentFile(row.file);
        m_session.setCurrentLine(row.line);
    }
}

void FindingList::applyFix(FindingRow row, std::size_t number)
{
    const config::Fix &fix = row.diagnostic.fixes[number];
    const int file = static_cast<int>(row.fixFiles[number]);
    m_session.setCurrentFile(file);
    m_session.file(file).push(fix.edits, wording::label(fix));
}

void FindingList::showMenu(const QPoint &position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const FindingRow row = m_model->row(index.row());
    QAction *go = menu->addAction(tr("&Go to the line"));
    connect(go, &QAction::triggered, this, [this, row] { goTo(row); });
    const bool isAboutKeys = row.diagnostic.finding == config::Finding::KeyMissing ||
                             row.diagnostic.finding == config::Finding::KeysUntrusted;
    if (isAboutKeys) {
        QAction *keys = menu->addAction(tr("Open the &keys…"));
        connect(keys, &QAction::triggered, this, [this] { emit keysChosen(0); });
    }
    menu->addSeparator();
    for (std::size_t i = 0; i < row.diagnostic.fixes.size(); ++i) {
        const QString label = wording::label(row.diagnostic.fixes[i]);
        QAction *action = menu->addAction(QString(label).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, row, i] { applyFix(row, i); });
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace noonmark::ui
