// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diskbar.h"

#include "ui/configurationsession.h"
#include "ui/diskdialog.h"
#include "ui/diskwatch.h"
#include "ui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

DiskBar::DiskBar(ConfigurationSession &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_watch(new DiskWatch(session, this))
    , m_sign(new QLabel(sign(Meaning::Warning), this))
    , m_text(new QLabel(this))
    , m_keep(new QPushButton(this))
    , m_take(new QPushButton(this))
    , m_both(new QPushButton(this))
{
    setObjectName(u"disk-bar"_s);
    setAutoFillBackground(true);
    createRow();
    connect(&session, &ConfigurationSession::diskStateChanged, this, &DiskBar::present);
    connect(m_keep, &QPushButton::clicked, this, &DiskBar::keepMine);
    connect(m_take, &QPushButton::clicked, this, &DiskBar::takeTheirs);
    connect(m_both, &QPushButton::clicked, this, &DiskBar::compare);
    present();
}

void DiskBar::createRow()
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_keep->setObjectName(u"disk-keep-mine"_s);
    m_take->setObjectName(u"disk-take-theirs"_s);
    m_both->setObjectName(u"disk-show-both"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    for (QPushButton *button : {m_both, m_keep, m_take})
        row->addWidget(button);
}

void DiskBar::askBeforeSaving()
{
    m_saving = true;
    m_session.lookAtDisk();
    m_both->isVisible() ? m_both->setFocus() : m_keep->setFocus();
}

void DiskBar::keepMine()
{
    const bool save = m_saving;
    m_session.keepMine();
    const Result<void> saved = save ? m_session.save() : Result<void>();
    if (!saved)
        emit problemOccurred(saying(saved.error()));
}

void DiskBar::takeTheirs()
{
    if (const auto taken = m_session.takeTheirs(); !taken)
        emit problemOccurred(saying(taken.error()));
}

void DiskBar::compare()
{
    const auto theirs = m_session.bytesOnDisk();
    if (!theirs) {
        emit problemOccurred(saying(theirs.error()));
        return;
    }
    auto *dialog = new DiskDialog(*theirs, m_session.bytes(), window());
    connect(dialog, &DiskDialog::theirsChosen, this, &DiskBar::takeTheirs);
    dialog->open();
}

void DiskBar::changeEvent(QEvent *event)
{
    // The bar has a palette of its own, so the program's is asked for anew.
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        present();
    QFrame::changeEvent(event);
}

void DiskBar::present()
{
    const DiskState state = m_session.diskState();
    const bool gone = state == DiskState::Gone;
    const QString name = QFileInfo(m_session.path()).fileName();
    if (state == DiskState::Same)
        m_saving = false;
    //: %1 is the name of the configuration file
    m_text->setText(gone ? tr("%1 is no longer on disk: somebody removed or renamed it.").arg(name)
                         //: %1 is the name of the configuration file
                         : tr("%1 was changed on disk by somebody else.").arg(name));
    m_keep->setText(m_saving ? tr("&Keep mine and save") : tr("&Keep mine"));
    m_take->setText(tr("Take the&irs"));
    m_both->setText(tr("Show &both…"));
    m_keep->setToolTip(tr("What stands here stays; the next save writes over the file on disk"));
    m_take->setToolTip(tr("The text on disk replaces what stands here; this can be undone"));
    m_take->setVisible(!gone);
    m_both->setVisible(!gone);
    QPalette own;
    own.setColor(QPalette::Window, ground(Meaning::Warning, QApplication::palette()));
    if (palette().color(QPalette::Window) != own.color(QPalette::Window))
        setPalette(own);
    QPalette ink;
    ink.setColor(QPalette::WindowText, color(Meaning::Warning, QApplication::palette()));
    m_sign->setPalette(ink);
    setVisible(state != DiskState::Same);
}

} // namespace noonmark::ui
