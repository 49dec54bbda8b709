// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/targetchooser.h"

#include "core/monitor/targets.h"
#include "core/wording/wording.h"

#include "ui/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QInputDialog>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

constexpr int StateRole = Qt::UserRole;
constexpr int DotSize = 10;
constexpr int ShortestText = 26; // "This program: 127.0.0.1:11123" with its dot

// In the open list the state stands behind the name; the closed box has no room for it.
class StateDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QString state = index.data(StateRole).toString();
        if (!state.isEmpty())
            option->text += u"   "_s + state;
    }
};

QIcon dot(Meaning meaning)
{
    const QPalette palette = QApplication::palette();
    QPixmap picture(QSize(DotSize, DotSize));
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(meaning == Meaning::Neutral ? quiet(palette) : color(meaning, palette));
    painter.drawEllipse(1, 1, DotSize - 2, DotSize - 2);
    return QIcon(picture);
}

QString stateOf(const monitor::Frame &frame)
{
    if (frame.unixMilliseconds == 0)
        return TargetChooser::tr("being asked for the first time");
    if (!frame.answered && !frame.trouble)
        return TargetChooser::tr("does not run");
    return wording::shortVerdict(frame.verdict, frame.trouble);
}

Meaning meaningOfLook(const monitor::Frame &frame)
{
    if (frame.answered)
        return meaningOf(frame.verdict.state);
    return frame.unixMilliseconds == 0 ? Meaning::Neutral : Meaning::Bad;
}

} // namespace

TargetChooser::TargetChooser(monitor::Targets &targets, QWidget *parent)
    : QComboBox(parent)
    , m_targets(targets)
{
    setObjectName(u"target"_s);
    setItemDelegate(new StateDelegate(this));
    setIconSize({DotSize, DotSize});
    setMinimumContentsLength(ShortestText);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    connect(this, &QComboBox::activated, this, &TargetChooser::take);
    connect(&targets, &monitor::Targets::listChanged, this, &TargetChooser::fill);
    connect(&targets, &monitor::Targets::chosenChanged, this, &TargetChooser::fill);
    connect(&targets, &monitor::Targets::stateChanged, this, &TargetChooser::showState);
}

void TargetChooser::fill()
{
    clear();
    for (int i = 0; i < m_targets.count(); ++i) {
        addItem(QString());
        showState(i);
    }
    insertSeparator(count());
    addItem(tr("Watch another host…"));
    if (m_targets.chosen() > 0)
        //: Last row of the list of daemons. %1: host or address.
        addItem(tr("Stop watching %1").arg(m_targets.address()));
    setCurrentIndex(m_targets.chosen());
}

void TargetChooser::showState(int index)
{
    if (index >= count())
        return;
    const monitor::Targets::Entry &entry = m_targets.at(index);
    const QString address = entry.target->address();
    //: In the list of daemons: the engine inside this program. %1: address and port.
    const QString text = entry.target->isBuiltIn() ? tr("This program: %1").arg(address) : address;
    const QString state = stateOf(entry.last);
    if (itemText(index) == text && itemData(index, StateRole).toString() == state)
        return;
    setItemText(index, text);
    setItemData(index, state, StateRole);
    setItemData(index, QString(text + u" – "_s + state), Qt::AccessibleTextRole);
    setItemIcon(index, dot(meaningOfLook(entry.last)));
    const QString trouble = entry.last.trouble ? wording::sentence(*entry.last.trouble) : state;
    setItemData(index, trouble, Qt::ToolTipRole);
}

void TargetChooser::take(int row)
{
    const int chosen = m_targets.chosen();
    if (row < m_targets.count()) {
        m_targets.choose(row);
        return;
    }
    setCurrentIndex(chosen);
    if (row == m_targets.count() + 1)
        askForHost();
    else
        m_targets.forget(chosen);
}

void TargetChooser::askForHost()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"target-dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Watch another host"));
    dialog->setLabelText(tr("Host or address of an ntpd, an ntpsec or a noonmarkd, with :PORT if it is not "
                            "123. It must allow queries from here."));
    connect(dialog, &QInputDialog::textValueSelected, this, &TargetChooser::watch);
    dialog->open();
}

void TargetChooser::watch(const QString &text)
{
    const auto place = transport::parsePlace(text);
    if (text.trimmed().isEmpty() || !place)
        emit problemOccurred([text] {
            return tr("“%1” is no host: write a name or an address, and :PORT behind it if needed.")
                .arg(text);
        });
    else
        m_targets.choose(m_targets.watch(*place));
}

void TargetChooser::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        fill();
    QComboBox::changeEvent(event);
}

void TargetChooser::showPopup()
{
    // As wide as the states of the moment need: they are longer than the names in the closed box.
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 5 * DotSize);
    QComboBox::showPopup();
}

void TargetChooser::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // another daemon by accident would be too easy
}

void TargetChooser::retranslate()
{
    setAccessibleName(tr("Daemon"));
    setToolTip(tr("The daemon that this window looks at. The engine inside this program answers on an "
                  "unprivileged port and only observes this machine's clock; it never sets it. Other hosts "
                  "are only watched."));
    setWhatsThis(toolTip());
    fill();
}

} // namespace noonmark::ui
