// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/check.h"
#include "core/config/diagnostic.h"
#include "core/config/edits.h"
#include "core/config/sourcemode.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <QUndoStack>

namespace noonmark::ui {

// The file on disk beside the one that was opened or last saved.
enum class DiskState : unsigned char
{
    Same,
    Changed, // somebody else wrote it
    Gone
};

// The one ntp.conf that the window edits: document, undo stack, findings, and its file. Every page shows this
// and changes it only by push(), so all of them are always in step. Window thread.
class ConfigurationSession : public QObject
{
    Q_OBJECT

public:
    explicit ConfigurationSession(QObject *parent = nullptr);
    ~ConfigurationSession() override;

    // Opens a file; the undo stack starts anew. A file that does not exist fails with FileUnreadable.
    [[nodiscard]] Result<void> open(const QString &path);
    // Writes atomically, keeps the old bytes as "<path>~"; fails with FileChanged if somebody else wrote it
    // meanwhile.
    [[nodiscard]] Result<void> save();
    [[nodiscard]] Result<void> saveAs(const QString &path);

    // Compares the file on disk; save() does so too. What it finds is kept until keepMine(), takeTheirs() or
    // another look; a file that was changed into what stands here is nobody's problem.
    void lookAtDisk();
    [[nodiscard]] DiskState diskState() const { return m_diskState; }
    [[nodiscard]] Result<QByteArray> bytesOnDisk() const;
    // The next save() writes over what is on disk now.
    void keepMine();
    // What is on disk becomes the document, as one step that can be undone.
    [[nodiscard]] Result<void> takeTheirs();

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const config::Document &document() const { return m_document; }
    [[nodiscard]] const std::vector<config::Diagnostic> &diagnostics() const { return m_diagnostics; }
    // True while a long file is being checked: the findings are empty until documentChanged() comes again.
    [[nodiscard]] bool isChecking() const { return m_checking; }
    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    void setDialect(Dialect dialect);
    [[nodiscard]] config::SourceMode sourceMode() const;
    void switchSourceMode(config::SourceMode mode, int stratum);

    // One undoable step, named for the undo menu. Consecutive steps of one nonzero `mergeId` (typing) become
    // one.
    void push(config::Edits edits, const QString &name, int mergeId = 0);
    // A number for the mergeId of a new run of typing.
    [[nodiscard]] int nextMergeId() { return ++m_lastMergeId; }
    [[nodiscard]] QUndoStack *undoStack() { return &m_undoStack; }

    // The line that form, text and lists look at together, from 1.
    [[nodiscard]] int currentLine() const { return m_currentLine; }
    void setCurrentLine(int line);

    // What the target runs with; Apply makes it the document's bytes.
    [[nodiscard]] const QByteArray &appliedBytes() const { return m_appliedBytes; }
    [[nodiscard]] QByteArray bytes() const;
    [[nodiscard]] int pendingChanges() const
    {
        return m_pendingChanges;
    } // lines that differ from the applied bytes
    void markApplied();

signals:
    // Bytes and findings are new. For a file so long that checking it would be felt, once for the bytes (the
    // findings are empty then) and once more for the findings.
    void documentChanged();
    void dialectChanged();
    void currentLineChanged(int line);
    void pendingChangesChanged(int count);
    void fileChanged(); // path or saved state
    void diskStateChanged(noonmark::ui::DiskState state);

private:
    friend class EditCommand;
    // One after the other; leaves the inverse in each.
    void redo(std::vector<config::Edits> &steps);
    void undo(std::vector<config::Edits> &steps);
    void reread();
    [[nodiscard]] config::Surroundings surroundings() const;
    void checkElsewhere();
    void takeFindings(int revision, std::vector<config::Diagnostic> found);
    void countPendingChanges();
    void setDiskState(DiskState state);
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &seenHash);

    QString m_path;
    QByteArray m_savedHash;
    DiskState m_diskState = DiskState::Same;
    QByteArray m_appliedBytes;
    config::Document m_document;
    std::vector<config::Diagnostic> m_diagnostics;
    Dialect m_dialect = Dialect::Noonmark;
    int m_pendingChanges = 0;
    int m_lastMergeId = 0;
    int m_currentLine = 1;
    int m_revision = 0; // counts changes, so that late findings are not taken for new ones
    bool m_checking = false;
    QTimer m_findingsTimer;
    QUndoStack m_undoStack;
    QThreadPool m_workers; // checks a long file
};

} // namespace noonmark::ui
