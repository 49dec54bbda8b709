// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/edits.h"
#include "core/config/filetree.h"

#include <QObject>
#include <QUndoStack>

namespace noonmark::ui {

// The file on disk beside the one that was opened or last saved.
enum class DiskState : unsigned char
{
    Same,
    Changed, // somebody else wrote it
    Gone
};

// One file that is edited: document, undo stack and its place on disk. What it means is known only together
// with the others: see ConfigurationSession. Window thread.
class EditedFile : public QObject
{
    Q_OBJECT

public:
    EditedFile(QString path, config::FileRole role, QObject *parent = nullptr);
    ~EditedFile() override;

    // The bytes on disk become the document; the undo stack starts anew.
    [[nodiscard]] Result<void> read();
    // Writes atomically, keeps the old bytes as "<path>~"; fails with FileChanged if somebody else wrote it
    // meanwhile. Keys become the owner's alone.
    [[nodiscard]] Result<void> save();
    [[nodiscard]] Result<void> saveAs(const QString &path);

    // Compares the file on disk. What it finds is kept until keepMine(), takeTheirs() or another look; a file
    // that was changed into what stands here is nobody's problem.
    void lookAtDisk();
    [[nodiscard]] DiskState diskState() const { return m_diskState; }
    [[nodiscard]] Result<QByteArray> bytesOnDisk() const;
    // The next save() writes over what is on disk now.
    void keepMine();
    // What is on disk becomes the document, as one step that can be undone.
    [[nodiscard]] Result<void> takeTheirs();

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] config::FileRole role() const { return m_role; }
    [[nodiscard]] const config::Document &document() const { return m_document; }
    [[nodiscard]] QByteArray bytes() const { return QByteArray::fromStdString(m_document.bytes()); }
    [[nodiscard]] bool isModified() const { return !m_undoStack.isClean(); }
    [[nodiscard]] QUndoStack &undoStack() { return m_undoStack; }

    // One undoable step, named for the undo menu. Consecutive steps of one nonzero `mergeId` (typing) become
    // one.
    void push(config::Edits edits, const QString &name, int mergeId = 0);

    // What was found in it, with the fixes that lie in it, and the line that one looks at. An edit moves them.
    std::vector<config::Diagnostic> diagnostics;
    int currentLine = 1;

signals:
    void changed(); // the document
    void savedStateChanged();
    void diskStateChanged(noonmark::ui::DiskState state);
    // A step was made or taken back.
    void stepped(const QString &name, bool isForward);

private:
    friend class EditCommand;
    // One after the other; leaves the inverse in each.
    void redo(std::vector<config::Edits> &steps);
    void undo(std::vector<config::Edits> &steps);
    void apply(config::Edits &edits);
    void tellStep(int index);
    void setDiskState(DiskState state);
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &seenHash);

    QString m_path;
    config::FileRole m_role;
    QByteArray m_savedHash; // empty: it is not on disk yet
    DiskState m_diskState = DiskState::Same;
    config::Document m_document;
    QUndoStack m_undoStack;
    int m_index = 0;
};

} // namespace noonmark::ui
