// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keydialog.h"

#include "core/system/systemrandom.h"
#include "core/wording/wording.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

KeyDialog::KeyDialog(const config::Document &keys, std::optional<config::KeyLine> line, QWidget *parent)
    : QDialog(parent)
    , m_keys(keys)
    , m_line(std::move(line))
    , m_number(new QSpinBox(this))
    , m_type(new QComboBox(this))
    , m_value(new QLineEdit(this))
    , m_comment(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"key-dialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_line ? tr("Change a key") : tr("Add a key"));
    createForm();
    fill();
    for (QLineEdit *field : {m_value, m_comment})
        connect(field, &QLineEdit::textChanged, this, &KeyDialog::showProblem);
    connect(m_number, &QSpinBox::valueChanged, this, &KeyDialog::showProblem);
    connect(m_type, &QComboBox::currentTextChanged, this, &KeyDialog::showProblem);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showProblem();
}

void KeyDialog::createForm()
{
    m_number->setObjectName(u"key-number"_s);
    m_number->setRange(1, 65535);
    m_type->setObjectName(u"key-type"_s);
    for (const std::string_view name : config::keyTypes())
        m_type->addItem(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
    m_value->setObjectName(u"key-value"_s);
    m_value->setEchoMode(QLineEdit::Password);
    m_value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_value->setMinimumWidth(fontMetrics().averageCharWidth() * 48);
    m_comment->setObjectName(u"key-comment"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *shown = new QCheckBox(tr("&Show it"), this);
    shown->setObjectName(u"key-show"_s);
    connect(shown, &QCheckBox::toggled, this, [this](bool isShown) {
        m_value->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    });
    auto *fresh = new QPushButton(tr("&Generate"), this);
    fresh->setObjectName(u"key-generate"_s);
    fresh->setAutoDefault(false);
    fresh->setToolTip(tr("A new value from the system's source of chance, as long as the type wants"));
    connect(fresh, &QPushButton::clicked, this, &KeyDialog::generate);
    auto *value = new QHBoxLayout;
    value->addWidget(m_value, 1);
    value->addWidget(shown);
    value->addWidget(fresh);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Number:"), m_number);
    form->addRow(tr("&Type:"), m_type);
    form->addRow(tr("&Value:"), value);
    form->addRow(tr("&Comment:"), m_comment);
    form->addRow(m_problem);
    form->addRow(m_buttons);
    static_cast<QLabel *>(form->labelForField(value))->setBuddy(m_value);
}

void KeyDialog::fill()
{
    if (!m_line) {
        m_number->setValue(config::freeKeyNumber(m_keys));
        connect(m_type, &QComboBox::activated, this, &KeyDialog::generate);
        generate();
        return;
    }
    m_number->setValue(m_line->key().value_or(config::freeKeyNumber(m_keys)));
    const QString type = wording::plain(m_line->type.text);
    if (m_type->findText(type) < 0)
        m_type->insertItem(0, type);
    m_type->setCurrentText(type);
    m_value->setText(wording::plain(m_line->value.text));
    if (m_line->comment)
        m_comment->setText(wording::plain(std::string(m_keys.text(*m_line->comment))).mid(1).trimmed());
}

void KeyDialog::generate()
{
    Random random = system::systemRandom();
    const std::string type = m_type->currentText().toStdString();
    // A type that no new key should have gets as many digits as the value has now.
    const std::string line = config::newKeyLine(m_number->value(), type, random);
    const std::string known =
        line.empty() ? config::newKeyLine(m_number->value(), "AES128CMAC", random) : line;
    m_value->setText(QString::fromStdString(known.substr(known.rfind(' ') + 1)));
}

int KeyDialog::number() const
{
    return m_number->value();
}

std::string KeyDialog::lineText() const
{
    std::string text = std::to_string(number()) + ' ' + m_type->currentText().toStdString() + ' ' +
                       m_value->text().toStdString();
    if (!m_comment->text().isEmpty())
        text += " # " + m_comment->text().toStdString();
    return text;
}

config::Edits KeyDialog::edits() const
{
    if (!m_line)
        return config::addKey(m_keys, lineText());
    config::Edits edits;
    const auto replace = [&edits](const config::KeyField &field, const std::string &text) {
        if (field.text != text)
            edits.push_back({field.range, text});
    };
    replace(m_line->number, std::to_string(number()));
    replace(m_line->type, m_type->currentText().toStdString());
    replace(m_line->value, m_value->text().toStdString());
    const QString before = m_line->comment
                               ? wording::plain(std::string(m_keys.text(*m_line->comment))).mid(1).trimmed()
                               : QString();
    if (m_comment->text() != before) {
        const auto comment = config::setKeyComment(m_keys, *m_line, m_comment->text().toStdString());
        edits.insert(edits.end(), comment.begin(), comment.end());
    }
    return edits;
}

// What would be found in the line, and whether it may be a line at all.
void KeyDialog::showProblem()
{
    QStringList sentences;
    const bool isValue = config::isKeyValue(m_value->text().toStdString());
    if (!isValue)
        sentences += tr("Up to 20 characters without blanks and “#”, or 21 to 64 hexadecimal digits.");
    const auto lines = config::keyLines(m_keys);
    const bool isTaken = std::ranges::any_of(lines, [this](const config::KeyLine &other) {
        return other.key() == number() && !(m_line && m_line->line == other.line);
    });
    if (isTaken)
        sentences += tr("There is a key with this number already.");
    if (isValue) {
        for (const config::Diagnostic &found : config::checkKeys(config::Document(lineText())))
            sentences += u"%1 %2"_s.arg(sign(meaningOf(found.severity)), wording::sentence(found));
    }
    m_problem->setText(sentences.join(u'\n'));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isValue && !isTaken);
}

} // namespace noonmark::ui
