// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/restrictdialog.h"

#include "core/config/check.h"
#include "core/config/statement.h"
#include "core/wording/wording.h"
#include "ui/bytetext.h"
#include "ui/configurationsession.h"
#include "ui/linewords.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace noonmark::ui {

namespace {

constexpr std::size_t CheckedWhileTyping = 200'000;

QString toString(std::string_view word)
{
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

// "nomodify: lets these hosts ...": the box in front says the name already.
QString withoutName(const QString &sentence, const QString &name)
{
    const bool named = sentence.startsWith(name) && sentence.size() > name.size() + 1;
    return named && !sentence.at(name.size()).isLetterOrNumber() && !sentence.at(name.size()).isSpace()
               ? sentence.sliced(name.size() + 1).trimmed()
               : sentence;
}

// What a new line begins with: it serves time and nothing else.
RestrictLine sensibleLine()
{
    RestrictLine line;
    line.flags = AccessFlag::NoModify | AccessFlag::NoQuery;
    return line;
}

} // namespace

RestrictDialog::RestrictDialog(ConfigurationSession &session, std::optional<int> line, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_line(line)
    , m_kept(sensibleLine())
    , m_whomLabel(new QLabel(this))
    , m_whom(new QComboBox(this))
    , m_addressLabel(new QLabel(this))
    , m_address(new QLineEdit(this))
    , m_flagsLabel(new QLabel(this))
    , m_ntpPort(new QCheckBox(QStringLiteral("ntpport"), this))
    , m_ntpPortExplanation(new QLabel(this))
    , m_previewLabel(new QLabel(this))
    , m_preview(new QLineEdit(this))
    , m_findings(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("restrict-dialog"));
    layOut();
    if (line) {
        const auto &lines = session.whole().lines();
        const auto read = readRestrictLine(lines.at(static_cast<std::size_t>(*line - 1)), session.dialect());
        m_kept = read.value_or(m_kept);
    }
    fill(m_kept);
    retranslate();
    m_address->setFocus();
}

void RestrictDialog::layOut()
{
    auto *who = new QGridLayout;
    createWhom(*who);
    auto *flagArea = new QWidget(this);
    auto *flags = new QGridLayout(flagArea);
    createFlags(*flags);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(flagArea);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_preview->setReadOnly(true);
    m_preview->setObjectName(QStringLiteral("restrict-preview"));
    m_previewLabel->setBuddy(m_preview);
    m_findings->setObjectName(QStringLiteral("restrict-findings"));
    m_findings->setTextFormat(Qt::PlainText);
    m_findings->setWordWrap(true);
    m_findings->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_findings->setAlignment(Qt::AlignTop);
    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_cancel = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &RestrictDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &RestrictDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(who);
    layout->addWidget(m_flagsLabel);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_previewLabel);
    layout->addWidget(m_preview);
    layout->addWidget(m_findings);
    layout->addWidget(buttons);
    resize(660, 560);
}

void RestrictDialog::createWhom(QGridLayout &grid)
{
    using Whom = RestrictLine::Whom;
    for (const auto whom :
         {Whom::Addresses, Whom::Everybody, Whom::EverybodyV4, Whom::EverybodyV6, Whom::Sources})
        m_whom->addItem(QString(), static_cast<int>(whom));
    m_whom->setObjectName(QStringLiteral("restrict-whom"));
    m_address->setObjectName(QStringLiteral("restrict-address"));
    m_whomLabel->setBuddy(m_whom);
    m_addressLabel->setBuddy(m_address);
    grid.addWidget(m_whomLabel, 0, 0);
    grid.addWidget(m_whom, 0, 1);
    grid.addWidget(m_addressLabel, 1, 0);
    grid.addWidget(m_address, 1, 1);
    grid.setColumnStretch(1, 1);
    connect(m_whom, &QComboBox::currentIndexChanged, this, &RestrictDialog::showPreview);
    connect(m_address, &QLineEdit::textChanged, this, &RestrictDialog::showPreview);
}

void RestrictDialog::createFlags(QGridLayout &grid)
{
    for (const auto flag : offeredFlags(m_session.dialect())) {
        FlagBox row{flag, new QCheckBox(toString(config::accessFlagName(flag)), this), new QLabel(this)};
        row.box->setObjectName(QStringLiteral("flag-") + row.box->text());
        connect(row.box, &QCheckBox::toggled, this, &RestrictDialog::showPreview);
        m_flags.push_back(row);
    }
    m_ntpPort->setObjectName(QStringLiteral("flag-ntpport"));
    connect(m_ntpPort, &QCheckBox::toggled, this, &RestrictDialog::showPreview);
    int row = 0;
    const auto add = [&](QCheckBox *box, QLabel *explanation) {
        explanation->setTextFormat(Qt::PlainText);
        explanation->setWordWrap(true);
        grid.addWidget(box, row, 0, Qt::AlignTop);
        grid.addWidget(explanation, row++, 1);
    };
    for (const auto &flag : m_flags)
        add(flag.box, flag.explanation);
    add(m_ntpPort, m_ntpPortExplanation);
    grid.setColumnStretch(1, 1);
    grid.setRowStretch(row, 1);
}

