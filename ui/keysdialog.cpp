// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keysdialog.h"

#include "core/wording/wording.h"
#include "ui/configurationsession.h"
#include "ui/keydialog.h"
#include "ui/keysmodel.h"
#include "ui/keystext.h"
#include "ui/tables.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

KeysDialog::KeysDialog(ConfigurationSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_model(new KeysModel(session, this))
    , m_view(new QTableView(this))
    , m_text(new KeysText(session, this))
    , m_pages(new QStackedWidget(this))
    , m_place(new QLabel(this))
    , m_disk(new QLabel(this))
    , m_findings(new QLabel(this))
    , m_empty(new QLabel(this))
    , m_shown(new QCheckBox(this))
{
    setObjectName(u"keys-dialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    createButtons();
    createTable();
    layOut();
    connect(m_shown, &QCheckBox::toggled, m_model, &KeysModel::showValues);
    connect(m_shown, &QCheckBox::toggled, m_text, &KeysText::showValues);
    connect(&session, &ConfigurationSession::documentChanged, this, &KeysDialog::present);
    connect(&session, &ConfigurationSession::fileChanged, this, &KeysDialog::present);
    retranslate();
    resize(960, 480);
}

void KeysDialog::createButtons()
{
    const std::array names{u"keys-add"_s,  u"keys-change"_s,    u"keys-remove"_s,      u"keys-undo"_s,
                           u"keys-redo"_s, u"keys-keep-mine"_s, u"keys-take-theirs"_s, u"keys-begin"_s,
                           u"keys-save"_s, u"keys-close"_s};
    for (std::size_t i = 0; i < ButtonCount; ++i) {
        m_buttons[i] = new QPushButton(this);
        m_buttons[i]->setObjectName(names[i]);
        m_buttons[i]->setAutoDefault(false);
    }
    const auto on = [this](Button button, auto deed) {
        connect(m_buttons[button], &QPushButton::clicked, this, deed);
    };
    on(Add, [this] { edit(true); });
    on(Change, [this] { edit(false); });
    on(Remove, &KeysDialog::remove);
    on(Undo, [this] { m_session.keysFile()->undoStack().undo(); });
    on(Redo, [this] { m_session.keysFile()->undoStack().redo(); });
    on(KeepMine, [this] {
        m_session.keysFile()->keepMine();
        present();
    });
    on(TakeTheirs, [this] {
        if (const auto taken = m_session.keysFile()->takeTheirs(); !taken)
            emit problemOccurred(saying(taken.error()));
        present();
    });
    on(Begin, &KeysDialog::begin);
    on(Save, &KeysDialog::save);
    on(Close, &QDialog::close);
    m_buttons[Undo]->setShortcut(QKeySequence::Undo);
    m_buttons[Redo]->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    m_buttons[Save]->setShortcut(QKeySequence::Save);
    m_buttons[Remove]->setShortcut(QKeySequence::Delete);
}

void KeysDialog::createTable()
{
    m_view->setModel(m_model);
    m_view->setObjectName(u"keys-table"_s);
    makeDense(*m_view);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *head = m_view->horizontalHeader();
    head->setSectionResizeMode(QHeaderView::ResizeToContents);
    head->setSectionResizeMode(KeysModel::CommentColumn, QHeaderView::Stretch);
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != KeysModel::TrustedColumn)
            edit(false);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const int row = m_view->currentIndex().row(); row >= 0)
            m_text->showLine(m_model->row(row).key.line);
        present();
    });
    m_text->setObjectName(u"keys-text"_s);
    connect(m_text, &KeysText::lineChosen, this, &KeysDialog::select);
}

void KeysDialog::layOut()
{
    for (QLabel *label : {m_place, m_disk, m_findings, m_empty}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_empty->setAlignment(Qt::AlignCenter);
    m_shown->setObjectName(u"keys-show"_s);
    m_pages->addWidget(tablePage());
    m_pages->addWidget(emptyPage());
    auto *end = new QHBoxLayout;
    end->addWidget(m_place, 1);
    end->addWidget(m_buttons[Save]);
    end->addWidget(m_buttons[Close]);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_pages, 1);
    layout->addLayout(end);
}

QWidget *KeysDialog::tablePage()
{
    auto *page = new QWidget(this);
    auto *deeds = new QHBoxLayout;
    for (const Button button : {Add, Change, Remove})
        deeds->addWidget(m_buttons[button]);
    deeds->addWidget(m_shown);
    deeds->addStretch(1);
    for (const Button button : {Undo, Redo})
        deeds->addWidget(m_buttons[button]);
    auto *disk = new QHBoxLayout;
    disk->addWidget(m_disk, 1);
    disk->addWidget(m_buttons[KeepMine]);
    disk->addWidget(m_buttons[TakeTheirs]);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(disk);
    layout->addLayout(deeds);
    auto *sides = new QSplitter(Qt::Horizontal, page);
    sides->setObjectName(u"keys-sides"_s);
    sides->addWidget(m_view);
    sides->addWidget(m_text);
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 2);
    sides->setChildrenCollapsible(false);
    layout->addWidget(sides, 1);
    layout->addWidget(m_findings);
    return page;
}

