// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configurationsession.h"

#include "core/export/textdiff.h"
#include "core/system/diskfiles.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

namespace noonmark::ui {

namespace {

using config::FileRole;

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

ConfigurationSession::ConfigurationSession(QObject *parent)
    : QObject(parent)
{
    m_findingsTimer.setSingleShot(true);
    m_findingsTimer.setInterval(TypingPause);
    m_workers.setMaxThreadCount(1);
    connect(&m_findingsTimer, &QTimer::timeout, this, &ConfigurationSession::checkElsewhere);
    m_files.push_back(makeFile({}, FileRole::Main));
    m_undoGroup.setActiveStack(undoStack());
}

ConfigurationSession::~ConfigurationSession()
{
    // The stacks announce their own end; by then nobody may ask this session any more.
    m_undoGroup.disconnect();
    m_workers.waitForDone();
}

std::unique_ptr<EditedFile> ConfigurationSession::makeFile(const QString &path, FileRole role)
{
    auto made = std::make_unique<EditedFile>(path, role);
    EditedFile *one = made.get();
    m_undoGroup.addStack(&one->undoStack());
    connect(one, &EditedFile::changed, this, [this, one] {
        m_changing = one;
        reread();
        m_changing = nullptr;
    });
    connect(one, &EditedFile::savedStateChanged, this, &ConfigurationSession::fileChanged);
    connect(one, &EditedFile::stepped, this, &ConfigurationSession::stepped);
    connect(one, &EditedFile::diskStateChanged, this, [this, one](DiskState state) {
        if (one == &now())
            emit diskStateChanged(state);
    });
    return made;
}

Result<void> ConfigurationSession::open(const QString &path)
{
    auto main = makeFile(path, FileRole::Main);
    if (const auto read = main->read(); !read)
        return read;
    const DiskState before = diskState();
    m_current = 0;
    m_undoGroup.setActiveStack(&main->undoStack());
    const Files old = std::exchange(m_files, {});
    m_files.push_back(std::move(main));
    const bool speaksNtpsec = config::guessDialect(document()) == Dialect::Ntpsec;
    m_dialect = speaksNtpsec ? Dialect::Ntpsec : Dialect::Noonmark;
    ++m_revision;
    takeFiles(tree());
    m_appliedBytes = wholeBytes();
    if (before != diskState())
        emit diskStateChanged(diskState());
    reread();
    emit currentFileChanged(0);
    emit filesChanged();
    emit dialectChanged();
    emit fileChanged();
    return {};
}

void ConfigurationSession::setCurrentFile(int index)
{
    const bool isText = index >= 0 && index < fileCount() && file(index).role() != FileRole::Keys;
    if (!isText || index == m_current)
        return;
    m_current = index;
    const int line = currentLine();
    m_undoGroup.setActiveStack(undoStack());
    emit currentFileChanged(index);
    emit documentChanged();
    emit fileChanged();
    emit diskStateChanged(diskState());
    // The views took their own places while the text was exchanged.
    now().currentLine = line;
    emit currentLineChanged(line);
}

int ConfigurationSession::parentOf(int index) const
{
    if (index == 0)
        return -1; // without reading the tree anew
    const auto &files = tree().files();
    const auto position = static_cast<std::size_t>(index);
    return position >= files.size() ? -1 : static_cast<int>(files[position].parent);
}

bool ConfigurationSession::isModified() const
{
    return std::ranges::any_of(m_files, [](const auto &one) { return one->isModified(); });
}

Result<void> ConfigurationSession::saveAll()
{
    for (int i = 0; i < fileCount(); ++i) {
        const auto saved = file(i).isModified() ? file(i).save() : Result<void>();
        if (!saved) {
            setCurrentFile(i); // whoever is told of it can see it
            return saved;
        }
    }
    return {};
}

EditedFile *ConfigurationSession::keysFile() const
{
    const auto keys = std::ranges::find(m_files, FileRole::Keys, &EditedFile::role);
    return keys == m_files.end() ? nullptr : keys->get();
}

QString ConfigurationSession::suggestedKeysFile() const
{
    const QString named = QString::fromStdString(config::lower(tree()).keysFile);
    const QFileInfo main(m_files.front()->path());
    return named.isEmpty() ? main.absolutePath() + QStringLiteral("/ntp.keys") : named;
}

void ConfigurationSession::beginKeys(const QString &path)
{
    if (keysFile())
        return;
    const bool isNamed = !config::lower(tree()).keysFile.empty();
    m_files.push_back(makeFile(path, FileRole::Keys));
    if (!isNamed)
        pushWhole(config::addLines(whole(), {"keys " + config::quoted(path.toStdString())}),
                  tr("Name a keys file"));
    else
        reread();
}

void ConfigurationSession::lookAtDisk()
{
    for (const auto &one : m_files)
        one->lookAtDisk();
}

void ConfigurationSession::setCurrentLine(int line)
{
    if (std::exchange(now().currentLine, line) != line)
        emit currentLineChanged(line);
}

bool ConfigurationSession::isOneText() const
{
    return std::ranges::none_of(m_files, [](const auto &one) {
        return one->role() != FileRole::Main && one->role() != FileRole::Keys;
    });
}

// What is edited here goes before what is on disk.
config::PathReader ConfigurationSession::reader() const
{
    std::map<std::string, std::string> bytes;
    for (const auto &one : m_files) {
        if (one->role() != FileRole::Main)
            bytes.emplace(one->path().toStdString(), one->document().bytes());
    }
    return [bytes = std::move(bytes), disk = system::diskReader()](const std::string &path) {
        config::PathContents contents = disk(path);
        if (const auto edited = bytes.find(path); edited != bytes.end()) {
            contents.kind = config::PathContents::Kind::File;
            contents.bytes = edited->second;
        }
        return contents;
    };
}

const config::FileTree &ConfigurationSession::tree() const
{
    if (!m_tree || std::exchange(m_treeRevision, m_revision) != m_revision)
        m_tree = std::make_shared<const config::FileTree>(m_files.front()->path().toStdString(),
                                                          m_files.front()->document(), m_dialect, reader());
    m_treeRevision = m_revision;
    return *m_tree;
}

// The files of the tree in its order, then those that it lost but that hold unsaved work.
void ConfigurationSession::takeFiles(const config::FileTree &tree)
{
    const EditedFile *current = &now();
    Files old = std::exchange(m_files, {});
    std::vector<QString> before;
    for (const auto &one : old)
        before.push_back(one->path());
    for (const config::TreeFile &of : tree.files()) {
        const QString path = QString::fromStdString(of.path);
        const auto known =
            std::ranges::find_if(old, [&](const auto &one) { return one && one->path() == path; });
        const bool isMain = m_files.empty();
        if (isMain) {
            m_files.push_back(std::move(old.front()));
        } else if (known != old.end()) {
            m_files.push_back(std::move(*known));
        } else {
            m_files.push_back(makeFile(path, of.role));
            std::ignore = m_files.back()->read();
        }
    }
    for (auto &one : old) {
        const bool isKept = one && (one->isModified() || one.get() == current || one.get() == m_changing);
        if (isKept) {
            m_files.push_back(std::move(one));
        } else if (EditedFile *gone = one.release()) {
            gone->setParent(this);
            gone->deleteLater(); // somebody may be in the middle of a question to it
        }
    }
    const auto there = std::ranges::find(m_files, current, &std::unique_ptr<EditedFile>::get);
    m_current = there == m_files.end() ? 0 : static_cast<int>(there - m_files.begin());
    m_undoGroup.setActiveStack(undoStack());
    if (!std::ranges::equal(before, m_files, {}, {}, [](const auto &one) { return one->path(); }))
        emit filesChanged();
}

const config::Document &ConfigurationSession::whole() const
{
    return isOneText() ? m_files.front()->document() : tree().whole();
}

std::shared_ptr<const config::FileTree> ConfigurationSession::wholeTree() const
{
    static_cast<void>(tree());
    return m_tree;
}

void ConfigurationSession::setDialect(Dialect dialect)
{
    if (dialect == m_dialect)
        return;
    m_dialect = dialect;
    for (const auto &one : m_files)
        one->diagnostics.clear(); // they were the other one's
    emit dialectChanged();
    reread();
}

config::SourceMode ConfigurationSession::sourceMode() const
{
    return config::sourceModeOf(whole(), m_dialect);
}

void ConfigurationSession::switchSourceMode(config::SourceMode mode, int stratum)
{
    pushWhole(config::switchSourceMode(whole(), mode, m_dialect, stratum), tr("Switch the source mode"));
}

std::vector<std::uint32_t> ConfigurationSession::trustedKeys() const
{
    return config::lower(whole(), m_dialect).engine.authentication.trusted;
}

void ConfigurationSession::push(config::Edits edits, const QString &name, int mergeId)
{
    m_typing = mergeId != 0;
    now().push(std::move(edits), name, mergeId);
    m_typing = false;
}

void ConfigurationSession::pushWhole(const config::Edits &edits, const QString &name)
{
    if (isOneText())
        return m_files.front()->push(edits, name);
    for (config::FileEdits &of : tree().placed(edits)) {
        // Each push makes the tree anew, but these edits are of different files.
        file(static_cast<int>(of.file)).push(std::move(of.edits), name);
    }
}

int ConfigurationSession::currentLineOfWhole() const
{
    return isOneText() ? currentLine()
                       : tree().lineOfWhole(static_cast<std::size_t>(m_current), currentLine());
}

void ConfigurationSession::setCurrentLineOfWhole(int line)
{
    const auto [index, number] = isOneText() ? std::pair(std::size_t(0), line) : tree().line(line);
    setCurrentFile(static_cast<int>(index));
    setCurrentLine(number);
}

QString ConfigurationSession::lineName(int lineOfWhole) const
{
    return isOneText() ? QLocale().toString(lineOfWhole)
                       : QString::fromStdString(tree().lineName(lineOfWhole, 0));
}

void ConfigurationSession::markApplied()
{
    m_appliedBytes = wholeBytes();
    countPendingChanges();
}

bool ConfigurationSession::isLong() const
{
    std::size_t size = 0;
    for (const auto &one : m_files)
        size += one->document().bytes().size();
    return size > CheckedAtOnce;
}

void ConfigurationSession::reread()
{
    ++m_revision;
    m_checking = isLong();
    if (m_checking) {
        keepMovedFindings();
        m_findingsTimer.start();
    } else {
        m_findingsTimer.stop();
        takeFiles(tree());
        takeFindings(config::checkWhole(tree(), surroundings()));
    }
    m_hasUntold = m_checking && m_typing;
    if (m_hasUntold) {
        emit typed();
        return;
    }
    countPendingChanges();
    emit documentChanged();
}

void ConfigurationSession::settle()
{
    if (std::exchange(m_hasUntold, false))
        emit documentChanged();
}

config::Surroundings ConfigurationSession::surroundings() const
{
    config::Surroundings around;
    if (isThisMachinesFile(m_files.front()->path()))
        around = system::thisMachine();
    else
        around.othersMayRead = system::thisMachine().othersMayRead;
    return around;
}

void ConfigurationSession::checkElsewhere()
{
    // Everything goes and comes by value; the destructor waits for the worker, so `this` is there to be told.
    m_workers.start([this, revision = m_revision, path = m_files.front()->path().toStdString(),
                     main = m_files.front()->document().bytes(), dialect = m_dialect, read = reader(),
                     around = surroundings(), applied = m_appliedBytes] {
        auto tree = std::make_shared<const config::FileTree>(path, config::Document(main), dialect, read);
        auto found = std::make_shared<std::vector<config::Diagnostic>>(config::checkWhole(*tree, around));
        const int pending = differingLines(applied, QByteArray::fromStdString(tree->whole().bytes()));
        const auto tell = [this, revision, tree, found, applied, pending]() mutable {
            if (revision != m_revision) { // it came too late; taking it down would be felt
                m_workers.start([old = std::move(tree), gone = std::move(found)] {});
                return;
            }
            if (applied.isSharedWith(m_appliedBytes))
                setPendingChanges(pending);
            m_hasUntold = false;
            // Taking down a long tree would be felt as well.
            m_workers.start([old = std::exchange(m_tree, tree)] {});
            m_treeRevision = revision;
            m_checking = false;
            takeFiles(*tree);
            takeFindings(std::move(*found));
            emit documentChanged();
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void ConfigurationSession::takeFindings(std::vector<config::Diagnostic> ofWhole)
{
    m_ofWhole = std::move(ofWhole);
    m_findings.clear();
    for (const auto &one : m_files)
        one->diagnostics.clear();
    m_findings = config::placedFindings(tree(), m_ofWhole, surroundings());
    for (const config::FileDiagnostic &one : m_findings) {
        config::Diagnostic own = one.diagnostic;
        // A fix in another file is offered where one can see that it is.
        std::size_t fix = 0;
        std::erase_if(own.fixes, [&](const config::Fix &) { return one.fixFiles[fix++] != one.file; });
        m_files[one.file]->diagnostics.push_back(std::move(own));
    }
}

void ConfigurationSession::keepMovedFindings()
{
    m_findings.clear();
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        for (const config::Diagnostic &one : m_files[i]->diagnostics)
            m_findings.push_back({i, one, std::vector<std::size_t>(one.fixes.size(), i)});
    }
    m_ofWhole = isOneText() ? m_files.front()->diagnostics : std::vector<config::Diagnostic>();
}

void ConfigurationSession::countPendingChanges()
{
    setPendingChanges(differingLines(m_appliedBytes, wholeBytes()));
}

void ConfigurationSession::setPendingChanges(int count)
{
    if (std::exchange(m_pendingChanges, count) != count)
        emit pendingChangesChanged(count);
}

} // namespace noonmark::ui
