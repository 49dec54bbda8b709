// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diskdialog.h"

#include "ui/sidebyside.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

DiskDialog::DiskDialog(const QByteArray &theirs, const QByteArray &mine, QWidget *parent)
    : QDialog(parent)
    , m_summary(new QLabel(this))
    , m_texts(new SideBySide(this))
    , m_next(new QPushButton(this))
    , m_take(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"disk-dialog"_s);
    layOut();
    m_texts->showTexts(theirs, mine);
    const bool differ = m_texts->differences() > 0;
    m_next->setEnabled(differ);
    m_take->setEnabled(differ);
    connect(m_next, &QPushButton::clicked, m_texts, &SideBySide::showNextDifference);
    connect(m_take, &QPushButton::clicked, this, &DiskDialog::theirsChosen);
    connect(m_take, &QPushButton::clicked, this, &DiskDialog::accept);
    connect(m_close, &QPushButton::clicked, this, &DiskDialog::reject);
    retranslate();
    m_close->setFocus();
}

void DiskDialog::layOut()
{
    QFont bold = font();
    bold.setBold(true);
    m_summary->setFont(bold);
    m_summary->setTextFormat(Qt::PlainText);
    m_next->setObjectName(u"disk-next-difference"_s);
    m_take->setObjectName(u"disk-take"_s);
    m_take->setAutoDefault(false);
    m_next->setAutoDefault(false);
    m_close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_next);
    buttons->addStretch(1);
    buttons->addWidget(m_take);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_texts, 1);
    layout->addLayout(buttons);
    resize(1000, 560);
}

void DiskDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_texts->showNextDifference();
}

void DiskDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void DiskDialog::retranslate()
{
    setWindowTitle(tr("The file on disk and the file here"));
    const int differences = m_texts->differences();
    m_summary->setText(differences == 0 ? tr("Both are the same.")
                                        : tr("They differ in %n place(s).", nullptr, differences));
    m_texts->setTitles(tr("On &disk"), tr("&Here, in this window"));
    m_next->setText(tr("&Next difference"));
    m_take->setText(tr("&Take the file on disk"));
    m_take->setToolTip(tr("The text on disk replaces what stands here; this can be undone"));
    m_close->setText(tr("&Close"));
}

} // namespace noonmark::ui
