// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/check.h"
#include "core/config/filetree.h"
#include "core/config/sourcemode.h"
#include "ui/editedfile.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <QUndoGroup>

#include <memory>

namespace noonmark::ui {

// The ntp.conf that the window edits, with the files that it includes and its keys. One of the files is the
// current one: form and text show that, and what is said here of "the file" is about it. Other pages ask
// about the whole, which is what the daemon reads. All change it only by pushes, so all are in step. Window
// thread.
class ConfigurationSession : public QObject
{
    Q_OBJECT

public:
    explicit ConfigurationSession(QObject *parent = nullptr);
    ~ConfigurationSession() override;

    // Opens a file and what it includes; the undo stacks start anew. A file that does not exist fails with
    // FileUnreadable.
    [[nodiscard]] Result<void> open(const QString &path);

    // The main file first. Those that are no longer included stay at the end until they are saved.
    [[nodiscard]] int fileCount() const { return static_cast<int>(m_files.size()); }
    [[nodiscard]] EditedFile &file(int index) const { return *m_files[static_cast<std::size_t>(index)]; }
    [[nodiscard]] int currentFile() const { return m_current; }
    void setCurrentFile(int index);
    [[nodiscard]] int parentOf(int index) const; // the file that includes it; -1 of the main file
    [[nodiscard]] bool isModified() const;       // any of them
    [[nodiscard]] Result<void> saveAll();
    [[nodiscard]] EditedFile *keysFile() const;
    // What the `keys` line names, else a file beside the main one.
    [[nodiscard]] QString suggestedKeysFile() const;
    // Begins a keys file that is not there yet, with a `keys` line for it if there is none.
    void beginKeys(const QString &path);

    // The file.
    [[nodiscard]] const QString &path() const { return now().path(); }
    [[nodiscard]] const config::Document &document() const { return now().document(); }
    [[nodiscard]] QByteArray bytes() const { return now().bytes(); }
    [[nodiscard]] const std::vector<config::Diagnostic> &diagnostics() const { return now().diagnostics; }
    [[nodiscard]] QUndoStack *undoStack() const { return &now().undoStack(); }
    [[nodiscard]] QUndoGroup *undoGroup() { return &m_undoGroup; } // always of the current file
    void push(config::Edits edits, const QString &name, int mergeId = 0);
    // A number for the mergeId of a new run of typing.
    [[nodiscard]] int nextMergeId() { return ++m_lastMergeId; }
    [[nodiscard]] Result<void> save() { return now().save(); }
    [[nodiscard]] Result<void> saveAs(const QString &path) { return now().saveAs(path); }
    void lookAtDisk(); // at all files
    [[nodiscard]] DiskState diskState() const { return now().diskState(); }
    [[nodiscard]] Result<QByteArray> bytesOnDisk() const { return now().bytesOnDisk(); }
    void keepMine() { now().keepMine(); }
    [[nodiscard]] Result<void> takeTheirs() { return now().takeTheirs(); }
    // The line that form, text and lists look at together, from 1.
    [[nodiscard]] int currentLine() const { return now().currentLine; }
    void setCurrentLine(int line);

    // The whole, and what is found in it. Lines and ranges are those of the whole.
    [[nodiscard]] const config::Document &whole() const;
    [[nodiscard]] std::shared_ptr<const config::FileTree> wholeTree() const;
    [[nodiscard]] QByteArray wholeBytes() const { return QByteArray::fromStdString(whole().bytes()); }
    [[nodiscard]] const std::vector<config::Diagnostic> &wholeDiagnostics() const { return m_ofWhole; }
    void pushWhole(const config::Edits &edits, const QString &name);
    [[nodiscard]] int currentLineOfWhole() const;
    void setCurrentLineOfWhole(int line);
    [[nodiscard]] QString lineName(int lineOfWhole) const; // "12", in another than the main file "x.conf:12"
    // The same findings in their files.
    [[nodiscard]] const std::vector<config::FileDiagnostic> &findings() const { return m_findings; }
    // Grows with every change of the bytes of any file, and sometimes without one.
    [[nodiscard]] int revision() const { return m_revision; }
    // So long that checking it, or reading all of it anew, would be felt at a key press.
    [[nodiscard]] bool isLong() const;
    // True while long files are being checked: the findings are those of before, as far as no edit touched them.
    [[nodiscard]] bool isChecking() const { return m_checking; }
    // Tells of typing that documentChanged() has not told yet: somebody turns away from the text.
    void settle();
    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    void setDialect(Dialect dialect);
    [[nodiscard]] config::SourceMode sourceMode() const;
    void switchSourceMode(config::SourceMode mode, int stratum);
    [[nodiscard]] std::vector<std::uint32_t> trustedKeys() const;

    // What the target runs with; Apply makes it the bytes of the whole.
    [[nodiscard]] const QByteArray &appliedBytes() const { return m_appliedBytes; }
    // Lines that differ from the applied bytes.
    [[nodiscard]] int pendingChanges() const { return m_pendingChanges; }
    void markApplied();

signals:
    // Bytes and findings are new. For a file so long that checking it would be felt, once for the bytes and once
    // more for the findings.
    void documentChanged();
    // Instead, while one types in such a file: only what stands at the cursor follows each key press, and
    // documentChanged() comes when typing pauses.
    void typed();
    void dialectChanged();
    void currentFileChanged(int index);
    void currentLineChanged(int line);
    void pendingChangesChanged(int count);
    void filesChanged(); // which there are
    void fileChanged();  // path or saved state of any
    void diskStateChanged(noonmark::ui::DiskState state);
    // A step was made or taken back.
    void stepped(const QString &name, bool isForward);

private:
    using Files = std::vector<std::unique_ptr<EditedFile>>;
    [[nodiscard]] EditedFile &now() const { return file(m_current); }
    [[nodiscard]] bool isOneText() const;
    [[nodiscard]] std::unique_ptr<EditedFile> makeFile(const QString &path, config::FileRole role);
    [[nodiscard]] config::PathReader reader() const;
    [[nodiscard]] const config::FileTree &tree() const; // of the present bytes
    void takeFiles(const config::FileTree &tree);
    void reread();
    [[nodiscard]] config::Surroundings surroundings() const;
    void checkElsewhere();
    void takeFindings(std::vector<config::Diagnostic> ofWhole);
    void keepMovedFindings();
    void countPendingChanges();
    void setPendingChanges(int count);

    Files m_files;
    int m_current = 0;
    mutable std::shared_ptr<const config::FileTree> m_tree;
    mutable int m_treeRevision = -1;
    std::vector<config::Diagnostic> m_ofWhole;
    std::vector<config::FileDiagnostic> m_findings;
    QByteArray m_appliedBytes;
    Dialect m_dialect = Dialect::Noonmark;
    int m_pendingChanges = 0;
    int m_lastMergeId = 0;
    int m_revision = 0; // counts changes, so that late findings are not taken for new ones
    bool m_checking = false;
    bool m_typing = false;      // the step that is being made is one of typing
    bool m_hasUntold = false;   // typed() has been told, documentChanged() not yet
    const EditedFile *m_changing = nullptr; // whose change is being read: it must not go meanwhile
    QTimer m_findingsTimer;
    QUndoGroup m_undoGroup;
    QThreadPool m_workers; // checks a long file
};

} // namespace noonmark::ui
