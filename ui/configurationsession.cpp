// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configurationsession.h"

#include "core/export/textdiff.h"
#include "core/system/privilegedfile.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>
#include <utility>

namespace noonmark::ui {

namespace {

// Up to here the checks take less time than a key press; a longer file is checked in another thread when
// typing pauses.
constexpr std::size_t CheckedAtOnce = 32'000;
constexpr std::chrono::milliseconds TypingPause(150);

// Only of a file that this machine's daemon reads can we say that what it names is missing.
bool isThisMachinesFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const QString own = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return absolute.startsWith(QStringLiteral("/etc/")) || absolute.startsWith(own + QLatin1Char('/'));
}

// Lines that were changed, added or removed; a changed line counts once.
int differingLines(const QByteArray &before, const QByteArray &after)
{
    using Kind = exports::DiffLine::Kind;
    int count = 0;
    int removed = 0;
    int added = 0;
    for (const auto &line : exports::lineDiff(before, after)) {
        if (line.kind == Kind::Same) {
            count += std::max(removed, added);
            removed = added = 0;
        }
        removed += line.kind == Kind::Removed ? 1 : 0;
        added += line.kind == Kind::Added ? 1 : 0;
    }
    return count + std::max(removed, added);
}

} // namespace

// One step of the undo stack: what was typed in one go, or one deed in a form. `m_steps` holds what to do
// next, so each redo and undo turns it into its inverse.
class EditCommand : public QUndoCommand
{
public:
    EditCommand(ConfigurationSession &session, config::Edits edits, const QString &name, int mergeId)
        : QUndoCommand(name)
        , m_session(session)
        , m_mergeId(mergeId == 0 ? -1 : mergeId)
    {
        m_steps.push_back(std::move(edits));
    }

    void redo() override { m_session.redo(m_steps); }
    void undo() override { m_session.undo(m_steps); }
    [[nodiscard]] int id() const override { return m_mergeId; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto &next = static_cast<const EditCommand *>(other)->m_steps;
        m_steps.insert(m_steps.end(), next.begin(), next.end());
        return true;
    }

private:
    ConfigurationSession &m_session;
    std::vector<config::Edits> m_steps;
    int m_mergeId;
};

ConfigurationSession::ConfigurationSession(QObject *parent)
    : QObject(parent)
{
    m_findingsTimer.setSingleShot(true);
    m_findingsTimer.setInterval(TypingPause);
    m_workers.setMaxThreadCount(1);
    connect(&m_findingsTimer, &QTimer::timeout, this, &ConfigurationSession::checkElsewhere);
    connect(&m_undoStack, &QUndoStack::cleanChanged, this, &ConfigurationSession::fileChanged);
}

ConfigurationSession::~ConfigurationSession()
{
    // The stack announces its own end; by then nobody may ask this session any more.
    m_undoStack.disconnect();
    m_workers.waitForDone();
}

Result<void> ConfigurationSession::open(const QString &path)
{
    auto contents = system::readFile(path);
    if (!contents)
        return tl::unexpected(contents.error());
    m_path = path;
    m_savedHash = contents->hash;
    m_appliedBytes = contents->bytes;
    m_document = config::Document(contents->bytes.toStdString());
    const bool speaksNtpsec = config::guessDialect(m_document) == Dialect::Ntpsec;
    m_dialect = speaksNtpsec ? Dialect::Ntpsec : Dialect::Noonmark;
    m_undoStack.clear();
    m_currentLine = 1;
    setDiskState(DiskState::Same);
    reread();
    emit dialectChanged();
    emit fileChanged();
    return {};
}

Result<void> ConfigurationSession::save()
{
    return write(m_path, m_savedHash);
}

Result<void> ConfigurationSession::saveAs(const QString &path)
{
    QByteArray seenHash;
    if (QFileInfo::exists(path)) {
        auto present = system::readFile(path);
        if (!present)
            return tl::unexpected(present.error());
        seenHash = present->hash;
    }
    return write(path, seenHash);
}

Result<void> ConfigurationSession::write(const QString &path, const QByteArray &seenHash)
{
    auto written = system::replaceFile(path, bytes(), seenHash);
    if (!written) {
        lookAtDisk();
        return tl::unexpected(written.error());
    }
    m_path = path;
    m_savedHash = *written;
    m_undoStack.setClean();
    setDiskState(DiskState::Same);
    emit fileChanged();
    return {};
}

