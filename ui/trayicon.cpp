// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trayicon.h"

#include "core/wording/wording.h"

#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

constexpr int LookMilliseconds = 10'000; // a desktop starts its tray when it is ready

QPixmap pictureOf(Meaning meaning, const QPalette &palette, int size)
{
    QPixmap picture(size, size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = meaning == Meaning::Neutral ? quiet(palette) : color(meaning, palette);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QRectF(0.5, 0.5, size - 1, size - 1));
    QFont font = QApplication::font();
    font.setBold(true);
    font.setPixelSize(size * 3 / 4);
    painter.setFont(font);
    painter.setPen(isDark(palette) ? Qt::black : Qt::white);
    const QString mark = meaning == Meaning::Neutral ? u"?"_s : sign(meaning);
    painter.drawText(QRectF(0, 0, size, size), Qt::AlignCenter, mark);
    return picture;
}

} // namespace

QIcon TrayIcon::iconOf(Meaning meaning, const QPalette &palette)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(pictureOf(meaning, palette, size));
    return icon;
}

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
    , m_menu(std::make_unique<QMenu>())
    , m_verdict(m_menu->addAction(QString()))
    , m_show(m_menu->addAction(QString()))
    , m_quit(m_menu->addAction(QString()))
{
    m_verdict->setEnabled(false);
    m_menu->insertSeparator(m_show);
    m_look.setInterval(LookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &TrayIcon::lookForTray);
    connect(m_show, &QAction::triggered, this, &TrayIcon::windowRequested);
    connect(m_quit, &QAction::triggered, this, &TrayIcon::quitRequested);
    qApp->installEventFilter(this); // language and palette
    present();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setWanted(bool wanted)
{
    m_wanted = wanted;
    if (!wanted) {
        m_icon.reset();
        m_look.stop();
        return;
    }
    lookForTray();
}

void TrayIcon::lookForTray()
{
    if (m_icon)
        return;
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        m_look.start();
        return;
    }
    m_look.stop();
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason why) {
        if (why == QSystemTrayIcon::Trigger)
            emit windowRequested();
    });
    present();
    m_icon->show();
}

void TrayIcon::showFrame(const monitor::Frame &frame)
{
    const bool isSame = frame.verdict == m_frame.verdict && frame.answered == m_frame.answered &&
                        frame.trouble == m_frame.trouble;
    m_frame = frame;
    if (!isSame)
        present();
}

void TrayIcon::present()
{
    const Meaning meaning = meaningOf(m_frame.verdict.state);
    m_toolTip = u"Noonmark\n"_s + sign(meaning) + u' ' + wording::headline(m_frame.verdict, m_frame.trouble);
    m_verdict->setText(sign(meaning) + u' ' + wording::shortVerdict(m_frame.verdict, m_frame.trouble));
    m_show->setText(tr("&Show or hide the window"));
    m_quit->setText(tr("&Quit"));
    if (!m_icon)
        return;
    m_icon->setIcon(iconOf(meaning, QApplication::palette()));
    m_icon->setToolTip(m_toolTip);
}

bool TrayIcon::eventFilter(QObject *watched, QEvent *event)
{
    const bool matters =
        event->type() == QEvent::LanguageChange || event->type() == QEvent::ApplicationPaletteChange;
    if (matters && watched == qApp)
        QMetaObject::invokeMethod(this, &TrayIcon::present, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace noonmark::ui