void RestrictDialog::fill(const RestrictLine &line)
{
    m_whom->setCurrentIndex(m_whom->findData(static_cast<int>(line.whom)));
    const std::string mask = line.mask.empty() ? std::string() : " mask " + line.mask;
    m_address->setText(shownLine(line.address + mask));
    for (const auto &flag : m_flags)
        flag.box->setChecked((line.flags & flag.flag) != 0);
    m_ntpPort->setChecked(line.ntpPort);
}

RestrictLine RestrictDialog::value() const
{
    RestrictLine line = m_kept;
    line.whom = static_cast<RestrictLine::Whom>(m_whom->currentData().toInt());
    const QStringList words = m_address->text().simplified().split(QStringLiteral(" mask "));
    const bool addresses = line.whom == RestrictLine::Whom::Addresses;
    line.address = addresses ? bytesOf(words.value(0)) : std::string();
    line.mask = addresses ? bytesOf(words.value(1)) : std::string();
    for (const auto &flag : m_flags)
        line.flags = flag.box->isChecked() ? line.flags | flag.flag : line.flags & ~flag.flag;
    line.ntpPort = m_ntpPort->isChecked();
    return line;
}

config::Edits RestrictDialog::edits() const
{
    const RestrictLine line = value();
    if (!m_line)
        return config::addLines(m_session.whole(), {toText(line)});
    if (line == m_kept)
        return {};
    return config::replaceDirective(m_session.whole(), *m_line, toText(line));
}

void RestrictDialog::showPreview()
{
    const RestrictLine line = value();
    const bool addresses = line.whom == RestrictLine::Whom::Addresses;
    m_address->setEnabled(addresses);
    const bool complete = !addresses || !line.address.empty();
    m_preview->setText(complete ? shownLine(toText(line)) : QString());
    if (m_accept)
        m_accept->setEnabled(complete);
    const auto changes = edits();
    const bool checked = m_session.whole().bytes().size() <= CheckedWhileTyping;
    if (changes.empty() || !checked || !complete) {
        m_findings->clear();
        return;
    }
    const int number = m_line.value_or(lineOfEdits(m_session.whole(), changes));
    config::Document after = m_session.whole();
    after.apply(changes);
    m_findings->setText(findings(after, number));
}

QString RestrictDialog::findings(const config::Document &after, int line) const
{
    QStringList sentences;
    for (const auto &diagnostic : config::check(after, m_session.dialect()))
        if (after.lineAt(diagnostic.range.offset).number == line)
            //: A sign such as "!" and what is wrong with the line
            sentences.append(
                tr("%1 %2").arg(sign(meaningOf(diagnostic.severity)), wording::sentence(diagnostic)));
    return sentences.join(u'\n');
}

void RestrictDialog::accept()
{
    const auto changes = edits();
    const int line = m_line.value_or(lineOfEdits(m_session.whole(), changes));
    m_session.pushWhole(changes, m_line ? tr("Change a restrict line") : tr("Add a restrict line"));
    m_session.setCurrentLineOfWhole(line);
    QDialog::accept();
}

void RestrictDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void RestrictDialog::retranslate()
{
    setWindowTitle(m_line ? tr("Change a restrict line") : tr("Add a restrict line"));
    m_whomLabel->setText(tr("&Whom:", "whom a restrict line is about"));
    const std::array whom{tr("A host or a network"), tr("Everybody else (IPv4 and IPv6)"),
                          tr("Everybody else over IPv4"), tr("Everybody else over IPv6"),
                          tr("The servers that this file takes time from")};
    for (std::size_t i = 0; i < whom.size(); ++i)
        m_whom->setItemText(static_cast<int>(i), whom[i]);
    m_addressLabel->setText(tr("A&ddress:"));
    m_address->setPlaceholderText(tr("192.168.31.0/24 or 192.168.31.7"));
    m_flagsLabel->setText(tr("Without a flag everything is allowed. Each flag takes something away:"));
    for (const auto &flag : m_flags) {
        flag.explanation->setText(withoutName(wording::explanationOfFlag(flag.flag), flag.box->text()));
        flag.box->setAccessibleDescription(flag.explanation->text());
    }
    const QString ntpPort = wording::explanationOfOption("restrict", "ntpport");
    m_ntpPortExplanation->setText(withoutName(ntpPort, m_ntpPort->text()));
    m_previewLabel->setText(tr("&Line that is written:"));
    m_accept->setText(m_line ? tr("&Change") : tr("&Add"));
    m_cancel->setText(tr("Cancel"));
    showPreview();
}

} // namespace noonmark::ui
