// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exportpage.h"

#include "core/system/hostaddresses.h"
#include "core/system/privilegedfile.h"
#include "core/wording/wording.h"
#include "ui/bytetext.h"
#include "ui/configurationsession.h"
#include "ui/icons.h"
#include "ui/tables.h"
#include "ui/whenseen.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

using exports::ClientFormat;

constexpr int OwnFile = -1;

Result<QByteArray> writeOver(const QString &path, const QByteArray &bytes)
{
    QByteArray seenHash;
    if (QFileInfo::exists(path)) {
        auto present = system::readFile(path);
        if (!present)
            return tl::unexpected(present.error());
        seenHash = present->hash;
    }
    return system::replaceFile(path, bytes, seenHash);
}

} // namespace

ExportPage::ExportPage(ConfigurationSession &session, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_formatLabel(new QLabel(this))
    , m_formats(new QListWidget(this))
    , m_mastersLabel(new QLabel(this))
    , m_masters(new QLineEdit(this))
    , m_dialectLabel(new QLabel(this))
    , m_dialect(new QComboBox(this))
    , m_place(new QLabel(this))
    , m_previewLabel(new QLabel(this))
    , m_preview(new QPlainTextEdit(this))
    , m_copy(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_done(new QLabel(this))
{
    createFields();
    layOut();
    new WhenSeen(session, *this, [this] { showContents(); });
    connect(m_formats, &QListWidget::currentRowChanged, this, &ExportPage::showContents);
    connect(m_masters, &QLineEdit::textChanged, this, &ExportPage::showContents);
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &ExportPage::showContents);
    connect(m_copy, &QPushButton::clicked, this, &ExportPage::copy);
    connect(m_save, &QPushButton::clicked, this, &ExportPage::saveAs);
    retranslate();
}

QIcon ExportPage::icon() const
{
    return ui::icon("export"_L1);
}

void ExportPage::createFields()
{
    for (const int format : {int(ClientFormat::NtpConf), int(ClientFormat::ChronyConf),
                             int(ClientFormat::Timesyncd), int(ClientFormat::StepTickers), OwnFile}) {
        auto *item = new QListWidgetItem(m_formats);
        item->setData(Qt::UserRole, format);
    }
    m_formats->setObjectName(u"export-formats"_s);
    m_formats->setItemDelegate(new RowDelegate(m_formats));
    m_formats->setCurrentRow(0);
    m_masters->setObjectName(u"export-masters"_s);
    // One address only: two of one machine would look like two servers to a client.
    m_masters->setText(system::hostAddresses().value(0));
    for (const auto dialect : {Dialect::Ntpd, Dialect::Ntpsec})
        m_dialect->addItem(wording::name(dialect), static_cast<int>(dialect));
    m_dialect->setObjectName(u"export-dialect"_s);
    m_preview->setObjectName(u"export-preview"_s);
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_copy->setObjectName(u"export-copy"_s);
    m_copy->setIcon(ui::icon("copy"_L1));
    m_save->setObjectName(u"export-save"_s);
    m_save->setIcon(ui::icon("save"_L1));
    m_formatLabel->setBuddy(m_formats);
    m_mastersLabel->setBuddy(m_masters);
    m_dialectLabel->setBuddy(m_dialect);
    m_previewLabel->setBuddy(m_preview);
    for (QLabel *label : {m_place, m_done}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
}

void ExportPage::layOut()
{
    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    left->addWidget(m_formatLabel);
    left->addWidget(m_formats);
    left->addSpacing(8);
    left->addWidget(m_mastersLabel);
    left->addWidget(m_masters);
    left->addSpacing(8);
    left->addWidget(m_dialectLabel);
    left->addWidget(m_dialect);
    left->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addWidget(m_done, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(4);
    right->addWidget(m_previewLabel);
    right->addWidget(m_preview, 1);
    right->addWidget(m_place);
    right->addLayout(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(16);
    layout->addLayout(left, 2);
    layout->addLayout(right, 5);
}

void ExportPage::retranslate()
{
    m_formatLabel->setText(tr("&What:", "which file is exported"));
    m_mastersLabel->setText(tr("&Addresses of this master:"));
    m_masters->setToolTip(tr("Names or addresses that the clients shall ask, with blanks between them"));
    m_masters->setPlaceholderText(tr("192.168.31.1 ntp.example"));
    m_dialectLabel->setText(tr("Clients &run:", "in front of the name of a dialect of ntp.conf"));
    m_previewLabel->setText(tr("&Preview:"));
    m_copy->setText(tr("&Copy"));
    m_copy->setToolTip(tr("Copy the file to the clipboard"));
    m_save->setText(tr("&Save as…"));
    m_save->setToolTip(tr("Write the file to this machine's disk"));
    m_preview->setAccessibleName(tr("Preview of the exported file"));
    m_done->clear();
    for (int i = 0; i < m_dialect->count(); ++i)
        m_dialect->setItemText(i, wording::name(static_cast<Dialect>(m_dialect->itemData(i).toInt())));
    fillFormats();
    showContents();
}

void ExportPage::fillFormats()
{
    for (int i = 0; i < m_formats->count(); ++i) {
        QListWidgetItem *item = m_formats->item(i);
        const int format = item->data(Qt::UserRole).toInt();
        item->setText(format == OwnFile
                          ? tr("This master's own file")
                          //: %1 is a file name such as "chrony.conf"
                          : tr("%1 for clients").arg(exports::fileName(static_cast<ClientFormat>(format))));
    }
    const int rows = m_formats->count() * m_formats->sizeHintForRow(0);
    m_formats->setFixedHeight(rows + 2 * m_formats->frameWidth());
}

std::optional<ClientFormat> ExportPage::format() const
{
    const QListWidgetItem *item = m_formats->currentItem();
    const int format = item ? item->data(Qt::UserRole).toInt() : OwnFile;
    return format == OwnFile ? std::nullopt : std::optional(static_cast<ClientFormat>(format));
}

QStringList ExportPage::masters() const
{
    static const QRegularExpression separators(u"[\\s,;，；、]+"_s);
    return m_masters->text().split(separators, Qt::SkipEmptyParts);
}

QByteArray ExportPage::contents() const
{
    const auto wanted = format();
    if (!wanted)
        return m_session.bytes();
    exports::ClientKit kit;
    kit.masters = masters();
    kit.dialect = static_cast<Dialect>(m_dialect->currentData().toInt());
    kit.isolatedMaster = m_session.sourceMode() == config::SourceMode::Isolated;
    return exports::clientFile(kit, *wanted);
}

void ExportPage::showContents()
{
    const auto wanted = format();
    const QStringList hosts = masters();
    const auto wrong = std::find_if_not(hosts.begin(), hosts.end(), exports::isHost);
    const bool ready = !wanted || (!hosts.isEmpty() && wrong == hosts.end());
    m_masters->setEnabled(wanted.has_value());
    m_dialect->setEnabled(wanted == ClientFormat::NtpConf);
    m_copy->setEnabled(ready);
    m_save->setEnabled(ready);
    m_preview->setPlainText(ready ? shownText(contents().toStdString()) : QString());
    if (!wanted)
        m_place->setText(tr("The file as it stands in the editor, with all its comments."));
    else if (hosts.isEmpty())
        m_place->setText(tr("Type at least one address at which clients reach this master."));
    else if (wrong != hosts.end())
        m_place->setText(tr("“%1” is neither an address nor a host name.").arg(*wrong));
    else
        //: %1 is a path on another machine
        m_place->setText(tr("On each client this file goes to %1.").arg(exports::defaultPath(*wanted)));
    m_done->clear();
}

void ExportPage::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(contents()));
    m_done->setText(tr("Copied."));
}

QString ExportPage::suggestedName() const
{
    const auto wanted = format();
    return wanted ? exports::fileName(*wanted) : QFileInfo(m_session.path()).fileName();
}

void ExportPage::saveAs()
{
    auto *dialog = new QFileDialog(this, tr("Save the exported file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName());
    connect(dialog, &QFileDialog::fileSelected, this, &ExportPage::saveTo);
    dialog->open();
}

void ExportPage::saveTo(const QString &path)
{
    const auto written = writeOver(path, contents());
    if (!written) {
        emit problemOccurred(saying(written.error()));
        return;
    }
    //: %1 is the path of a file
    m_done->setText(tr("Saved as %1.").arg(path));
}

} // namespace noonmark::ui
