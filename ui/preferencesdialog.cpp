// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferencesdialog.h"

#include "ui/settings.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

PreferencesDialog::PreferencesDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_days(new QSpinBox(this))
    , m_megabytes(new QSpinBox(this))
    , m_tray(new QCheckBox(this))
{
    setObjectName(u"preferences"_s);
    setWindowTitle(tr("Preferences"));
    m_days->setObjectName(u"preferences-days"_s);
    m_days->setRange(1, 3650);
    m_days->setValue(settings.value(Setting::HistoryDays).toInt());
    m_megabytes->setObjectName(u"preferences-megabytes"_s);
    m_megabytes->setRange(16, 65'536);
    m_megabytes->setValue(settings.value(Setting::HistoryMegabytes).toInt());
    m_tray->setObjectName(u"preferences-tray"_s);
    m_tray->setText(tr("Show the verdict in the &tray of the desktop"));
    m_tray->setChecked(settings.value(Setting::TrayIcon).toBool());
    auto *note =
        new QLabel(tr("After this time, or when the file has this size, the oldest single measurements "
                      "go; what they were on the whole stays for at least 400 days."),
                   this);
    note->setWordWrap(true);
    QPalette faint = note->palette();
    faint.setColor(QPalette::WindowText, quiet(palette()));
    note->setPalette(faint);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *form = new QFormLayout(this);
    form->addRow(tr("Keep every measurement for, &days:"), m_days);
    form->addRow(tr("Largest &size of the history, MB:"), m_megabytes);
    form->addRow(note);
    form->addRow(m_tray);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PreferencesDialog::accept()
{
    m_settings.setValue(Setting::HistoryDays, m_days->value());
    m_settings.setValue(Setting::HistoryMegabytes, m_megabytes->value());
    m_settings.setValue(Setting::TrayIcon, m_tray->isChecked());
    QDialog::accept();
}

} // namespace noonmark::ui
