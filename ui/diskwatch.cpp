// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diskwatch.h"

#include "ui/configurationsession.h"

#include <QFileInfo>
#include <QGuiApplication>

#include <chrono>

namespace noonmark::ui {

namespace {

// An editor empties a file before it fills it; who looks in between sees a wrong one.
constexpr std::chrono::milliseconds WritingPause(200);

} // namespace

DiskWatch::DiskWatch(ConfigurationSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(WritingPause);
    const auto wait = qOverload<>(&QTimer::start);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_pause, wait);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_pause, wait);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        watchFile();
        m_session.lookAtDisk();
    });
    connect(&session, &ConfigurationSession::fileChanged, this, &DiskWatch::watchFile);
    connect(&session, &ConfigurationSession::filesChanged, this, &DiskWatch::watchFile);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            m_session.lookAtDisk();
    });
    watchFile();
}

// The folder too: a file that is replaced by another of its name is no longer the one that is watched.
void DiskWatch::watchFile()
{
    QStringList wanted;
    for (int i = 0; i < m_session.fileCount(); ++i) {
        const QString path = m_session.file(i).path();
        if (!path.isEmpty())
            wanted += {path, QFileInfo(path).absolutePath()};
    }
    wanted.removeDuplicates();
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    for (const QString &old : watched)
        if (!wanted.contains(old))
            m_watcher.removePath(old);
    for (const QString &place : wanted)
        if (!watched.contains(place) && QFileInfo::exists(place))
            m_watcher.addPath(place);
}

} // namespace noonmark::ui