QWidget *KeysDialog::emptyPage()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(1);
    layout->addWidget(m_empty);
    layout->addWidget(m_buttons[Begin], 0, Qt::AlignCenter);
    layout->addStretch(1);
    return page;
}

void KeysDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void KeysDialog::retranslate()
{
    setWindowTitle(tr("Symmetric keys"));
    const std::array texts{tr("&Add…"),      tr("&Change…"),     tr("Re&move"),   tr("&Undo"), tr("Re&do"),
                           tr("&Keep mine"), tr("Take the&irs"), tr("&Begin it"), tr("&Save"), tr("C&lose")};
    for (std::size_t i = 0; i < ButtonCount; ++i)
        m_buttons[i]->setText(texts[i]);
    m_shown->setText(tr("Sho&w the values"));
    m_view->setAccessibleName(tr("Keys"));
    m_text->setAccessibleName(tr("Text of the keys file"));
    m_text->setToolTip(tr("The file as it is written. Show the values to type in it."));
    m_model->retranslate();
    present();
}

void KeysDialog::present()
{
    EditedFile *keys = m_session.keysFile();
    m_pages->setCurrentIndex(keys ? 0 : 1);
    m_text->present();
    showButtons(keys);
    if (!keys) {
        const QString path = m_session.suggestedKeysFile();
        m_empty->setText(
            QFileInfo::exists(path)
                //: %1 is a path
                ? tr("The keys file %1 cannot be read by this user.").arg(path)
                //: %1 is a path
                : tr("There is no keys file yet. It would be %1, readable for its owner only.").arg(path));
        m_buttons[Begin]->setVisible(!QFileInfo::exists(path));
        m_place->clear();
        return;
    }
    m_place->setText(keys->isModified() ? tr("%1, not saved yet").arg(keys->path()) : keys->path());
    const bool isGone = keys->diskState() == DiskState::Gone;
    m_disk->setText(isGone ? tr("%1 is no longer on disk: somebody removed or renamed it.").arg(keys->path())
                           : tr("%1 was changed on disk by somebody else.").arg(keys->path()));
    QStringList sentences;
    for (const config::Diagnostic &found : keys->diagnostics) {
        const int line = keys->document().lineAt(found.range.offset).number;
        //: A sign such as "!", a line number, and what is wrong there
        sentences +=
            tr("%1 Line %2: %3")
                .arg(sign(meaningOf(found.severity)), QLocale().toString(line), wording::sentence(found));
    }
    m_findings->setText(sentences.join(u'\n'));
    m_findings->setVisible(!sentences.isEmpty());
}

void KeysDialog::showButtons(EditedFile *keys)
{
    const bool isOther = keys && keys->diskState() != DiskState::Same;
    m_disk->setVisible(isOther);
    m_buttons[KeepMine]->setVisible(isOther);
    m_buttons[TakeTheirs]->setVisible(isOther && keys->diskState() == DiskState::Changed);
    const bool isSelected = keys && m_view->currentIndex().isValid();
    m_buttons[Change]->setEnabled(isSelected);
    m_buttons[Remove]->setEnabled(isSelected);
    m_buttons[Undo]->setEnabled(keys && keys->undoStack().canUndo());
    m_buttons[Redo]->setEnabled(keys && keys->undoStack().canRedo());
    m_buttons[Save]->setEnabled(keys && (keys->isModified() || !QFileInfo::exists(keys->path())));
}

void KeysDialog::showLine(int line)
{
    select(line);
    m_view->setFocus();
}

void KeysDialog::select(int line)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->row(row).key.line == line)
            m_view->setCurrentIndex(m_model->index(row, 0));
    }
}

void KeysDialog::edit(bool isNew)
{
    EditedFile *keys = m_session.keysFile();
    const QModelIndex index = m_view->currentIndex();
    if (!keys || (!isNew && !index.isValid()))
        return;
    const auto line = isNew ? std::nullopt : std::optional(m_model->row(index.row()).key);
    auto *dialog = new KeyDialog(keys->document(), line, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, isNew] {
        // The value is not in the name: that stands in menus and in the journal.
        const QString name =
            isNew ? tr("Add key %1").arg(dialog->number()) : tr("Change key %1").arg(dialog->number());
        m_session.keysFile()->push(dialog->edits(), name);
        present();
    });
    dialog->open();
}

void KeysDialog::remove()
{
    EditedFile *keys = m_session.keysFile();
    const QModelIndex index = m_view->currentIndex();
    if (!keys || !index.isValid())
        return;
    const config::KeyLine key = m_model->row(index.row()).key;
    keys->push(config::removeLine(keys->document(), key.line),
               tr("Remove key %1").arg(wording::plain(key.number.text)));
    present();
}

void KeysDialog::begin()
{
    m_session.beginKeys(m_session.suggestedKeysFile());
    present();
    m_buttons[Add]->setFocus();
}

void KeysDialog::save()
{
    EditedFile *keys = m_session.keysFile();
    if (const auto saved = keys ? keys->save() : Result<void>(); !saved)
        emit problemOccurred(saying(saved.error()));
    present();
}

} // namespace noonmark::ui
