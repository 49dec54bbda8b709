// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lineform.h"

#include "core/wording/wording.h"
#include "ui/bytetext.h"
#include "ui/configurationsession.h"
#include "ui/linereadings.h"
#include "ui/linewords.h"
#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <utility>

namespace noonmark::ui {

namespace {

constexpr int FlagColumns = 3;
constexpr int ValueColumns = 2;

QString toString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

const config::DirectiveSpec *directiveOf(const config::Line *line)
{
    const bool readable =
        line && (line->kind == config::LineKind::Directive || line->kind == config::LineKind::Disabled);
    return readable ? config::findDirective(line->keyword()) : nullptr;
}

bool isWide(config::ArgumentType type)
{
    return type == config::ArgumentType::Path || type == config::ArgumentType::Text ||
           type == config::ArgumentType::Address || type == config::ArgumentType::HostName;
}

int bound(const std::optional<double> &limit, int otherwise)
{
    return limit ? static_cast<int>(*limit) : otherwise;
}

} // namespace

LineForm::LineForm(ConfigurationSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_readings(LineReadings::of(session))
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_departure(new QLabel(this))
    , m_help(new QLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    for (QLabel *label : {m_title, m_explanation, m_departure, m_help}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        m_layout->addWidget(label);
    }
    m_departure->setObjectName(QStringLiteral("line-departure"));
    m_help->setForegroundRole(QPalette::PlaceholderText);
    m_help->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_help->setAlignment(Qt::AlignTop);
    m_layout->addStretch(1);
    m_layout->setContentsMargins(8, 8, 8, 8);
    connect(&session, &ConfigurationSession::documentChanged, this, &LineForm::follow);
    connect(&session, &ConfigurationSession::typed, this, &LineForm::follow);
    connect(&session, &ConfigurationSession::currentLineChanged, this, &LineForm::follow);
    connect(&session, &ConfigurationSession::dialectChanged, this, &LineForm::follow);
    connect(&m_readings, &LineReadings::changed, this, &LineForm::showDeparture);
    rebuild();
}

const config::Line *LineForm::line() const
{
    const auto &lines = m_session.document().lines();
    const int number = m_session.currentLine();
    return number >= 1 && number <= static_cast<int>(lines.size()) ? &lines[std::size_t(number) - 1]
                                                                   : nullptr;
}

void LineForm::follow()
{
    const auto *directive = directiveOf(line());
    const std::string keyword = directive ? std::string(directive->name) : std::string();
    const bool sameForm = keyword == m_keyword && m_session.dialect() == m_dialect;
    if (std::exchange(m_lineNumber, m_session.currentLine()) != m_lineNumber)
        for (auto &field : m_fields)
            field.mergeId = m_session.nextMergeId();
    if (sameForm)
        refresh();
    else
        rebuild();
}

void LineForm::retranslate()
{
    rebuild();
}

void LineForm::rebuild()
{
    const auto *directive = directiveOf(line());
    m_keyword = directive ? std::string(directive->name) : std::string();
    m_dialect = m_session.dialect();
    m_lineNumber = m_session.currentLine();
    m_fields.clear();
    m_explanations.clear();
    m_help->clear();
    // Not deleted at once: a signal of one of its children may be what brought us here.
    if (m_body) {
        m_body->hide();
        m_body->deleteLater();
    }
    m_body = new QWidget(this);
    m_layout->insertWidget(3, m_body);
    auto *rows = new QVBoxLayout(m_body);
    rows->setContentsMargins(0, 0, 0, 0);
    m_textLabel = new QLabel(m_body);
    m_text = new QLineEdit(m_body);
    m_text->setObjectName(QStringLiteral("line-text"));
    m_text->installEventFilter(this);
    m_textLabel->setBuddy(m_text);
    connect(m_text, &QLineEdit::editingFinished, this, &LineForm::commitText);
    auto *textRow = new QHBoxLayout;
    textRow->addWidget(m_textLabel);
    textRow->addWidget(m_text, 1);
    rows->addLayout(textRow);
    const bool hasText = !directive || directive->argument != config::ArgumentType::None;
    m_textLabel->setVisible(hasText);
    m_text->setVisible(hasText);
    m_textLabel->setText(argumentLabel());
    if (directive)
        createOptions(*directive);
    orderFields();
    refresh();
}

void LineForm::setTabPredecessor(QWidget &widget)
{
    m_tabPredecessor = &widget;
    orderFields();
}

// Widgets made later would come last in the whole window.
void LineForm::orderFields()
{
    if (!m_tabPredecessor)
        return;
    setTabOrder(m_tabPredecessor, m_text);
    QWidget *last = m_text;
    for (const auto &field : m_fields) {
        for (QWidget *next : {static_cast<QWidget *>(field.box), field.value}) {
            if (next)
                setTabOrder(std::exchange(last, next), next);
        }
    }
}

QString LineForm::argumentLabel() const
{
    const auto *directive = directiveOf(line());
    if (!directive)
        return tr("Te&xt:", "label of a field that holds a whole line of the file");
    switch (directive->argument) {
    case config::ArgumentType::Address:
        return tr("Addre&ss:");
    case config::ArgumentType::HostName:
        return tr("Name or addre&ss:");
    case config::ArgumentType::Path:
        return tr("&Path:");
    case config::ArgumentType::Number:
    case config::ArgumentType::Integer:
        return tr("Num&ber:");
    case config::ArgumentType::KeyList:
        return tr("&Keys:");
    default:
        return tr("Va&lue:");
    }
}

void LineForm::createOptions(const config::DirectiveSpec &directive)
{
    auto *flags = new QGridLayout;
    auto *values = new QGridLayout;
    int flagPlace = 0;
    int valuePlace = 0;
    const auto *present = line();
    for (const auto &option : directive.options) {
        const bool known = option.dialects.contains(m_dialect);
        const bool twice = std::any_of(m_fields.begin(), m_fields.end(),
                                       [&](const Field &field) { return field.spec.name == option.name; });
        if (twice || (!known && !optionValue(*present, directive, option.name)))
            continue;
        if (option.type == config::ArgumentType::None) {
            createFlag(*flags, option, flagPlace++);
            continue;
        }
        if (isWide(option.type))
            valuePlace += valuePlace % ValueColumns;
        createValue(*values, option, valuePlace);
        valuePlace += isWide(option.type) ? ValueColumns : 1;
    }
    flags->setVerticalSpacing(2);
    values->setVerticalSpacing(4);
    flags->setColumnStretch(FlagColumns, 1);
    values->setColumnStretch(2 * ValueColumns, 1);
    auto *rows = static_cast<QVBoxLayout *>(m_body->layout());
    rows->addLayout(flags);
    rows->addLayout(values);
}

void LineForm::createFlag(QGridLayout &grid, const config::OptionSpec &option, int place)
{
    auto *box = new QCheckBox(toString(option.name), m_body);
    grid.addWidget(box, place / FlagColumns, place % FlagColumns);
    m_fields.push_back({option, box, nullptr, m_session.nextMergeId()});
    explain(box, option);
    connectField(m_fields.size() - 1);
}

void LineForm::createValue(QGridLayout &grid, const config::OptionSpec &option, int place)
{
    auto *box = new QCheckBox(toString(option.name), m_body);
    QWidget *value = valueEditor(option);
    const int row = place / ValueColumns;
    const int column = 2 * (place % ValueColumns);
    grid.addWidget(box, row, column);
    grid.addWidget(value, row, column + 1, 1, isWide(option.type) ? 2 * ValueColumns - 1 : 1);
    m_fields.push_back({option, box, value, m_session.nextMergeId()});
    explain(box, option);
    explain(value, option);
    connectField(m_fields.size() - 1);
}

QWidget *LineForm::valueEditor(const config::OptionSpec &option)
{
    switch (option.type) {
    case config::ArgumentType::Integer:
    case config::ArgumentType::Boolean: {
        const bool boolean = option.type == config::ArgumentType::Boolean;
        auto *spin = new QSpinBox(m_body);
        spin->setRange(bound(option.lowest, 0),
                       bound(option.highest, boolean ? 1 : std::numeric_limits<int>::max()));
        spin->setKeyboardTracking(false);
        spin->setAlignment(Qt::AlignRight);
        spin->setMinimumWidth(fontMetrics().horizontalAdvance(u'0') * 10);
        spin->setMaximumWidth(fontMetrics().horizontalAdvance(u'0') * 14);
        return spin;
    }
    case config::ArgumentType::Keyword: {
        auto *choice = new QComboBox(m_body);
        choice->addItems(toString(option.choices).split(u' ', Qt::SkipEmptyParts));
        return choice;
    }
    default:
        return new QLineEdit(m_body);
    }
}

void LineForm::explain(QWidget *widget, const config::OptionSpec &option)
{
    const QString sentence = wording::explanationOfOption(m_keyword, option.name);
    widget->setToolTip(plainToolTip(sentence));
    widget->setWhatsThis(plainToolTip(sentence));
    widget->setAccessibleName(toString(option.name));
    widget->setAccessibleDescription(sentence);
    widget->setObjectName(QStringLiteral("option-") + toString(option.name));
    m_explanations.insert(widget, sentence);
    widget->installEventFilter(this);
}

void LineForm::connectField(std::size_t index)
{
    const Field &field = m_fields[index];
    connect(field.box, &QCheckBox::clicked, this, [this, index](bool on) { switchOption(index, on); });
    if (auto *spin = qobject_cast<QSpinBox *>(field.value))
        connect(spin, &QSpinBox::valueChanged, this, [this, index] { commitOption(index); });
    else if (auto *choice = qobject_cast<QComboBox *>(field.value))
        connect(choice, &QComboBox::textActivated, this, [this, index] { commitOption(index); });
    else if (auto *text = qobject_cast<QLineEdit *>(field.value))
        connect(text, &QLineEdit::editingFinished, this, [this, index] { commitOption(index); });
}

void LineForm::refresh()
{
    const auto *present = line();
    const auto *directive = directiveOf(present);
    m_refreshing = true;
    m_body->setEnabled(present != nullptr);
    m_title->setText(directive ? toString(directive->name) : tr("Line %1").arg(m_session.currentLine()));
    m_explanation->setText(directive ? wording::explanationOfDirective(directive->name) : QString());
    m_explanation->setVisible(!m_explanation->text().isEmpty());
    showDeparture();
    const auto &document = m_session.document();
    const QString text = !present    ? QString()
                         : directive ? shownLine(argumentOf(document, *present, *directive).text)
                                     : shownLine(document.text(present->range));
    // Setting it also ends the field's own undo: what is in the file is taken back by the file's.
    if (m_text->text() != text || m_text->isUndoAvailable()) {
        m_text->setText(text);
        m_text->setCursorPosition(0);
    }
    for (const auto &field : m_fields)
        showValue(field, directive ? optionValue(*present, *directive, field.spec.name) : std::nullopt);
    m_refreshing = false;
}

void LineForm::showDeparture()
{
    const QString departure = m_readings.departure(m_session.currentLine());
    m_departure->setText(departure.isEmpty() ? QString() : QStringLiteral("\u2260 ") + departure);
    m_departure->setVisible(!departure.isEmpty());
}

void LineForm::showValue(const Field &field, const std::optional<std::string> &value)
{
    field.box->setChecked(value.has_value());
    const QString text = toString(value.value_or(std::string(field.spec.defaultValue)));
    if (auto *spin = qobject_cast<QSpinBox *>(field.value)) {
        bool isNumber = false;
        const int number = text == QStringLiteral("true") ? 1 : text.toInt(&isNumber);
        // What the file says is shown, also when it should not say that.
        spin->setRange(std::min(spin->minimum(), number), std::max(spin->maximum(), number));
        spin->setValue(number);
    } else if (auto *choice = qobject_cast<QComboBox *>(field.value)) {
        choice->setCurrentIndex(std::max(0, choice->findText(text)));
    } else if (auto *edit = qobject_cast<QLineEdit *>(field.value)) {
        edit->setPlaceholderText(toString(field.spec.defaultValue));
        const QString present = value ? toString(*value) : QString();
        if (edit->text() != present || edit->isUndoAvailable())
            edit->setText(present);
    }
}

std::string LineForm::valueOf(const Field &field) const
{
    if (const auto *spin = qobject_cast<const QSpinBox *>(field.value))
        return std::to_string(spin->value());
    if (const auto *choice = qobject_cast<const QComboBox *>(field.value))
        return choice->currentText().toStdString();
    const auto *edit = qobject_cast<const QLineEdit *>(field.value);
    return edit ? edit->text().trimmed().toStdString() : std::string();
}

void LineForm::switchOption(std::size_t index, bool on)
{
    const Field &field = m_fields[index];
    const auto &document = m_session.document();
    const int number = m_session.currentLine();
    if (!on) {
        push(config::removeOption(document, number, field.spec.name), 0);
        return;
    }
    if (!field.value) {
        push(config::addFlag(document, number, field.spec.name), 0);
        return;
    }
    const std::string value = valueOf(field).empty() ? std::string(field.spec.defaultValue) : valueOf(field);
    if (!value.empty())
        push(config::setOption(document, number, field.spec.name, value), 0);
    else
        field.value->setFocus(); // nothing to write yet: the box stays when there is a value
}

void LineForm::commitOption(std::size_t index)
{
    const auto *present = line();
    const auto *directive = directiveOf(present);
    if (m_refreshing || !directive || index >= m_fields.size())
        return;
    const Field &field = m_fields[index];
    const std::string value = valueOf(field);
    const auto before = optionValue(*present, *directive, field.spec.name);
    if (value == before.value_or(std::string()))
        return;
    const auto &document = m_session.document();
    if (value.empty())
        push(config::removeOption(document, present->number, field.spec.name), field.mergeId);
    else
        push(config::setOption(document, present->number, field.spec.name, value), field.mergeId);
}

void LineForm::commitText()
{
    const auto *present = line();
    if (m_refreshing || !present)
        return;
    const std::string text = bytesOf(m_text->text());
    const auto &document = m_session.document();
    if (const auto *directive = directiveOf(present)) {
        if (argumentOf(document, *present, *directive).text != text)
            push(setArgument(document, *present, *directive, text), 0);
    } else if (document.text(present->range) != text) {
        push({{present->range, text}}, 0);
    }
}

void LineForm::push(config::Edits edits, int mergeId)
{
    m_session.push(std::move(edits), tr("Change line %1").arg(m_session.currentLine()), mergeId);
    refresh();
}

void LineForm::focusFirstField()
{
    if (!m_text->isHidden())
        m_text->setFocus();
    else if (!m_fields.empty())
        m_fields.front().box->setFocus();
}

bool LineForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn)
        m_help->setText(m_explanations.value(watched));
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto *edit = qobject_cast<QLineEdit *>(watched);
        const bool nothingTyped = edit ? !edit->isUndoAvailable() && !edit->isRedoAvailable()
                                       : qobject_cast<QSpinBox *>(watched) != nullptr;
        if (nothingTyped && (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))) {
            // The field has nothing of its own to take back: then the file's undo is meant.
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace noonmark::ui