void ConfigurationSession::lookAtDisk()
{
    if (m_path.isEmpty())
        return;
    if (!QFileInfo::exists(m_path)) {
        setDiskState(m_savedHash.isEmpty() ? DiskState::Same : DiskState::Gone);
        return;
    }
    // A file that can not be read at this moment is being written: there will be another look.
    const auto contents = system::readFile(m_path);
    if (!contents)
        return;
    const bool becameOurs = contents->hash != m_savedHash && contents->bytes == bytes();
    if (becameOurs) {
        m_savedHash = contents->hash;
        m_undoStack.setClean();
    }
    setDiskState(contents->hash == m_savedHash ? DiskState::Same : DiskState::Changed);
}

void ConfigurationSession::setDiskState(DiskState state)
{
    if (std::exchange(m_diskState, state) != state)
        emit diskStateChanged(state);
}

Result<QByteArray> ConfigurationSession::bytesOnDisk() const
{
    return system::readFile(m_path).map([](const system::FileContents &contents) { return contents.bytes; });
}

void ConfigurationSession::keepMine()
{
    const auto contents = system::readFile(m_path);
    m_savedHash = contents ? contents->hash : QByteArray();
    m_undoStack.resetClean();
    setDiskState(DiskState::Same);
}

Result<void> ConfigurationSession::takeTheirs()
{
    const auto contents = system::readFile(m_path);
    if (!contents)
        return tl::unexpected(contents.error());
    push(config::difference(m_document.bytes(), contents->bytes.toStdString()), tr("Take the file on disk"));
    m_savedHash = contents->hash;
    m_undoStack.setClean();
    setDiskState(DiskState::Same);
    return {};
}

void ConfigurationSession::setDialect(Dialect dialect)
{
    if (dialect == m_dialect)
        return;
    m_dialect = dialect;
    emit dialectChanged();
    reread();
}

config::SourceMode ConfigurationSession::sourceMode() const
{
    return config::sourceModeOf(m_document, m_dialect);
}

void ConfigurationSession::switchSourceMode(config::SourceMode mode, int stratum)
{
    push(config::switchSourceMode(m_document, mode, m_dialect, stratum), tr("Switch the source mode"));
}

void ConfigurationSession::push(config::Edits edits, const QString &name, int mergeId)
{
    if (!edits.empty())
        m_undoStack.push(new EditCommand(*this, std::move(edits), name, mergeId));
}

void ConfigurationSession::redo(std::vector<config::Edits> &steps)
{
    for (auto &step : steps)
        step = m_document.apply(std::move(step));
    reread();
}

void ConfigurationSession::undo(std::vector<config::Edits> &steps)
{
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        *step = m_document.apply(std::move(*step));
    reread();
}

void ConfigurationSession::setCurrentLine(int line)
{
    if (std::exchange(m_currentLine, line) != line)
        emit currentLineChanged(line);
}

QByteArray ConfigurationSession::bytes() const
{
    return QByteArray::fromStdString(m_document.bytes());
}

void ConfigurationSession::markApplied()
{
    m_appliedBytes = bytes();
    countPendingChanges();
}

void ConfigurationSession::reread()
{
    ++m_revision;
    m_checking = m_document.bytes().size() > CheckedAtOnce;
    if (m_checking) {
        m_diagnostics.clear();
        m_findingsTimer.start();
    } else {
        m_findingsTimer.stop();
        m_diagnostics = config::check(m_document, m_dialect, surroundings());
    }
    countPendingChanges();
    emit documentChanged();
}

config::Surroundings ConfigurationSession::surroundings() const
{
    config::Surroundings around;
    if (isThisMachinesFile(m_path))
        around.fileExists = [](const std::string &path) {
            return QFileInfo::exists(QString::fromStdString(path));
        };
    return around;
}

void ConfigurationSession::checkElsewhere()
{
    // Everything goes and comes by value; the destructor waits for the worker, so `this` is there to be told.
    m_workers.start(
        [this, revision = m_revision, document = m_document, dialect = m_dialect, around = surroundings()] {
            auto found = config::check(document, dialect, around);
            const auto tell = [this, revision, found = std::move(found)] { takeFindings(revision, found); };
            QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
        });
}

void ConfigurationSession::takeFindings(int revision, std::vector<config::Diagnostic> found)
{
    if (revision != m_revision)
        return;
    m_diagnostics = std::move(found);
    m_checking = false;
    emit documentChanged();
}

void ConfigurationSession::countPendingChanges()
{
    const int count = differingLines(m_appliedBytes, bytes());
    if (std::exchange(m_pendingChanges, count) != count)
        emit pendingChangesChanged(count);
}

} // namespace noonmark::ui
