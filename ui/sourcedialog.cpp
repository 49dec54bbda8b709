// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sourcedialog.h"

#include "core/wording/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

const QString LocalClock = u"local"_s;

// One below the lowest poll stands for "as the daemon does": the option is left out.
QSpinBox *createPoll(const QString &name, QWidget *parent)
{
    auto *spin = new QSpinBox(parent);
    spin->setObjectName(name);
    spin->setRange(2, 17);
    return spin;
}

} // namespace

SourceDialog::SourceDialog(Dialect dialect, QWidget *parent)
    : QDialog(parent)
    , m_dialect(dialect)
    , m_kind(new QComboBox(this))
    , m_address(new QLineEdit(this))
    , m_iburst(new QCheckBox(this))
    , m_prefer(new QCheckBox(this))
    , m_minPoll(createPoll(u"source-minpoll"_s, this))
    , m_maxPoll(createPoll(u"source-maxpoll"_s, this))
    , m_stratum(new QSpinBox(this))
    , m_preview(new QLabel(this))
    , m_form(new QFormLayout(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"source-dialog"_s);
    setWindowTitle(tr("Add a time source"));
    createForm();
    connectFields();
    showLines();
    m_address->setFocus();
}

void SourceDialog::createForm()
{
    m_kind->setObjectName(u"source-kind"_s);
    m_kind->addItem(tr("Server: one host that is asked"), u"server"_s);
    m_kind->addItem(tr("Pool: a name with several changing hosts"), u"pool"_s);
    m_kind->addItem(tr("Peer: a host of our own rank, both help each other"), u"peer"_s);
    m_kind->addItem(tr("This machine's own clock"), LocalClock);
    m_address->setObjectName(u"source-address"_s);
    m_address->setPlaceholderText(u"ntp1.example, 192.0.2.1"_s);
    // Names and addresses hold nothing else; a blank or a "#" would be read as something different.
    static const QRegularExpression nameOrAddress(u"[A-Za-z0-9_.:%\\-]*"_s);
    m_address->setValidator(new QRegularExpressionValidator(nameOrAddress, m_address));
    m_iburst->setObjectName(u"source-iburst"_s);
    m_iburst->setText(tr("Ask &quickly at the start (iburst)"));
    m_iburst->setChecked(true);
    m_iburst->setToolTip(wording::explanationOfOption("server", "iburst"));
    m_prefer->setObjectName(u"source-prefer"_s);
    m_prefer->setText(tr("&Prefer it among good ones (prefer)"));
    m_prefer->setToolTip(wording::explanationOfOption("server", "prefer"));
    for (QSpinBox *poll : {m_minPoll, m_maxPoll})
        poll->setSpecialValueText(tr("as the daemon does"));
    m_stratum->setObjectName(u"source-stratum"_s);
    m_stratum->setRange(1, 15);
    m_stratum->setValue(10);
    m_preview->setObjectName(u"source-lines"_s);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_form->addRow(tr("&Kind:"), m_kind);
    m_form->addRow(tr("&Address or name:"), m_address);
    m_form->addRow(QString(), m_iburst);
    m_form->addRow(QString(), m_prefer);
    m_form->addRow(tr("S&hortest interval, log2 s:"), m_minPoll);
    m_form->addRow(tr("&Longest interval, log2 s:"), m_maxPoll);
    m_form->addRow(tr("&Stratum:"), m_stratum);
    m_form->addRow(tr("In the file:"), m_preview);
    m_form->addRow(m_buttons);
}

void SourceDialog::connectFields()
{
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SourceDialog::showLines);
    connect(m_address, &QLineEdit::textChanged, this, &SourceDialog::showLines);
    connect(m_iburst, &QCheckBox::toggled, this, &SourceDialog::showLines);
    connect(m_prefer, &QCheckBox::toggled, this, &SourceDialog::showLines);
    for (QSpinBox *spin : {m_minPoll, m_maxPoll, m_stratum})
        connect(spin, &QSpinBox::valueChanged, this, &SourceDialog::showLines);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

bool SourceDialog::isLocalClock() const
{
    return m_kind->currentData().toString() == LocalClock;
}

QString SourceDialog::sourceName() const
{
    return isLocalClock() ? u"127.127.1.0"_s : m_address->text();
}

std::string SourceDialog::options() const
{
    QString result;
    if (m_iburst->isChecked() && m_kind->currentData().toString() != u"peer"_s)
        result += u" iburst"_s;
    if (m_prefer->isChecked())
        result += u" prefer"_s;
    if (m_minPoll->value() > m_minPoll->minimum())
        result += u" minpoll %1"_s.arg(m_minPoll->value());
    if (m_maxPoll->value() > m_maxPoll->minimum())
        result += u" maxpoll %1"_s.arg(m_maxPoll->value());
    return result.toStdString();
}

std::vector<std::string> SourceDialog::lines() const
{
    const std::string stratum = std::to_string(m_stratum->value());
    if (isLocalClock() && m_dialect == Dialect::Ntpsec)
        return {"refclock local stratum " + stratum};
    if (isLocalClock())
        return {"server 127.127.1.0", "fudge 127.127.1.0 stratum " + stratum};
    if (m_address->text().isEmpty())
        return {};
    return {m_kind->currentData().toString().toStdString() + ' ' + m_address->text().toStdString() +
            options()};
}

void SourceDialog::showLines()
{
    const bool local = isLocalClock();
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_address, m_iburst, m_prefer, m_minPoll, m_maxPoll}) {
        field->setVisible(!local);
        if (QWidget *label = m_form->labelForField(field))
            label->setVisible(!local);
    }
    m_stratum->setVisible(local);
    m_form->labelForField(m_stratum)->setVisible(local);
    QStringList shown;
    for (const std::string &line : lines())
        shown.append(QString::fromStdString(line));
    m_preview->setText(shown.isEmpty() ? u"\u2013"_s : shown.join(u'\n'));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!shown.isEmpty());
}

} // namespace noonmark::ui
