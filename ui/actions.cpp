// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include "ui/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

struct Row
{
    ActionId id;
    QLatin1StringView name;
    QLatin1StringView icon;
    QKeySequence shortcut;
    const char *text;
    const char *statusTip;
    QAction::MenuRole role = QAction::NoRole;
};

// One function for each menu: their rows are tables that grow.
std::vector<Row> fileRows()
{
    return {
        Row{ActionId::Open, "file-open"_L1, "open"_L1, QKeySequence::Open,
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "&Open…"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Open another ntp.conf")},
        Row{ActionId::Save, "file-save"_L1, "save"_L1, QKeySequence::Save,
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "&Save"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions",
                              "Write the file; the earlier one is kept beside it with “~” behind its name")},
        Row{ActionId::SaveAs, "file-save-as"_L1, "save"_L1, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Save &as…"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions",
                              "Write the configuration to another file and go on with that one")},
        Row{ActionId::CompareDisk, "file-compare-disk"_L1, "copy"_L1, QKeySequence(),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "&Compare with the file on disk…"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Show what differs from the file on disk")},
        Row{ActionId::Export, "file-export"_L1, "export"_L1, QKeySequence(Qt::CTRL | Qt::Key_E),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "&Export…"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Make files for the clients of this master")},
        Row{ActionId::Quit, "file-quit"_L1, "quit"_L1, QKeySequence(Qt::CTRL | Qt::Key_Q),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "&Quit"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions",
                              "Stop the engine inside this program and close the window"),
            QAction::QuitRole},
    };
}

std::vector<Row> editRows()
{
    return {
        Row{ActionId::Undo, "edit-undo"_L1, "undo"_L1, QKeySequence::Undo,
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "&Undo"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Take the last change of the file back")},
        Row{ActionId::Redo, "edit-redo"_L1, "redo"_L1, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "&Redo"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Make the change again that was taken back")},
        Row{ActionId::Apply, "edit-apply"_L1, "apply"_L1, QKeySequence(Qt::CTRL | Qt::Key_Return),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "&Apply…"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions",
                              "Look at what changed and hand it to the running daemon")},
        Row{ActionId::AddSource, "source-add"_L1, "add"_L1, QKeySequence(Qt::CTRL | Qt::Key_N),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "&Add source…"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Add a server, a pool or a peer to the file")},
        Row{ActionId::DisableSource, "source-disable"_L1, "pause"_L1, QKeySequence(Qt::CTRL | Qt::Key_D),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "&Disable source"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Put a “#” before the line of the selected source")},
        Row{ActionId::RemoveSource, "source-remove"_L1, "remove"_L1, QKeySequence(Qt::Key_Delete),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "&Remove source"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions",
                              "Take the line of the selected source out of the file")},
        Row{ActionId::Keys, "edit-keys"_L1, "keys"_L1, QKeySequence(Qt::CTRL | Qt::Key_K),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Symmetric &keys…"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "List, make and change the keys of this configuration")},
    };
}

std::vector<Row> viewRows()
{
    return {
        Row{ActionId::CopyTable, "source-copy"_L1, "copy"_L1, QKeySequence::Copy,
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "&Copy rows"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions",
                              "Copy the selected rows, or all of them, as tab-separated text")},
        Row{ActionId::CopyNtpq, "source-copy-ntpq"_L1, "copy"_L1,
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Copy as ntpq &prints it"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions",
                              "Copy the selected sources, or all of them, in the columns of ntpq -p")},
        Row{ActionId::SourceDetails, "source-details"_L1, "log"_L1, QKeySequence(Qt::ALT | Qt::Key_Return),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "De&tails"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions",
                              "Show every variable of the selected source and what it means")},
        Row{ActionId::SaveChart, "chart-save"_L1, "export"_L1, QKeySequence(),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Save chart…"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Save the charts as a picture or as numbers")},
        Row{ActionId::Preferences, "preferences"_L1, "configuration"_L1,
            QKeySequence(Qt::CTRL | Qt::Key_Comma),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Pr&eferences…"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions",
                              "How long measurements are kept, and the icon in the tray"),
            QAction::PreferencesRole},
        Row{ActionId::ImportHistory, "history-import"_L1, "open"_L1, QKeySequence(),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "I&mport ntpd's statistics…"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions",
                              "Take in loopstats and peerstats that ntpd has written")},
    };
}

std::vector<Row> helpRows()
{
    return {
        Row{ActionId::Explain, "help-explain"_L1, "help"_L1, QKeySequence::HelpContents,
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "&Explain this"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Explain what has the focus or is under the pointer")},
        Row{ActionId::About, "help-about"_L1, "noonmark"_L1, QKeySequence(),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "A&bout Noonmark"),
            QT_TRANSLATE_NOOP("noonmark::ui::Actions", "Version and licence of this program"),
            QAction::AboutRole},
    };
}

const std::vector<Row> &rows()
{
    static const std::vector<Row> table = [] {
        std::vector<Row> all;
        for (const auto &some : {fileRows(), editRows(), viewRows(), helpRows()})
            all.insert(all.end(), some.begin(), some.end());
        return all;
    }();
    return table;
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    Q_ASSERT(rows().size() == m_actions.size());
    for (const Row &row : rows()) {
        auto *action = new QAction(this);
        action->setObjectName(row.name);
        action->setIcon(icon(row.icon));
        action->setShortcut(row.shortcut);
        action->setMenuRole(row.role);
        m_actions[static_cast<std::size_t>(row.id)] = action;
    }
    retranslate();
}

void Actions::retranslate()
{
    for (const Row &row : rows()) {
        QAction *action = (*this)[row.id];
        action->setText(tr(row.text));
        action->setStatusTip(tr(row.statusTip));
        action->setWhatsThis(tr(row.statusTip));
    }
}

} // namespace noonmark::ui
