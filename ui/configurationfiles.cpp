// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configurationfiles.h"

#include "core/wording/wording.h"
#include "ui/configurationsession.h"
#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/tables.h"
#include "ui/theme.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

enum Column
{
    NameColumn,
    FindingColumn
};

constexpr int FileRole = Qt::UserRole;
constexpr int RowsShown = 6;

// Our symbols in their pressed state have the colour of a selection, and an open branch counts as pressed.
class FileDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_Open;
    }
};

std::optional<config::Severity> worstOf(const std::vector<config::Diagnostic> &diagnostics)
{
    const auto worst = std::ranges::max_element(diagnostics, {}, &config::Diagnostic::severity);
    return worst == diagnostics.end() ? std::nullopt : std::optional(worst->severity);
}

} // namespace

ConfigurationFiles::ConfigurationFiles(ConfigurationSession &session, QWidget *parent)
    : QTreeWidget(parent)
    , m_session(session)
{
    setObjectName(u"configuration-files"_s);
    setColumnCount(2);
    makeDense(*this);
    setItemDelegate(new FileDelegate(this));
    setHeaderHidden(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(FindingColumn, QHeaderView::ResizeToContents);
    connect(&session, &ConfigurationSession::filesChanged, this, &ConfigurationFiles::readFiles);
    connect(&session, &ConfigurationSession::fileChanged, this, &ConfigurationFiles::showStates);
    connect(&session, &ConfigurationSession::documentChanged, this, &ConfigurationFiles::showStates);
    connect(&session, &ConfigurationSession::currentFileChanged, this, &ConfigurationFiles::followFile);
    connect(this, &QTreeWidget::currentItemChanged, this, &ConfigurationFiles::choose);
    connect(this, &QTreeWidget::itemActivated, this, &ConfigurationFiles::choose);
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        if (item == currentItem())
            choose(item); // the keys file can be opened again and again
    });
    readFiles();
}

void ConfigurationFiles::retranslate()
{
    setAccessibleName(tr("Files of the configuration"));
    setHeaderLabels({tr("File"), tr("Findings")}); // for those who hear the columns
    showStates();
}

QSize ConfigurationFiles::sizeHint() const
{
    const int rows = std::clamp(static_cast<int>(m_items.size()), 1, RowsShown);
    const int height = m_items.isEmpty() ? 20 : sizeHintForRow(0);
    return {QTreeWidget::sizeHint().width(), rows * height + 2 * frameWidth()};
}

void ConfigurationFiles::readFiles()
{
    QTreeWidget::clear();
    m_items.clear();
    for (int i = 0; i < m_session.fileCount(); ++i) {
        const int parent = m_session.parentOf(i);
        auto *item =
            parent < 0 || parent >= i ? new QTreeWidgetItem(this) : new QTreeWidgetItem(m_items.at(parent));
        item->setData(NameColumn, FileRole, i);
        m_items.append(item);
    }
    expandAll();
    setVisible(m_session.fileCount() > 1);
    showStates();
    followFile();
    updateGeometry();
}

void ConfigurationFiles::showStates()
{
    if (m_items.size() != m_session.fileCount())
        return; // the files are being exchanged
    for (int i = 0; i < m_session.fileCount(); ++i)
        showState(*m_items.at(i), i);
}

void ConfigurationFiles::showState(QTreeWidgetItem &item, int file)
{
    const EditedFile &edited = m_session.file(file);
    const bool isKeys = edited.role() == config::FileRole::Keys;
    const bool isOut = file > 0 && m_session.parentOf(file) < 0;
    const QString name = QFileInfo(edited.path()).fileName();
    //: Name of a file with changes that are not saved. %1: the name
    item.setText(NameColumn, edited.isModified() ? tr("%1 *").arg(name) : name);
    item.setIcon(NameColumn, ui::icon(isKeys ? "keys"_L1 : "configuration"_L1));
    QString tip = edited.path();
    if (isKeys)
        tip += u'\n' + tr("Symmetric keys: opens their editor");
    else if (edited.role() == config::FileRole::DropIn)
        tip += u'\n' + tr("Read from the folder ntp.d behind the main file");
    if (isOut)
        tip += u'\n' + tr("No longer included, but not saved yet");
    item.setToolTip(NameColumn, plainToolTip(tip));
    const auto worst = worstOf(edited.diagnostics);
    item.setText(FindingColumn,
                 worst ? u"%1 %2"_s.arg(sign(meaningOf(*worst))).arg(edited.diagnostics.size()) : QString());
    item.setToolTip(FindingColumn, tr("%n finding(s)", nullptr, static_cast<int>(edited.diagnostics.size())));
    if (worst)
        item.setForeground(FindingColumn, color(meaningOf(*worst), QGuiApplication::palette()));
}

void ConfigurationFiles::followFile()
{
    if (m_session.currentFile() < m_items.size())
        setCurrentItem(m_items.at(m_session.currentFile()));
}

void ConfigurationFiles::choose(QTreeWidgetItem *item)
{
    const int file = item ? item->data(NameColumn, FileRole).toInt() : -1;
    if (file < 0 || m_items.size() != m_session.fileCount())
        return;
    if (m_session.file(file).role() == config::FileRole::Keys)
        emit keysChosen();
    else
        m_session.setCurrentFile(file);
}

} // namespace noonmark::ui
