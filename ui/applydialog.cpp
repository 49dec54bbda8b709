// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/applydialog.h"

#include "core/monitor/target.h"
#include "core/wording/wording.h"
#include "ui/configurationsession.h"
#include "ui/diffview.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace noonmark::ui {

namespace {

// More than these would push the difference out of sight; the configuration page lists them all.
constexpr qsizetype ErrorsShown = 5;

} // namespace

ApplyDialog::ApplyDialog(ConfigurationSession &session, monitor::Target *target, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_target(target)
    , m_summary(new QLabel(this))
    , m_place(new QLabel(this))
    , m_diff(new DiffView(this))
    , m_errors(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("apply-dialog"));
    layOut();
    m_diff->showDifference(session.appliedBytes(), session.wholeBytes());
    retranslate();
}

void ApplyDialog::layOut()
{
    QFont bold = font();
    bold.setBold(true);
    m_summary->setFont(bold);
    for (QLabel *label : {m_summary, m_place, m_errors}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_diff->setObjectName(QStringLiteral("apply-diff"));
    m_errors->setObjectName(QStringLiteral("apply-errors"));
    m_errors->setAutoFillBackground(true);
    m_errors->setMargin(8);
    auto *buttons = new QDialogButtonBox(this);
    m_apply = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_cancel = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    m_apply->setObjectName(QStringLiteral("apply-accept"));
    m_apply->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ApplyDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ApplyDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_diff, 1);
    layout->addWidget(m_errors);
    layout->addWidget(m_place);
    layout->addWidget(buttons);
    resize(720, 520);
}

QString ApplyDialog::errors() const
{
    QStringList sentences;
    qsizetype more = 0;
    for (const auto &diagnostic : m_session.wholeDiagnostics()) {
        if (diagnostic.severity != config::Severity::Error)
            continue;
        if (sentences.size() == ErrorsShown) {
            ++more;
            continue;
        }
        const int line = m_session.whole().lineAt(diagnostic.range.offset).number;
        //: A sign such as "✗", a line number, and what is wrong there
        sentences.append(
            tr("%1 Line %2: %3")
                .arg(sign(Meaning::Bad), m_session.lineName(line), wording::sentence(diagnostic)));
    }
    if (more > 0)
        sentences.append(tr("… and %n more error(s).", nullptr, static_cast<int>(more)));
    return sentences.join(u'\n');
}

void ApplyDialog::retranslate()
{
    setWindowTitle(tr("Apply the configuration"));
    const int changes = m_session.pendingChanges();
    m_summary->setText(changes == 0 ? tr("Nothing differs from what runs now.")
                                    : tr("%n line(s) differ from what runs now:", nullptr, changes));
    //: %1 is the path of the configuration file
    m_place->setText(
        tr("The file %1 is written; its present text stays beside it with a “~” behind the name.")
            .arg(m_session.path()));
    m_diff->setAccessibleName(tr("What changes"));
    m_errors->setText(errors());
    m_errors->setVisible(!m_errors->text().isEmpty());
    QPalette pale = palette();
    pale.setColor(QPalette::Window, ground(Meaning::Bad, palette()));
    m_errors->setPalette(pale);
    m_apply->setText(m_target ? tr("&Apply") : tr("&Save"));
    m_cancel->setText(tr("Cancel"));
}

void ApplyDialog::accept()
{
    const auto saved = m_session.saveAll();
    if (!saved) {
        // What somebody else wrote meanwhile is a question, and the window asks it.
        if (saved.error().failure == Failure::FileChanged)
            emit changedOnDisk();
        else
            emit problemOccurred(saying(saved.error()));
        reject();
        return;
    }
    if (m_target)
        m_target->applyConfiguration(m_session.wholeBytes());
    m_session.markApplied();
    QDialog::accept();
}

void ApplyDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace noonmark::ui
