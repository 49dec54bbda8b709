// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include "core/wording/wording.h"

#include "ui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

void setInk(QLabel *label, const QColor &ink)
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, ink);
    label->setPalette(palette);
}

// The local clock is no packet.
bool isNetworkSource(const engine::AssociationSnapshot &association)
{
    return association.source.kind != engine::SourceKind::LocalClock;
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_verdict(new QLabel(this))
    , m_tip(new QLabel(this))
    , m_age(new QLabel(this))
{
    setObjectName(u"status-line"_s);
    m_verdict->setObjectName(u"status-verdict"_s);
    for (QLabel *label : {m_sign, m_verdict, m_tip, m_age})
        label->setTextFormat(Qt::PlainText);
    m_tip->setAlignment(Qt::AlignCenter);
    // A long tip must not widen the window.
    m_tip->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont strong = m_verdict->font();
    strong.setBold(true);
    m_sign->setFont(strong);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(8);
    row->addWidget(m_sign);
    row->addWidget(m_verdict);
    row->addWidget(m_tip, 1);
    row->addWidget(m_age);
    present();
}

void StatusLine::showFrame(const monitor::Frame &frame)
{
    m_frame = frame;
    present();
}

void StatusLine::showTip(const QString &tip)
{
    m_tip->setText(tip);
}

void StatusLine::present()
{
    const Meaning meaning = meaningOf(m_frame.verdict.state);
    const QPalette ground = QApplication::palette();
    m_sign->setText(sign(meaning));
    m_verdict->setText(wording::shortVerdict(m_frame.verdict, m_frame.trouble));
    m_verdict->setAccessibleName(m_verdict->text());
    m_age->setText(lastPacket());
    setInk(m_sign, color(meaning, ground));
    setInk(m_verdict, color(meaning, ground));
    setInk(m_tip, quiet(ground));
    setInk(m_age, quiet(ground));
}

QString StatusLine::lastPacket() const
{
    std::optional<double> age;
    for (const auto &association : m_frame.snapshot.associations) {
        const bool heard = isNetworkSource(association) && association.sinceReceived;
        if (heard && (!age || *association.sinceReceived < *age))
            age = association.sinceReceived;
    }
    if (!age)
        return tr("no packet received yet");
    const int seconds = static_cast<int>(*age);
    //: Bottom right: the age of the newest packet of any source, in seconds.
    const QString inSeconds = tr("last packet %n s ago", nullptr, seconds);
    //: The same in minutes.
    const QString inMinutes = tr("last packet %n min ago", nullptr, seconds / 60);
    return seconds < 120 ? inSeconds : inMinutes;
}

void StatusLine::changeEvent(QEvent *event)
{
    const bool matters = event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange;
    if (matters)
        present();
    QFrame::changeEvent(event);
}

} // namespace noonmark::ui
