// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnosechecks.h"

#include "core/wording/watching.h"
#include "core/wording/wording.h"

#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

using monitor::Check;
using monitor::Remedy;

namespace {

QLabel *label(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

DiagnoseChecks::Door DiagnoseChecks::doorOf(Remedy remedy)
{
    switch (remedy) {
    case Remedy::AddSource:
    case Remedy::OpenSources:
        return {tr("Open Sources"), u"sources"_s};
    case Remedy::OpenAccess:
        return {tr("Open Access"), u"access"_s};
    case Remedy::OpenConfiguration:
        return {tr("Open Configuration"), u"configuration"_s};
    case Remedy::OpenClients:
        return {tr("Open Clients"), u"clients"_s};
    default:
        return {};
    }
}

DiagnoseChecks::DiagnoseChecks(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
}

void DiagnoseChecks::setChecks(const std::vector<Check> &checks)
{
    if (checks == m_checks)
        return;
    m_checks = checks;
    build();
}

void DiagnoseChecks::retranslate()
{
    build();
}

void DiagnoseChecks::build()
{
    if (m_inside != nullptr) {
        m_inside->hide();
        m_inside->deleteLater(); // perhaps a button in it brought us here
    }
    m_inside = new QWidget(this);
    auto *column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_shown.clear();
    for (const Check &check : m_checks) {
        m_shown.push_back(row(check));
        column->addWidget(m_shown.back());
    }
    column->addStretch(1);
    m_rows->addWidget(m_inside);
}

QWidget *DiagnoseChecks::rowAt(std::size_t index) const
{
    return index < m_shown.size() ? m_shown[index] : nullptr;
}

QWidget *DiagnoseChecks::row(const Check &check)
{
    auto *row = new QWidget(m_inside);
    const Meaning meaning = meaningOf(check.state);
    auto *mark = new QLabel(sign(meaning), row);
    mark->setMinimumWidth(16);
    mark->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    QPalette ink;
    ink.setColor(QPalette::WindowText, color(meaning, QApplication::palette()));
    mark->setPalette(ink);
    QFont strong = mark->font();
    strong.setBold(true);
    mark->setFont(strong);
    auto *question = label(wording::title(check.id), row);
    question->setFont(strong);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(question);
    texts->addWidget(label(wording::sentence(check), row));
    addRemedy(check, texts);
    auto *both = new QHBoxLayout(row);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(8);
    both->addWidget(mark, 0, Qt::AlignTop);
    both->addLayout(texts, 1);
    return row;
}

void DiagnoseChecks::addRemedy(const Check &check, QVBoxLayout *texts)
{
    const QString remedy = wording::remedy(check);
    if (remedy.isEmpty())
        return;
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    auto *text = label(u"→ "_s + remedy, m_inside);
    line->addWidget(text, 1);
    if (const Door door = doorOf(check.remedy); !door.page.isEmpty()) {
        auto *button = new QPushButton(door.text, m_inside);
        button->setObjectName(u"remedy-"_s + door.page);
        connect(button, &QPushButton::clicked, this, [this, page = door.page] { emit pageRequested(page); });
        line->addWidget(button, 0, Qt::AlignTop);
    }
    texts->addLayout(line);
    if (check.command.empty())
        return;
    const QString command = wording::plain(check.command);
    auto *commandLine = new QHBoxLayout;
    auto *shown = label(command, m_inside);
    shown->setWordWrap(false);
    shown->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *copy = new QPushButton(m_inside);
    copy->setText(tr("Copy"));
    copy->setFlat(true);
    copy->setAccessibleName(tr("Copy the command %1").arg(command));
    connect(copy, &QPushButton::clicked, this, [command] { QApplication::clipboard()->setText(command); });
    commandLine->addWidget(shown);
    commandLine->addWidget(copy);
    commandLine->addStretch(1);
    texts->addLayout(commandLine);
}

void DiagnoseChecks::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        build();
    QWidget::changeEvent(event);
}

} // namespace noonmark::ui
